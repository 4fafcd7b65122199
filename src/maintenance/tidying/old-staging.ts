import type pg from 'pg';
import { isOurs, runOf } from '../../ingestion/rules/staging-names.js';

/** Staging tables of runs that are over: one that is still at work says so. */
export async function findOldStaging(session: pg.Client): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT format('%I.%I', t.schemaname, t.tablename) AS name
     FROM pg_tables t LEFT JOIN ingestion_runs r ON r.run_id = ${runOf('t.tablename')}
     WHERE t.schemaname = 'staging' AND ${isOurs('t.tablename')} AND r.status IS DISTINCT FROM 'running' ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}

/** A run that is tidying up may drop the same ones at this moment. */
export async function dropOldStaging(session: pg.Client, tables: readonly string[]): Promise<void> {
  if (tables.length > 0) await session.query(`DROP TABLE IF EXISTS ${tables.join(', ')}`);
}
