import { literal } from '../../contract/sql.js';
import { keyColumns } from '../rules/identity.js';
import { badCellsTable, excludedTable, typedTable } from '../rules/staging-names.js';
import type { ExcludeContext, PrepareContext } from './context.js';
import { notExcluded } from './typed-rows.js';

export interface Excluded {
  readonly duplicates: number;
  readonly rejected: number;
}

/**
 * Finds the rows that do not go into core: those with a bad or missing key or required value, those that share
 * their key with a row that says something else (all of them), and exact repetitions (all but the first).
 */
export async function excludeRows(context: ExcludeContext): Promise<Excluded> {
  const { client, sheet, runId } = context;
  await client.query(`
    CREATE UNLOGGED TABLE ${excludedTable(sheet, runId)}
      (row_no integer, outcome text, code text, column_name text, value text)`);
  const badRows = context.badColumns.size > 0 ? await rejectBadRows(context) : 0;
  const shared = await excludeSharedKeys(context, badRows > 0);
  if (badRows + shared === 0) return { duplicates: 0, rejected: 0 };
  const { rows } = await client.query<Excluded>(`
    SELECT count(*) FILTER (WHERE outcome = 'duplicate')::int AS duplicates,
           count(*) FILTER (WHERE outcome = 'rejected')::int AS rejected FROM ${excludedTable(sheet, runId)}`);
  return rows[0]!;
}

/** One reason a row, the first in the order of the columns; the raw row is kept whole beside it. */
async function rejectBadRows({ client, runId, sheet }: PrepareContext): Promise<number> {
  const order = Object.keys(sheet.columns).map(literal).join(', ');
  const result = await client.query(`
    INSERT INTO ${excludedTable(sheet, runId)}
    SELECT DISTINCT ON (row_no) row_no, 'rejected', code, column_name, value FROM ${badCellsTable(runId)}
    WHERE table_name = ${literal(sheet.table)} AND rejects
    ORDER BY row_no, array_position(ARRAY[${order}], column_name)`);
  return result.rowCount ?? 0;
}

/** Where no key is shared the second half has nothing to join with, and the sheet is read once, if at all. */
async function excludeSharedKeys(context: ExcludeContext, anyExcluded: boolean): Promise<number> {
  const { client, sheet, runId, repeatedKeys } = context;
  if (repeatedKeys?.length === 0) return 0;
  const keys = keyColumns(sheet);
  const partition = keys.map((name) => `t.${name}`).join(', ');
  const join = keys
    .map((name) => `t.${name} ${sheet.nullableKey.includes(name) ? 'IS NOT DISTINCT FROM' : '='} k.${name}`)
    .join(' AND ');
  const image = `ROW(${Object.keys(sheet.columns)
    .map((name) => `t.${name}`)
    .join(', ')})::text`;
  const accepted = notExcluded(context, anyExcluded, 't');
  const typed = typedTable(sheet, runId);
  const mayBeShared =
    repeatedKeys === null
      ? 'true'
      : `(${partition}) IN (SELECT ${partition} FROM ${typed} t WHERE t.row_no IN (${repeatedKeys.join(', ')}))`;
  const result = await client.query(`
    INSERT INTO ${excludedTable(sheet, runId)}
    SELECT row_no, CASE WHEN agree THEN 'duplicate' ELSE 'rejected' END,
           CASE WHEN NOT agree THEN 'DUPLICATE_KEY' END, CASE WHEN NOT agree THEN ${literal(keys.join(', '))} END, NULL
    FROM (SELECT t.row_no, row_number() OVER (PARTITION BY ${partition} ORDER BY t.row_no) AS nth,
                 min(${image}) OVER (PARTITION BY ${partition}) = max(${image}) OVER (PARTITION BY ${partition}) AS agree
          FROM ${typed} t
          JOIN (SELECT ${partition} FROM ${typed} t WHERE ${accepted} AND ${mayBeShared}
                GROUP BY ${partition} HAVING count(*) > 1) k ON ${join}
          WHERE ${accepted}) shared
    WHERE NOT agree OR nth > 1`);
  return result.rowCount ?? 0;
}
