import type { Sheet } from '../../contract/index.js';
import { stagingTable } from '../../contract/sql.js';
import { relationsOfMigrations } from '../../platform/migration-files.js';

/** What is staged of one sheet; `raw` are the rows as text. */
const sheetSuffixes = ['raw', 'typed', 'excluded', 'delta', 'gone', 'kept', 'unmet', 'flagged'] as const;

/** What stands behind the run in the name of a table in `staging`. */
const stagingSuffixes = [
  ...sheetSuffixes,
  'bad_cells',
  // Their name before: what a run that died has left is still found and dropped.
  'defects',
  'row_offsets',
  'accepted',
  'built',
] as const;

/**
 * SQL: whether a table of the schema `staging` is ours, by its name alone: one of our tables, the run, what it holds. Other
 * programs keep theirs in schemas of that name, too.
 */
export function isOurs(name: string): string {
  return `${name} ~ '^(${['run', ...relationsOfMigrations()].join('|')})_[0-9]+_(${stagingSuffixes.join('|')})$'`;
}

/** SQL: the run that a staging table is of. */
export function runOf(name: string): string {
  return `substring(${name} FROM '_([0-9]+)_(?:${stagingSuffixes.join('|')})$')::bigint`;
}

function preparedTable(sheet: Sheet, runId: number, suffix: (typeof stagingSuffixes)[number]): string {
  return stagingTable(sheet, runId).replace(/raw$/, suffix);
}

/** Every table that may be staged of one sheet. */
export function tablesOfSheet(sheet: Sheet, runId: number): string[] {
  return sheetSuffixes.map((suffix) => preparedTable(sheet, runId, suffix));
}

/** The rows of a sheet with their types: all columns, `row_no`, the fingerprint where that is the identity. */
export function typedTable(sheet: Sheet, runId: number): string {
  return preparedTable(sheet, runId, 'typed');
}

/** Rows that do not go into core: (row_no, outcome, code, column_name, value). */
export function excludedTable(sheet: Sheet, runId: number): string {
  return preparedTable(sheet, runId, 'excluded');
}

/** Rows that core does not hold yet or holds otherwise: the typed columns, `is_new`, `is_moved`. */
export function deltaTable(sheet: Sheet, runId: number): string {
  return preparedTable(sheet, runId, 'delta');
}

/** Storage keys of core rows that the sheet no longer has. */
export function goneTable(sheet: Sheet, runId: number): string {
  return preparedTable(sheet, runId, 'gone');
}

/** Storage keys of core rows that stay because the row of the file with their key was rejected. */
export function keptTable(sheet: Sheet, runId: number): string {
  return preparedTable(sheet, runId, 'kept');
}

/** Storage keys of core rows that the ledger did not meet among the rows of the file. */
export function unmetTable(sheet: Sheet, runId: number): string {
  return preparedTable(sheet, runId, 'unmet');
}

/** Numbers of accepted rows whose facts contradict each other: (row_no). */
export function flaggedTable(sheet: Sheet, runId: number): string {
  return preparedTable(sheet, runId, 'flagged');
}

/** The rows that an empty core table takes in, with their derived columns. */
export function acceptedTable(sheet: Sheet, runId: number): string {
  return preparedTable(sheet, runId, 'accepted');
}

/** What becomes the first content of a table of aggregates. */
export function builtTable(table: string, runId: number): string {
  return `staging.${table}_${runId}_built`;
}

/** Cells that break the contract, of every sheet of a run. */
export function badCellsTable(runId: number): string {
  return `staging.run_${runId}_bad_cells`;
}

/** Where the distance between data row and Excel row changes, of every sheet of a run. */
export function rowOffsetsTable(runId: number): string {
  return `staging.run_${runId}_row_offsets`;
}

/** SQL for the part of a data row and for its Excel row there: two columns; `rowNo` is an SQL expression. */
export function excelPlace(runId: number, table: string, rowNo: string): string {
  const of = (what: string): string => `(SELECT ${what} FROM ${rowOffsetsTable(runId)} o
    WHERE o.table_name = '${table}' AND o.row_no <= ${rowNo} ORDER BY o.row_no DESC LIMIT 1)`;
  return `${of('o.part')}, ${rowNo} + ${of('o.excel_offset')}`;
}
