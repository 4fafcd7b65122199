import type { Command } from 'commander';
import pc from 'picocolors';
import { diffRuns, type RunDiff } from '../../evidence/diff/diff.js';
import type { FieldChange } from '../../evidence/diff/field-change.js';
import { groupDigits } from '../../platform/numbers.js';
import { print } from '../terminal.js';
import { withTables } from '../with-database.js';
import { parseRunId } from './runs.js';

export function diffCommand(program: Command): void {
  program
    .command('diff')
    .description('o que mudou entre duas cargas publicadas (what changed between two published runs)')
    .argument('<carga-a>', 'número da carga')
    .argument('<carga-b>', 'número da outra')
    .option('--json', 'em JSON, com as listas inteiras')
    .action(run);
}

async function run(a: string, b: string, options: { json?: boolean }): Promise<void> {
  await withTables(async ({ pool }) => {
    const diff = await diffRuns(pool, parseRunId(a), parseRunId(b));
    if (options.json) return print(JSON.stringify(diff));
    const asked = [parseRunId(a), parseRunId(b)].filter((run) => run !== diff.from && run !== diff.to);
    if (asked.length > 0)
      print(`(A carga ${asked.join(' e a carga ')} não mudou nada: conta o estado publicado antes dela.)\n`);
    print(describe(diff));
  });
}

const shown = 12;

function describe({ from, to, orders, phases, errors, rows }: RunDiff): string {
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
      ({ key, was, is }) => `${key}: ${was ?? '—'} → ${is ?? '—'}`,
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
    ...Object.entries(rows).map(
      ([table, n]) =>
        `  ${table}: ${groupDigits(n.inserted)} novas, ${groupDigits(n.updated)} alteradas, ${groupDigits(n.gone)} saíram`,
    ),
  ].join('\n');
}

/** Nothing where it is not kept. */
function riskLine(words: string, changes: readonly FieldChange[] | null): string[] {
  return changes === null
    ? []
    : [changesLine(words, changes, ({ key, was, is }) => `${key}: ${was ?? '—'} → ${is}`)];
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
