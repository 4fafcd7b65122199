import { stagingStorage } from '../../contract/sql.js';
import { keyColumns, sameKey } from '../rules/identity.js';
import { deltaTable, excludedTable, goneTable, keptTable, typedTable } from '../rules/staging-names.js';
import type { PrepareContext } from './context.js';
import { notExcluded } from './typed-rows.js';

export interface Compared {
  /** Core rows whose key no row of the file has. */
  readonly gone: number;
  /** Core rows that stay as they are because the row of the file with their key was rejected. */
  readonly kept: number;
}

/**
 * Compares the accepted rows with core by one full join; rows that are the same leave no trace. A rejected row with a
 * readable key still speaks for its key: what core holds is kept.
 */
export async function compareWithCore(
  context: PrepareContext,
  anyExcluded: boolean,
  anyRejected: boolean,
): Promise<Compared> {
  const { client, sheet, runId } = context;
  const delta = deltaTable(sheet, runId);
  const gone = goneTable(sheet, runId);
  const isNew = `c.${sheet.storageKey[0]} IS NULL`;
  await client.query(`
    CREATE UNLOGGED TABLE ${delta}${stagingStorage} AS
    SELECT t.*, ${isNew} AS is_new, coalesce(${movedCondition(context)}, false) AS is_moved,
           ${sheet.storageKey.map((name) => `c.${name} AS core_${name}`).join(', ')}
    FROM (SELECT * FROM ${typedTable(sheet, runId)} t WHERE ${notExcluded(context, anyExcluded, 't')}) t
    FULL JOIN ${sheet.table} c ON ${sameKey(sheet, 't', 'c')}
    WHERE t.row_no IS NULL OR ${[isNew, ...changedCondition(context)].join(' OR ')}`);
  const found = await client.query(`
    CREATE UNLOGGED TABLE ${gone} AS
    SELECT ${sheet.storageKey.map((name) => `core_${name} AS ${name}`).join(', ')} FROM ${delta} WHERE row_no IS NULL`);
  await client.query(`DELETE FROM ${delta} WHERE row_no IS NULL`);
  const kept = anyRejected ? await retainRejectedKeys(context) : 0;
  return { gone: (found.rowCount ?? 0) - kept, kept };
}

/** What differs between a row of the file and the row of core with its key; where the whole row is the key nothing can. */
export function changedCondition({ sheet }: PrepareContext): string[] {
  if (sheet.key === 'row') return [];
  const keys = keyColumns(sheet);
  return Object.keys(sheet.columns)
    .filter((name) => !keys.includes(name))
    .map((name) => `t.${name} IS DISTINCT FROM c.${name}`);
}

export function movedCondition({ sheet }: PrepareContext): string {
  const moved = sheet.storageKey
    .filter((name) => !keyColumns(sheet).includes(name))
    .map((name) => `t.${name} <> c.${name}`);
  return moved.join(' OR ') || 'false';
}

/** Takes the rows of core whose keys rejected rows have out of those that are gone, and remembers them. */
export async function retainRejectedKeys({ client, sheet, runId }: PrepareContext): Promise<number> {
  const keys = keyColumns(sheet)
    .map((name) => `t.${name}`)
    .join(', ');
  const result = await client.query(`
    CREATE UNLOGGED TABLE ${keptTable(sheet, runId)} AS
    SELECT g.* FROM ${goneTable(sheet, runId)} g
    WHERE EXISTS (SELECT FROM (SELECT DISTINCT ${keys} FROM ${typedTable(sheet, runId)} t
           JOIN ${excludedTable(sheet, runId)} e ON e.row_no = t.row_no AND e.outcome = 'rejected') t
    WHERE ${sameKey(sheet, 't', 'g')})`);
  if ((result.rowCount ?? 0) > 0)
    await client.query(`
      DELETE FROM ${goneTable(sheet, runId)} g USING ${keptTable(sheet, runId)} k
      WHERE ${sheet.storageKey.map((name) => `k.${name} IS NOT DISTINCT FROM g.${name}`).join(' AND ')}`);
  return result.rowCount ?? 0;
}

/** In a replay only some rows of a sheet are staged, so a row of core that is not among them is not taken for gone. */
export async function forgetGone({ client, sheet, runId }: PrepareContext): Promise<void> {
  await client.query(`TRUNCATE ${goneTable(sheet, runId)}`);
}
