import type { ClientBase } from 'pg';
import { raiseDataVersion, remeasureGates, remeasureSupport } from '../evidence/index.js';
import { buildAll } from './build-all.js';
import { refreshBreaks } from './refresh-breaks.js';
import { aggregatesRuleVersion } from './rules.js';
import { recordKpiSnapshot } from './snapshot.js';
import { comparedRows } from './tables.js';

export interface Rebuilt {
  /** Tables that were not what core gives. */
  readonly repaired: readonly string[];
  /** Null where nothing differed. */
  readonly data_version: number | null;
}

/**
 * Job `refresh_aggregates`: counts everything anew and keeps that, raising the data version, only where something
 * was not what core gives, or was built under other rules. Within a transaction of the caller, who sees to it that
 * nobody else changes core; null where nothing is published.
 */
export async function rebuildAggregates(client: ClientBase): Promise<Rebuilt | null> {
  const { rows } = await client.query<{ runId: number; asOf: string; current: boolean }>(
    `SELECT p.run_id AS "runId", p.as_of AS "asOf", e.run_id IS NOT DISTINCT FROM p.run_id AND e.rule_version = $1 AS current
     FROM publication p CROSS JOIN agg_state e WHERE p.run_id IS NOT NULL`,
    [aggregatesRuleVersion],
  );
  const published = rows[0];
  if (published === undefined) return null;
  await client.query('SAVEPOINT before_rebuild');
  const before = await sums(client);
  const began = performance.now();
  await buildAll(client, published.asOf);
  const after = await sums(client);
  const repaired = Object.keys(comparedRows).filter((table) => before[table] !== after[table]);
  if (repaired.length === 0 && published.current) {
    // Equal rows written anew would only be dead weight.
    await client.query('ROLLBACK TO SAVEPOINT before_rebuild');
    return { repaired, data_version: null };
  }
  await client.query(
    `UPDATE agg_state SET run_id = $1, rule_version = $2, as_of = $3, mode = 'full', seconds = round($4::numeric, 3)`,
    [published.runId, aggregatesRuleVersion, published.asOf, (performance.now() - began) / 1000],
  );
  await remeasureSupport(client, published.runId);
  await recordKpiSnapshot(client, published);
  await refreshBreaks(client, { ...published, lastRun: published.runId });
  // The gates look at the same classes; under other rules they would no longer be what the tables hold.
  if (!published.current) await remeasureGates(client, published.runId, ['ofch_descricao_erro']);
  return { repaired, data_version: repaired.length > 0 ? await raiseDataVersion(client) : null };
}

/** A sum over each table that does not depend on the order of its rows. */
async function sums(client: ClientBase): Promise<Record<string, string>> {
  const parts = Object.entries(comparedRows).map(
    ([table, row]) =>
      `SELECT '${table}' AS table_name, count(*) || ':' || coalesce(sum(hashtextextended(${row}, 0)), 0) AS checksum FROM ${table} t`,
  );
  const { rows } = await client.query<{ table_name: string; checksum: string }>(parts.join(' UNION ALL '));
  return Object.fromEntries(rows.map((row) => [row.table_name, row.checksum]));
}
