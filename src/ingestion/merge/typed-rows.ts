import { castDayFirst, castExpression, literal, stagingStorage, stagingTable } from '../../contract/sql.js';
import { fingerprint, fingerprintColumn } from '../rules/identity.js';
import { badCellsTable, excludedTable, typedTable } from '../rules/staging-names.js';
import type { PrepareContext } from './context.js';

/**
 * Gives the staged rows their types, once for everything that follows. A bad cell becomes null; the few rows that
 * have one go a way of their own, so that the others are not asked for every cell.
 */
export async function typeRows(context: PrepareContext): Promise<void> {
  const { client, sheet, runId, badColumns } = context;
  const clean = `SELECT s.row_no, ${castColumns(context, false)} FROM ${stagingTable(sheet, runId)} s`;
  const rows =
    badColumns.size === 0
      ? clean
      : `${clean} WHERE NOT EXISTS (SELECT FROM ${badCells(context)} b WHERE b.row_no = s.row_no)
         UNION ALL SELECT s.row_no, ${castColumns(context, true)}
         FROM ${stagingTable(sheet, runId)} s JOIN ${badCells(context)} b ON b.row_no = s.row_no`;
  const identity = fingerprintColumn(sheet);
  // OFFSET 0 keeps the casts from being made a second time for the fingerprint.
  const all =
    identity === null
      ? rows
      : `SELECT r.*, ${fingerprint(sheet, 'r')} AS ${identity} FROM (${rows} OFFSET 0) r`;
  await client.query(`CREATE UNLOGGED TABLE ${typedTable(sheet, runId)}${stagingStorage} AS ${all}`);
}

function castColumns(context: PrepareContext, mayBeBad: boolean): string {
  const { sheet, badColumns, dayFirst } = context;
  const columns = Object.entries(sheet.columns).map(([name, column]) => {
    const cast = (dayFirst.has(name) ? castDayFirst : castExpression)(name, column, 's');
    const value =
      mayBeBad && badColumns.has(name)
        ? `CASE WHEN ${literal(name)} = ANY (b.bad) THEN ${badValue(context, name)} ELSE ${cast} END`
        : cast;
    return `${value} AS ${name}`;
  });
  return columns.join(', ');
}

/**
 * In a key that may be empty, null is a key of its own. A bad cell there becomes a moment that no sheet can hold, so
 * that it matches no other row.
 */
function badValue({ sheet }: PrepareContext, name: string): string {
  return sheet.nullableKey.includes(name) ? `'infinity'` : 'NULL';
}

function badCells({ sheet, runId }: PrepareContext): string {
  return `(SELECT row_no, array_agg(column_name) AS bad FROM ${badCellsTable(runId)}
    WHERE table_name = ${literal(sheet.table)} GROUP BY row_no)`;
}

/** A condition that leaves the excluded rows out; it costs nothing where there are none. */
export function notExcluded(
  { sheet, runId }: Pick<PrepareContext, 'sheet' | 'runId'>,
  anyExcluded: boolean,
  row: string,
): string {
  if (!anyExcluded) return 'true';
  return `NOT EXISTS (SELECT FROM ${excludedTable(sheet, runId)} e WHERE e.row_no = ${row}.row_no)`;
}
