import { castExpression, literal, stagingTable } from '../../contract/sql.js';
import { fingerprint, fingerprintColumn } from '../rules/identity.js';
import { defectsTable } from '../rules/staging-names.js';
import type { MergeContext } from './context.js';

/**
 * A subquery with the typed rows of a staged sheet, and `row_no`. A bad cell is null there, so that no cast can
 * fail, wherever the planner evaluates it.
 */
export function typedRows(context: MergeContext): string {
  const { sheet, runId, badColumns } = context;
  const columns = Object.entries(sheet.columns).map(([name, column]) => {
    const cast = castExpression(name, column, 's');
    const value = badColumns.has(name)
      ? `CASE WHEN ${literal(name)} = ANY (b.bad) THEN ${badValue(context, name)} ELSE ${cast} END`
      : cast;
    return `${value} AS ${name}`;
  });
  const typed = `SELECT s.row_no, ${columns.join(', ')} FROM ${stagingTable(sheet, runId)} s${badCells(context)}`;
  const identity = fingerprintColumn(sheet);
  if (identity === null) return `(${typed})`;
  return `(SELECT r.*, ${fingerprint(sheet, 'r')} AS ${identity} FROM (${typed}) r)`;
}

/** In a key that may be empty null would be somebody else's key: a moment that no sheet can hold is nobody's. */
function badValue({ sheet }: MergeContext, name: string): string {
  return sheet.nullableKey.includes(name) ? `'infinity'` : 'NULL';
}

function badCells({ sheet, runId, badColumns }: MergeContext): string {
  if (badColumns.size === 0) return '';
  return ` LEFT JOIN (SELECT row_no, array_agg(column_name) AS bad FROM ${defectsTable(runId)}
    WHERE tabela = ${literal(sheet.table)} GROUP BY row_no) b ON b.row_no = s.row_no`;
}

/** Rows that do not go into core, of the sheet at hand: (row_no, outcome, code, column_name, value). */
export const excluded = 'm_excluded';

/** A condition that leaves the excluded rows out; '' where there are none. */
export function notExcluded(anyExcluded: boolean, row: string): string {
  return anyExcluded ? `NOT EXISTS (SELECT FROM ${excluded} e WHERE e.row_no = ${row}.row_no)` : 'true';
}
