import type { Command } from 'commander';
import { type RunRecord, readRun, readRuns } from '../../ingestion/records/history.js';
import { commandFailure } from '../../platform/errors/command.js';
import { groupDigits } from '../../platform/numbers.js';
import { stageNames } from '../display.js';
import { told } from '../moments.js';
import { positiveNumber } from '../numbers.js';
import { asOfText, sheetTable } from '../report.js';
import { print, secondsText, textTable } from '../terminal.js';
import { withTables } from '../with-database.js';

export function runsCommand(program: Command): void {
  program
    .command('runs')
    .description('as cargas feitas, da mais recente para a mais antiga; com um número, essa carga')
    .argument('[número]', 'número da carga')
    .option('--limit <n>', 'quantas mostrar', positiveNumber, 20)
    .option('--json', 'em JSON')
    .action(run);
}

async function run(id: string | undefined, options: { limit: number; json?: boolean }): Promise<void> {
  await withTables(async ({ pool }) => {
    if (id !== undefined) {
      const one = await readRun(pool, parseRunId(id));
      return print(options.json ? JSON.stringify(one) : describe(one));
    }
    const runs = await readRuns(pool, options.limit);
    print(options.json ? JSON.stringify(runs) : list(runs));
  });
}

export function parseRunId(text: string): number {
  const id = Number(text);
  if (Number.isSafeInteger(id) && id > 0) return id;
  throw commandFailure('BAD_RUN', { text });
}

const statusWords = {
  running: 'a decorrer',
  completed: 'publicada',
  unchanged: 'sem alterações',
  failed: 'falhou',
} as const;

const kindWords = { ingest: 'ficheiro', replay: 'reavaliação', rollback: 'reposição' } as const;

function list(runs: readonly RunRecord[]): string {
  if (runs.length === 0) return 'Ainda não há cargas. Comece com «npx prodplan ingest FICHEIRO.xlsx».';
  const rows = runs.map((one) => [
    String(one.run_id),
    kindWords[one.kind],
    statusWords[one.status],
    told(one.started_at),
    one.source_name,
    one.as_of?.replace('T', ' ') ?? '',
    one.status === 'completed' ? groupDigits(one.rows) : '',
    one.lasted_seconds === null ? '' : secondsText(one.lasted_seconds),
    one.error_code ?? '',
  ]);
  const header = [
    'carga',
    'tipo',
    'estado',
    'começou',
    'ficheiro',
    'momento do ficheiro',
    'linhas',
    'duração',
    'erro',
  ];
  return textTable(header, rows, ['right', 'left', 'left', 'left', 'left', 'left', 'right', 'right', 'left']);
}

function describe(one: RunRecord & { readonly sheets: Parameters<typeof sheetTable>[0] }): string {
  const lines = [
    `Carga ${one.run_id} (${kindWords[one.kind]}${one.source_run_id === null ? '' : ` da carga ${one.source_run_id}`}): ${statusWords[one.status]}${one.status === 'running' ? ` (${stageNames[one.stage]})` : ''}`,
    `Ficheiro: ${one.source_name} (SHA-256 ${one.workbook_sha256 ?? 'desconhecido'})`,
    `Começou: ${told(one.started_at)} em ${one.host}${one.lasted_seconds === null ? '' : `, durou ${secondsText(one.lasted_seconds)}`}`,
    asOfText(one.as_of, one.as_of_origin),
  ];
  if (one.error_message !== null)
    lines.push(
      `Erro na etapa «${stageNames[one.stage]}»: ${one.error_message} (${one.error_code})`,
      ...(one.error_remedy ? [`O que fazer: ${one.error_remedy}`] : []),
    );
  if (one.sheets.length > 0) lines.push('', sheetTable(one.sheets));
  return lines.join('\n');
}
