import type pg from 'pg';
import pc from 'picocolors';
import { sheets as contractSheets, type Sheet } from '../contract/index.js';
import { issueTitles, noneVanished, readVanished } from '../evidence/index.js';
import { codeWords } from '../ingestion/records/code-words.js';
import type { SheetRun } from '../ingestion/records/sheet-runs.js';
import type { Ingested } from '../ingestion/run.js';
import type { Database } from '../platform/database.js';
import { groupDigits } from '../platform/numbers.js';
import type { AsOfOrigin } from '../source/as-of.js';
import { originWords } from '../source/as-of-words.js';
import type { Drift } from '../source/sheets/types.js';
import { counted } from './numbers.js';
import { type Align, secondsText, textTable } from './terminal.js';
import { vanishedLines } from './vanished-lines.js';

/** What a run did, for a person: what came in, what was thrown out and why, where to look next. */
export async function ingestReport(
  { pool }: Database,
  { result, sheets, drift }: Ingested,
  program = 'npx prodplan',
): Promise<string> {
  if (result.status === 'unchanged') {
    return `${pc.green('Sem alterações:')} este ficheiro já está publicado (${asOfText(result.as_of, result.as_of_origin)}). ${secondsText(result.seconds.total)}.`;
  }
  const { rows: reasons } = await pool.query<Reason>(
    'SELECT sheet, code, count(*)::int AS count FROM run_rejects WHERE run_id = $1 GROUP BY sheet, code ORDER BY sheet, code',
    [result.run_id],
  );
  const assumed = await assumedDateColumns(pool, result.run_id);
  const total = sheets.reduce((sum, one) => sum + one.rows, 0);
  return [
    sheetTable(sheets),
    '',
    `${pc.green('Publicado:')} carga ${result.run_id}, ${counted(total, 'linha', 'linhas')}, ${asOfText(result.as_of, result.as_of_origin)}, versão dos dados ${result.data_version}.`,
    `Tempo: ${secondsText(result.seconds.total)} (extrair ${secondsText(result.seconds.extract)}, carregar ao mesmo tempo ${secondsText(result.seconds.load)}, fundir ${secondsText(result.seconds.merge)}, derivar ${secondsText(result.seconds.derive)}).`,
    ...vanishedLines(result.run_id === null ? noneVanished : await readVanished(pool, result.run_id)),
    ...rejectLines(reasons, `${program} rejects ${result.run_id}`),
    ...issueLines(sheets, assumed),
    ...driftLines(drift),
  ].join('\n');
}

interface Reason {
  readonly sheet: string;
  readonly code: string;
  readonly count: number;
}

/** The headers of the columns whose text dates were read day first without proof, by sheet: each is to be looked at. */
async function assumedDateColumns(pool: pg.Pool, runId: number | null): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ sheet: string; column_name: string }>(
    `SELECT DISTINCT sheet, column_name FROM run_issues
     WHERE run_id = $1 AND code = 'DATE_ORDER_ASSUMED' ORDER BY sheet, column_name`,
    [runId],
  );
  const headers = new Map<string, string>();
  for (const { sheet, column_name } of rows) {
    const known: Sheet | undefined = contractSheets.find((one) => one.sheet === sheet);
    const header = known?.columns[column_name]?.header ?? column_name;
    headers.set(sheet, headers.has(sheet) ? `${headers.get(sheet)}, ${header}` : header);
  }
  return headers;
}

export function sheetTable(sheets: readonly SheetRun[]): string {
  const header = [
    'folha',
    'linhas',
    'novas',
    'alteradas',
    'iguais',
    'repetidas',
    'rejeitadas',
    'saíram',
    'na tabela',
    '',
  ];
  const align: Align[] = ['left', ...Array.from({ length: 8 }, (): Align => 'right'), 'left'];
  const rows = sheets.map((one) => [
    one.sheet,
    ...[
      one.rows,
      one.inserted,
      one.updated,
      one.unchanged,
      one.duplicates,
      one.rejected,
      one.gone,
      one.core_rows,
    ].map((count) => groupDigits(count)),
    noteOf(one, sheets),
  ]);
  return textTable(header, rows, align);
}

/** A run that read no file has no sheet that is missing. */
function noteOf(one: SheetRun, all: readonly SheetRun[]): string {
  if (one.present) {
    const parts = one.parts.length > 1 ? `em ${one.parts.length} partes` : '';
    return [one.skipped ? 'igual à anterior' : '', parts].filter((words) => words !== '').join(', ');
  }
  return all.some((other) => other.present) ? 'em falta' : '';
}

function rejectLines(reasons: readonly Reason[], command: string): string[] {
  if (reasons.length === 0) return ['Nenhuma linha foi rejeitada.'];
  return [
    '',
    pc.bold('Linhas rejeitadas'),
    ...reasons.map(
      ({ sheet, code, count }) =>
        `  ${groupDigits(count).padStart(9)}  ${sheet}: ${codeWords[code] ?? ''} ${pc.dim(code)}`,
    ),
    `  Para as ver: ${command}`,
  ];
}

function issueLines(sheets: readonly SheetRun[], assumed: ReadonlyMap<string, string>): string[] {
  const lines = sheets.flatMap((one) =>
    Object.entries(one.issues).map(([code, count]) => {
      const columns = code === 'DATE_ORDER_ASSUMED' ? ` (${assumed.get(one.sheet)})` : '';
      return `  ${groupDigits(count).padStart(9)}  ${one.sheet}${columns}: ${codeWords[code] ?? ''} ${pc.dim(code)}`;
    }),
  );
  return lines.length === 0 ? [] : ['', pc.bold('Linhas aceites com avisos'), ...lines];
}

function driftLines(drift: readonly Drift[]): string[] {
  if (drift.length === 0) return [];
  const lines = drift.map(
    (one) =>
      `  ${one.sheet}${one.column === null ? '' : `.${one.column}`}: ${issueTitles[one.code].pt} ${pc.dim(one.code)}`,
  );
  return ['', pc.bold('O ficheiro difere do contrato'), ...lines];
}

export function asOfText(moment: string | null, origin: AsOfOrigin | null): string {
  if (moment === null || origin === null) return 'momento desconhecido';
  return `momento do ficheiro ${moment.replace('T', ' ')} (${originWords[origin].pt})`;
}
