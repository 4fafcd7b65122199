import type { Command } from 'commander';
import type pg from 'pg';
import pc from 'picocolors';
import { diffRuns, type RunDiff } from '../../evidence/diff/diff.js';
import type { FieldChange } from '../../evidence/diff/field-change.js';
import { nothingPublished } from '../../evidence/index.js';
import { diffTable, rowsThatDiffer } from '../../http/endpoints/ingestion/diff-table.js';
import { wordOf } from '../../http/exports/columns/codes.js';
import { readRun } from '../../ingestion/records/history.js';
import { runFailure } from '../../platform/errors/run.js';
import { groupDigits } from '../../platform/numbers.js';
import { lineWidth } from '../../platform/terminal-capabilities.js';
import { momentShown, plainText } from '../asking/cells.js';
import { wrapped } from '../asking/fit.js';
import { withOutput } from '../asking/question-command.js';
import { type OutputOptions, writeTable } from '../asking/write-table.js';
import { rowChangesText } from '../numbers.js';
import { print } from '../terminal.js';
import { withTables } from '../with-database.js';
import { parseRunId } from './runs.js';

export function diffCommand(program: Command): void {
  const command = program
    .command('diff')
    .description(
      'o que mudou entre duas cargas publicadas; sem números, entre a mais recente e a anterior (what changed between two published runs)',
    )
    .argument('[carga-a]', 'número da carga; só uma: compara-se com a publicada')
    .argument('[carga-b]', 'número da outra');
  withOutput(command).action(run);
}

async function run(first?: string, second?: string, options: OutputOptions = {}): Promise<void> {
  const given = [first, second].filter((text) => text !== undefined).map(parseRunId);
  await withTables(async ({ pool }) => {
    const [a, b] = await runsToCompare(pool, given);
    const diff = await diffRuns(pool, a, b);
    if (options.csv === true || options.xlsx !== undefined)
      return await writeTable(diffTable(diff, { a, b }), options);
    if (options.json) return print(JSON.stringify(diff));
    const asked = given.filter((one) => one !== diff.from && one !== diff.to);
    if (asked.length > 0)
      print(`(A carga ${asked.join(' e a carga ')} não mudou nada: conta o estado publicado antes dela.)\n`);
    print(describe(diff, await phaseNames(pool)));
    print(`\n${wrapped(await evidenceOf(pool, diff), lineWidth()).join('\n')}`);
  });
}

/** Where nothing is named: what is published, and what was before it. */
async function runsToCompare(pool: pg.Pool, given: readonly number[]): Promise<[number, number]> {
  const [a, b] = given;
  if (a !== undefined && b !== undefined) return [a, b];
  const { rows } = await pool.query<{ run_id: number }>(
    "SELECT run_id FROM ingestion_runs WHERE status = 'completed' ORDER BY run_id DESC LIMIT 2",
  );
  const [newest, before] = rows.map(({ run_id }) => run_id);
  if (newest === undefined) throw nothingPublished();
  if (a !== undefined) return [a, newest];
  if (before === undefined) throw runFailure('NOTHING_TO_COMPARE', { run: newest });
  return [before, newest];
}

/** Of which files it is, and on how many rows it rests. */
async function evidenceOf(pool: pg.Pool, diff: RunDiff): Promise<string> {
  const runs = [await readRun(pool, diff.from), await readRun(pool, diff.to)].map(
    ({ run_id, source_name, as_of }) =>
      `carga ${run_id} (${plainText(source_name)}), momento do ficheiro ${as_of === null ? 'desconhecido' : momentShown(as_of)}`,
  );
  return `${countOf(rowsThatDiffer(diff))} · ${runs.join(' · ')}`;
}

function countOf(rows: number): string {
  return rows === 1 ? '1 linha difere' : `${groupDigits(rows)} linhas diferem`;
}

const shown = 12;

/** By their numbers, as texts. */
type PhaseNames = ReadonlyMap<string, string>;

async function phaseNames(pool: pg.Pool): Promise<PhaseNames> {
  const { rows } = await pool.query<{ fase_id: number; fase_nome: string }>(
    'SELECT fase_id, fase_nome FROM fases_catalogo WHERE fase_nome IS NOT NULL',
  );
  return new Map(rows.map((one) => [String(one.fase_id), plainText(one.fase_nome)]));
}

function describe({ from, to, orders, phases, errors, rows }: RunDiff, names: PhaseNames): string {
  const phaseName = (id: string | null): string => (id === null ? '—' : (names.get(id) ?? id));
  if (Object.keys(rows).length === 0) return `Entre as cargas ${from} e ${to} nada mudou.`;
  return [
    pc.bold(`Da carga ${from} para a carga ${to}`),
    '',
    pc.bold('Ordens de fabrico'),
    keysLine('novas', orders.created),
    changesLine('acabadas', orders.finished, ({ key, is }) => `${key} (${day(is)})`),
    changesLine('reabertas', orders.reopened, ({ key, was }) => `${key} (acabada em ${day(was)})`),
    keysLine('desaparecidas', orders.vanished),
    changesLine(
      'noutra fase',
      orders.phase_moved,
      ({ key, was, is }) => `${key}: ${phaseName(was)} → ${phaseName(is)}`,
    ),
    changesLine(
      'com outro dia de expedição',
      orders.due_moved,
      ({ key, was, is }) => `${key}: ${day(was)} → ${day(is)}`,
    ),
    changesLine(
      'das quais adiadas',
      orders.due_slipped,
      ({ key, was, is }) => `${key}: ${day(was)} → ${day(is)}`,
    ),
    ...riskLine('agora em risco ou atrasadas', orders.newly_at_risk),
    ...riskLine('já não em risco', orders.no_longer_at_risk),
    '',
    pc.bold('Fases'),
    countLine('novas', phases.created),
    countLine('começadas', phases.started),
    countLine('acabadas', phases.finished),
    changesLine('reabertas', phases.reopened, ({ key, was }) => `${key} (acabada em ${day(was)})`),
    changesLine('noutra ordem', phases.order_moved, ({ key, was, is }) => `${key}: ${was} → ${is}`),
    countLine('desaparecidas', phases.vanished),
    '',
    pc.bold('Erros'),
    `${countLine('novos', errors.appeared)}${severities(errors.appeared_by_severity)}`,
    countLine('desaparecidos', errors.vanished),
    '',
    pc.bold('Linhas por tabela'),
    ...Object.entries(rows).map(([table, n]) => `  ${table}: ${rowChangesText(n)}`),
  ].join('\n');
}

/** Nothing where it is not kept. */
function riskLine(words: string, changes: readonly FieldChange[] | null): string[] {
  return changes === null
    ? []
    : [changesLine(words, changes, ({ key, was, is }) => `${key}: ${dueWord(was)} → ${dueWord(is)}`)];
}

function dueWord(status: string | null): string {
  return status === null ? '—' : String(wordOf('due_status', status));
}

function countLine(words: string, count: number): string {
  return `  ${groupDigits(count).padStart(7)}  ${words}`;
}

function keysLine(words: string, keys: readonly string[]): string {
  return changesLine(words, keys, (key) => key);
}

function changesLine<T extends FieldChange | string>(
  words: string,
  list: readonly T[],
  show: (one: T) => string,
): string {
  const line = countLine(words, list.length);
  if (list.length === 0) return line;
  const more = list.length > shown ? `, … mais ${groupDigits(list.length - shown)}` : '';
  return `${line}: ${pc.dim(list.slice(0, shown).map(show).join(', ') + more)}`;
}

function severities(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(
    ([severity, count]) => `gravidade ${severity}: ${groupDigits(count)}`,
  );
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function day(moment: string | null): string {
  return moment === null ? 'sem dia' : moment.slice(0, 10);
}
