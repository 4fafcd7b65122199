import type { Command } from 'commander';
import pc from 'picocolors';
import { type CheckReport, check } from '../../evidence/check/check.js';
import { type IssueTypeName, issueTypes, rowRate, valueRate } from '../../evidence/index.js';
import { exitOf } from '../../platform/errors/kinds.js';
import { runFailure } from '../../platform/errors/run.js';
import type { ProdplanError } from '../../platform/errors.js';
import { groupDigits, percentText } from '../../platform/numbers.js';
import { counted } from '../numbers.js';
import { print, tellError, textTable } from '../terminal.js';
import { vanishedLines } from '../vanished-lines.js';
import { withTables } from '../with-database.js';

export function checkCommand(program: Command): void {
  program
    .command('check')
    .description(
      'confere a base de dados: contagens, integridade, correspondências, critérios e avisos (exit 4 if anything blocks)',
    )
    .option('--json', 'em JSON')
    .action(run);
}

async function run(options: { json?: boolean }): Promise<void> {
  await withTables(async ({ pool }, config) => {
    const report = await check(pool, config.gateThresholds);
    print(options.json ? JSON.stringify(report) : describe(report));
    if (report.status === 'ok') return;
    const error = reasonOfBlocked(report);
    if (!options.json) tellError(error);
    process.exitCode = exitOf(error);
  });
}

/** The failure that a report tells of; only for one that is not `ok`. */
export function reasonOfBlocked(report: CheckReport): ProdplanError {
  if (report.status === 'empty') {
    return runFailure('NOTHING_PUBLISHED');
  }
  const found = [
    ...report.counts.flatMap((one) => one.differences.map((words) => `${one.sheet}: ${words}`)),
    ...report.integrity
      .filter((one) => one.rows > 0)
      .map((one) => `${one.name}: ${counted(one.rows, 'linha', 'linhas')} (${one.about})`),
  ];
  return runFailure('CHECK_FAILED', { found });
}

function describe(report: CheckReport): string {
  if (report.status === 'empty') return '';
  return [
    `Carga ${report.run_id}, versão dos dados ${report.data_version}, momento ${report.as_of?.replace('T', ' ')}`,
    section('Contagens', [countsTable(report), ...vanishedLines(report.vanished)].join('\n')),
    section(
      'Integridade',
      report.integrity
        .map(
          (one) =>
            `${mark(one.rows === 0)} ${one.about}${one.rows === 0 ? '' : ` ${counted(one.rows, 'linha', 'linhas')}`}`,
        )
        .join('\n'),
    ),
    section('Correspondências (todas as linhas)', ratesTable(report)),
    section('Critérios: a que se pode responder', gatesTable(report)),
    section('Avisos em aberto', issuesTable(report)),
  ].join('\n');
}

function section(title: string, body: string): string {
  return `\n${pc.bold(pc.underline(title))}\n${body}`;
}

function mark(good: boolean): string {
  return good ? pc.green('✔') : pc.red('✘');
}

function countsTable({ counts }: CheckReport): string {
  const rows = counts.map((one) => [
    one.differences.length === 0 ? '✔' : '✘',
    one.sheet,
    ...[one.rows, one.accepted, one.duplicates, one.rejected, one.kept, one.core_rows].map((count) =>
      groupDigits(count),
    ),
    one.differences.join('; '),
  ]);
  const header = ['', 'folha', 'linhas', 'aceites', 'repetidas', 'rejeitadas', 'mantidas', 'na tabela', ''];
  return textTable(header, rows, ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right']);
}

function ratesTable({ match_rates }: CheckReport): string {
  const rows = match_rates.map((one) => [
    `${one.table_name}.${one.column_name}`,
    one.referred_table,
    groupDigits(one.referring_rows),
    percent(rowRate(one)),
    groupDigits(one.distinct_values),
    percent(valueRate(one)),
    one.orphan_examples.map(({ value }) => value).join(', '),
  ]);
  const header = ['coluna', 'refere', 'linhas', 'com par', 'valores', 'com par', 'órfãos, exemplos'];
  return textTable(header, rows, ['left', 'left', 'right', 'right', 'right', 'right']);
}

function gatesTable({ gates }: CheckReport): string {
  return gates
    .map(({ gate, state, reason, remedy, bounds }) => {
      const paint = state === 'SUPPORTED' ? pc.green : state === 'DEGRADED' ? pc.yellow : pc.red;
      const range =
        bounds === null || bounds.value === null
          ? ''
          : `\n    ${bounds.figure}: ${percent(bounds.value)} (entre ${percent(bounds.lowest)} e ${percent(bounds.highest)})`;
      return `  ${paint(state.padEnd(21))} ${pc.bold(gate)}: ${reason}${range}${remedy === '' ? '' : `\n    ${remedy}`}`;
    })
    .join('\n');
}

function issuesTable({ issues }: CheckReport): string {
  if (issues.length === 0) return 'Nenhum.';
  const rows = issues.map((one) => [
    one.severity,
    one.type,
    one.entity,
    groupDigits(one.issues),
    groupDigits(one.rows),
    issueTypes[one.type as IssueTypeName].explanation,
  ]);
  return textTable(['gravidade', 'tipo', 'onde', 'casos', 'linhas', 'o que quer dizer'], rows, [
    'left',
    'left',
    'left',
    'right',
    'right',
  ]);
}

function percent(share: number | null): string {
  return share === null ? '—' : percentText(share);
}
