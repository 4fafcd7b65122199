import type { Pool } from 'pg';
import { type Sheet, sheets } from '../../src/contract/index.js';

/** SHA-256 of everything that the core tables hold, independent of the order of the rows. */
export async function coreChecksum(pool: Pool): Promise<string> {
  return await hashOfTables(pool, 't::text');
}

/** Changes with every row that is written anew, even with the same values: where it lies and which transaction wrote it. */
export async function corePlacement(pool: Pool): Promise<string> {
  return await hashOfTables(pool, `t.tableoid::text || t.ctid::text || t.xmin::text || t.xmax::text`);
}

async function hashOfTables(pool: Pool, expression: string): Promise<string> {
  const parts = sheets.map(
    (
      sheet,
    ) => `SELECT '${sheet.table}' AS table_name, coalesce(string_agg(line, E'\\n' ORDER BY line COLLATE "C"), '') AS lines
      FROM (SELECT ${expression} AS line FROM ${sheet.table} t) l`,
  );
  const { rows } = await pool.query<{ checksum: string }>(`
    SELECT encode(sha256(convert_to(string_agg(table_name || ':' || lines, E'\\n' ORDER BY table_name), 'UTF8')), 'hex') AS checksum
    FROM (${parts.join(' UNION ALL ')}) t`);
  return rows[0]!.checksum;
}

/** How many rows each core table holds. */
export async function coreCounts(pool: Pool): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table } of sheets as readonly Sheet[]) {
    const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    counts[table] = rows[0]!.n;
  }
  return counts;
}
