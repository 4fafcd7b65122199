import { sameKey } from '../rules/identity.js';
import type { MergeContext } from './context.js';
import { typedRows } from './typed-rows.js';

/** Keys of core rows that the sheet at hand no longer has. */
export function goneTable(context: MergeContext): string {
  return `m_gone_${context.sheet.table}`;
}

/**
 * Finds the core rows whose key no row of the file has; returns how many. A rejected row with a readable key still
 * speaks for its key: what core holds is kept.
 */
export async function findGone(context: MergeContext): Promise<number> {
  const { client, sheet } = context;
  const columns = sheet.storageKey.map((name) => `c.${name}`).join(', ');
  const result = await client.query(`
    CREATE TEMP TABLE ${goneTable(context)} ON COMMIT DROP AS
    SELECT ${columns} FROM ${sheet.table} c
    WHERE NOT EXISTS (SELECT FROM ${typedRows(context)} t WHERE ${sameKey(sheet, 't', 'c')})`);
  return result.rowCount ?? 0;
}

/** For rows that are only a part of a sheet: nothing is gone. */
export async function emptyGone(context: MergeContext): Promise<void> {
  const { client, sheet } = context;
  const columns = sheet.storageKey.join(', ');
  await client.query(
    `CREATE TEMP TABLE ${goneTable(context)} ON COMMIT DROP AS SELECT ${columns} FROM ${sheet.table} LIMIT 0`,
  );
}
