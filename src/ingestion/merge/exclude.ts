import { literal } from '../../contract/sql.js';
import { keyColumns } from '../rules/identity.js';
import { defectsTable } from '../rules/staging-names.js';
import type { MergeContext } from './context.js';
import { excluded, notExcluded, typedRows } from './typed-rows.js';

export interface Excluded {
  readonly duplicates: number;
  readonly rejected: number;
}

/**
 * Finds the rows that do not go into core: those with a bad or missing key or required value, those that share
 * their key with a row that says something else (all of them), and exact repetitions (all but the first).
 */
export async function excludeRows(context: MergeContext): Promise<Excluded> {
  const { client } = context;
  await client.query(`
    CREATE TEMP TABLE ${excluded}
      (row_no integer, outcome text, code text, column_name text, value text) ON COMMIT DROP`);
  const badRows = context.badColumns.size > 0 ? await rejectBadRows(context) : 0;
  if (await findSharedKeys(context, badRows > 0)) await excludeSharedKeys(context);
  const { rows } = await client.query<Excluded>(`
    SELECT count(*) FILTER (WHERE outcome = 'duplicate')::int AS duplicates,
           count(*) FILTER (WHERE outcome = 'rejected')::int AS rejected FROM ${excluded}`);
  return rows[0]!;
}

/** One reason a row, the first in the order of the columns; the raw row is kept whole beside it. */
async function rejectBadRows({ client, runId, sheet }: MergeContext): Promise<number> {
  const order = Object.keys(sheet.columns).map(literal).join(', ');
  const result = await client.query(`
    INSERT INTO ${excluded}
    SELECT DISTINCT ON (row_no) row_no, 'rejected', code, column_name, value FROM ${defectsTable(runId)}
    WHERE tabela = ${literal(sheet.table)} AND rejects
    ORDER BY row_no, array_position(ARRAY[${order}], column_name)`);
  return result.rowCount ?? 0;
}

async function findSharedKeys(context: MergeContext, anyExcluded: boolean): Promise<boolean> {
  const keys = keyColumns(context.sheet).join(', ');
  const result = await context.client.query(`
    CREATE TEMP TABLE m_shared ON COMMIT DROP AS
    SELECT ${keys} FROM ${typedRows(context)} t WHERE ${notExcluded(anyExcluded, 't')}
    GROUP BY ${keys} HAVING count(*) > 1`);
  return (result.rowCount ?? 0) > 0;
}

async function excludeSharedKeys(context: MergeContext): Promise<void> {
  const { client, sheet } = context;
  const keys = keyColumns(sheet);
  const partition = keys.map((name) => `t.${name}`).join(', ');
  const join = keys
    .map((name) => `t.${name} ${sheet.nullableKey.includes(name) ? 'IS NOT DISTINCT FROM' : '='} k.${name}`)
    .join(' AND ');
  const image = `ROW(${Object.keys(sheet.columns)
    .map((name) => `t.${name}`)
    .join(', ')})::text`;
  await client.query(`
    INSERT INTO ${excluded}
    SELECT row_no, CASE WHEN agree THEN 'duplicate' ELSE 'rejected' END,
           CASE WHEN NOT agree THEN 'DUPLICATE_KEY' END, CASE WHEN NOT agree THEN ${literal(keys.join(', '))} END, NULL
    FROM (SELECT t.row_no, row_number() OVER (PARTITION BY ${partition} ORDER BY t.row_no) AS nth,
                 min(${image}) OVER (PARTITION BY ${partition}) = max(${image}) OVER (PARTITION BY ${partition}) AS agree
          FROM ${typedRows(context)} t JOIN m_shared k ON ${join}
          WHERE ${notExcluded(true, 't')}) shared
    WHERE NOT agree OR nth > 1`);
}
