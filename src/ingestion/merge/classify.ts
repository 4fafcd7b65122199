import { keyColumns, sameKey } from '../rules/identity.js';
import type { MergeContext } from './context.js';
import { excluded, notExcluded, typedRows } from './typed-rows.js';

/** The staged rows that core does not hold yet or holds otherwise: all columns, `is_new`, `is_moved`. */
export const delta = 'm_delta';

/** Compares the accepted rows with core by one join; rows that are the same leave no trace. */
export async function classify(context: MergeContext, anyExcluded: boolean): Promise<void> {
  const { client, sheet } = context;
  const keys = keyColumns(sheet);
  const compared = Object.keys(sheet.columns).filter((name) => !keys.includes(name));
  const isNew = `c.${keys[0]} IS NULL`;
  const changed = sheet.key === 'row' ? [] : compared.map((name) => `t.${name} IS DISTINCT FROM c.${name}`);
  const moved = sheet.storageKey
    .filter((name) => !keys.includes(name))
    .map((name) => `t.${name} <> c.${name}`);
  await client.query(`
    CREATE TEMP TABLE ${delta} ON COMMIT DROP AS
    SELECT t.*, ${isNew} AS is_new, coalesce(${moved.join(' OR ') || 'false'}, false) AS is_moved
    FROM ${typedRows(context)} t LEFT JOIN ${sheet.table} c ON ${sameKey(sheet, 't', 'c')}
    WHERE ${notExcluded(anyExcluded, 't')} AND (${[isNew, ...changed].join(' OR ')})`);
}

/** Core rows that stay as they are because the row of the file with their key was rejected. */
export async function countKept(context: MergeContext): Promise<number> {
  const { client, sheet } = context;
  const { rows } = await client.query<{ kept: number }>(`
    SELECT count(*)::int AS kept FROM ${sheet.table} c
    WHERE EXISTS (SELECT FROM ${typedRows(context)} t JOIN ${excluded} e ON e.row_no = t.row_no AND e.outcome = 'rejected'
                  WHERE ${sameKey(sheet, 't', 'c')})
      AND NOT EXISTS (SELECT FROM ${typedRows(context)} t WHERE ${notExcluded(true, 't')} AND ${sameKey(sheet, 't', 'c')})`);
  return rows[0]!.kept;
}
