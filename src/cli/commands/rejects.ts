import type { Command } from 'commander';
import { sheets } from '../../contract/index.js';
import { guarded } from '../../http/exports/guard.js';
import { codeWords } from '../../ingestion/records/code-words.js';
import { readRun } from '../../ingestion/records/history.js';
import { type Reject, readRejects } from '../../ingestion/records/rejects.js';
import { commandFailure } from '../../platform/errors/command.js';
import { print, textTable } from '../terminal.js';
import { withTables } from '../with-database.js';
import { parseRunId } from './runs.js';

export function rejectsCommand(program: Command): void {
  program
    .command('rejects')
    .description('as linhas rejeitadas de uma carga, com a razão (rows that were thrown out)')
    .argument('<número>', 'número da carga')
    .option('--sheet <folha>', 'só desta folha')
    .option('--csv', 'em CSV, com a linha inteira')
    .option('--json', 'em JSON, com a linha inteira')
    .action(run);
}

async function run(id: string, options: { sheet?: string; csv?: boolean; json?: boolean }): Promise<void> {
  const runId = parseRunId(id);
  const sheet = options.sheet === undefined ? null : knownSheet(options.sheet);
  await withTables(async ({ pool }) => {
    await readRun(pool, runId);
    const rejects = await readRejects(pool, runId, sheet);
    if (options.json) return print(JSON.stringify(rejects));
    if (options.csv) return print(csv(rejects));
    if (rejects.length === 0) return print('Nenhuma linha foi rejeitada.');
    const rows = rejects.map((one) => [
      one.source_sheet,
      String(one.row_number),
      one.code,
      one.column_name ?? '',
      one.value ?? '',
      one.key ?? '',
      codeWords[one.code] ?? '',
    ]);
    print(
      textTable(['folha', 'linha', 'código', 'coluna', 'valor', 'chave', 'razão'], rows, ['left', 'right']),
    );
  });
}

function knownSheet(name: string): string {
  const found = sheets.find((one) => one.sheet.toLowerCase() === name.toLowerCase() || one.table === name);
  if (found !== undefined) return found.sheet;
  throw commandFailure('NO_SUCH_SHEET', { name, sheets: sheets.map((one) => one.sheet) });
}

function csv(rejects: readonly Reject[]): string {
  const header = ['sheet', 'row_number', 'code', 'column', 'value', 'key', 'raw', 'part', 'source_sheet'];
  const lines = rejects.map((one) => [
    one.sheet,
    String(one.row_number),
    one.code,
    one.column_name,
    one.value,
    one.key,
    JSON.stringify(one.raw),
    String(one.part),
    one.source_sheet,
  ]);
  return [header, ...lines].map((line) => line.map((cell) => csvField(cell ?? '')).join(',')).join('\n');
}

/** Quoted where CSV needs it, and with nothing in it that a spreadsheet would take for a formula. */
function csvField(text: string): string {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
