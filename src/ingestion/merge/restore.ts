import type { ClientBase } from 'pg';
import type { DerivedRule } from '../../contract/factory/index.js';
import type { Sheet } from '../../contract/index.js';
import { literal } from '../../contract/sql.js';
import { fingerprint, fingerprintColumn } from '../rules/identity.js';
import { coreColumns } from './insert.js';

export interface Restored {
  readonly inserted: number;
  readonly updated: number;
  readonly gone: number;
  readonly moved: number;
}

export interface RestoreContext {
  readonly client: ClientBase;
  readonly runId: number;
  readonly sheet: Sheet;
  readonly rule: DerivedRule | null;
  /** Subquery of (table_name, key, before, after): `before` is the state to restore, `after` the present one. */
  readonly changes: string;
}

const net = 'm_net';

/** Brings the rows of a table that several runs changed back to what they were before, and keeps that as changes. */
export async function restoreTable(context: RestoreContext): Promise<Restored> {
  const { client, sheet, changes } = context;
  await client.query(
    `CREATE TEMP TABLE ${net} ON COMMIT DROP AS
     SELECT key, before, after FROM ${changes} n WHERE table_name = ${literal(sheet.table)}`,
  );
  const counts = await recordRestoredChanges(context);
  await takeAway(context);
  await putBack(context);
  await client.query(`DROP TABLE ${net}`);
  return counts;
}

async function recordRestoredChanges({ client, runId, sheet }: RestoreContext): Promise<Restored> {
  const movable = sheet.storageKey.filter((name) => name in sheet.columns && !sheet.key.includes(name));
  const moved = movable.map((name) => `before->>'${name}' <> after->>'${name}'`).join(' OR ') || 'false';
  await client.query(`
    INSERT INTO run_changes (run_id, table_name, key, change, before, after)
    SELECT ${runId}, ${literal(sheet.table)}, key,
           CASE WHEN after IS NULL THEN 'returned' WHEN before IS NULL THEN 'gone' WHEN ${moved} THEN 'moved' ELSE 'updated' END,
           after, before FROM ${net}`);
  const { rows } = await client.query<Restored>(`
    SELECT count(*) FILTER (WHERE after IS NULL)::int AS inserted, count(*) FILTER (WHERE before IS NULL)::int AS gone,
           count(*) FILTER (WHERE before IS NOT NULL AND after IS NOT NULL)::int AS updated,
           count(*) FILTER (WHERE before IS NOT NULL AND after IS NOT NULL AND (${moved}))::int AS moved FROM ${net}`);
  return rows[0]!;
}

async function takeAway({ client, sheet }: RestoreContext): Promise<void> {
  const match = sheet.storageKey.map((name) =>
    sheet.nullableKey.includes(name)
      ? `coalesce(c.${name}, '-infinity') = coalesce(r.${name}, '-infinity')`
      : `c.${name} = r.${name}`,
  );
  await client.query(
    `DELETE FROM ${sheet.table} c USING ${rowsOf(sheet, 'after')} r WHERE ${match.join(' AND ')}`,
  );
}

async function putBack({ client, sheet, rule }: RestoreContext): Promise<void> {
  const { names, values } = coreColumns(sheet, rule);
  await client.query(`
    INSERT INTO ${sheet.table} (${names.join(', ')})
    SELECT ${values.join(', ')} FROM ${rowsOf(sheet, 'before')} t ${rule?.joins('t') ?? ''}`);
}

/** The rows that one side of the changes holds, typed, with their fingerprint. */
function rowsOf(sheet: Sheet, side: 'before' | 'after'): string {
  const columns = Object.keys(sheet.columns).map((name) => `p.${name}`);
  const identity = fingerprintColumn(sheet);
  const all = identity === null ? columns : [...columns, `${fingerprint(sheet, 'p')} AS ${identity}`];
  return `(SELECT ${all.join(', ')} FROM ${net} n
    CROSS JOIN LATERAL jsonb_populate_record(NULL::${sheet.table}, n.${side}) p WHERE n.${side} IS NOT NULL)`;
}
