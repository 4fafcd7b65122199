import { literal } from '../../contract/sql.js';
import { keyText, rowJson, sameKey } from '../rules/identity.js';
import { deltaTable, goneTable } from '../rules/staging-names.js';
import type { MergeContext } from './context.js';
import { coreColumns } from './insert.js';

export interface Applied {
  readonly inserted: number;
  readonly updated: number;
  readonly gone: number;
  readonly moved: number;
  readonly returned: number;
}

/** Writes what the comparison found into core, and into run_changes what it was before and is now. */
export async function applyChanges(context: MergeContext): Promise<Applied> {
  const returned = await recordChanges(context);
  const gone = await deleteGone(context);
  const moved = await takeMovedAway(context);
  const updated = await updateChanged(context);
  const inserted = await insertNew(context);
  return { inserted: inserted - moved, updated: updated + moved, gone, moved, returned };
}

async function recordChanges(context: MergeContext): Promise<number> {
  const { client, runId, sheet } = context;
  const delta = deltaTable(sheet, runId);
  const head = `INSERT INTO run_changes (run_id, table_name, key, change, before, after) SELECT ${runId}, ${literal(sheet.table)},`;
  await client.query(`
    ${head} ${keyText(sheet, 'c')}, 'gone', ${rowJson(sheet, 'c')}, NULL
    FROM ${sheet.table} c JOIN ${goneTable(sheet, runId)} g ON ${storageMatch(context, 'g', 'c')}`);
  await client.query(`
    ${head} ${keyText(sheet, 'd')}, CASE WHEN d.is_moved THEN 'moved' ELSE 'updated' END, ${rowJson(sheet, 'c')}, ${rowJson(sheet, 'd')}
    FROM ${delta} d JOIN ${sheet.table} c ON ${sameKey(sheet, 'd', 'c')} WHERE NOT d.is_new`);
  await client.query(`
    ${head} ${keyText(sheet, 'd')}, 'inserted', NULL, ${rowJson(sheet, 'd')} FROM ${delta} d WHERE d.is_new`);
  // A new row that some earlier run saw go has come back.
  const result = await client.query(`
    UPDATE run_changes n SET change = 'returned'
    WHERE n.run_id = ${runId} AND n.table_name = ${literal(sheet.table)} AND n.change = 'inserted'
      AND EXISTS (SELECT FROM run_changes b WHERE b.table_name = n.table_name AND b.key = n.key AND b.change = 'gone')`);
  return result.rowCount ?? 0;
}

async function deleteGone(context: MergeContext): Promise<number> {
  const { client, runId, sheet } = context;
  const result = await client.query(
    `DELETE FROM ${sheet.table} c USING ${goneTable(sheet, runId)} g WHERE ${storageMatch(context, 'g', 'c')}`,
  );
  return result.rowCount ?? 0;
}

/** A row that moved to another order leaves the old one first: on a distributed database they are on two nodes. */
async function takeMovedAway(context: MergeContext): Promise<number> {
  const { client, runId, sheet } = context;
  const result = await client.query(
    `DELETE FROM ${sheet.table} c USING ${deltaTable(sheet, runId)} d WHERE d.is_moved AND ${sameKey(sheet, 'd', 'c')}`,
  );
  return result.rowCount ?? 0;
}

async function updateChanged(context: MergeContext): Promise<number> {
  const { client, runId, sheet, rule } = context;
  const { names, values } = coreColumns(sheet, rule);
  const set = names.filter((name) => !sheet.storageKey.includes(name)).map((name) => `${name} = v.${name}`);
  // Where the whole row is the key, a row is new or the same, never changed.
  if (sheet.key === 'row' || set.length === 0) return 0;
  const result = await client.query(`
    UPDATE ${sheet.table} c SET ${set.join(', ')}
    FROM (SELECT ${values.map((value, place) => `${value} AS ${names[place]}`).join(', ')}
          FROM ${deltaTable(sheet, runId)} t ${rule?.joins('t') ?? ''} WHERE NOT t.is_new AND NOT t.is_moved) v
    WHERE ${storageMatch(context, 'v', 'c')}`);
  return result.rowCount ?? 0;
}

async function insertNew(context: MergeContext): Promise<number> {
  const { client, runId, sheet, rule } = context;
  const { names, values } = coreColumns(sheet, rule);
  const set = names
    .filter((name) => !sheet.storageKey.includes(name))
    .map((name) => `${name} = excluded.${name}`);
  // While the lock is held no other row can have been inserted meanwhile. ON CONFLICT keeps the run from failing if
  // the lock was broken.
  const result = await client.query(`
    INSERT INTO ${sheet.table} (${names.join(', ')})
    SELECT ${values.join(', ')} FROM ${deltaTable(sheet, runId)} t ${rule?.joins('t') ?? ''} WHERE t.is_new OR t.is_moved
    ON CONFLICT (${sheet.storageKey.join(', ')}) DO ${set.length > 0 ? `UPDATE SET ${set.join(', ')}` : 'NOTHING'}`);
  return result.rowCount ?? 0;
}

function storageMatch({ sheet }: MergeContext, left: string, right: string): string {
  return sheet.storageKey
    .map((name) =>
      sheet.nullableKey.includes(name)
        ? `coalesce(${left}.${name}, '-infinity') = coalesce(${right}.${name}, '-infinity')`
        : `${left}.${name} = ${right}.${name}`,
    )
    .join(' AND ');
}
