import { aggregateTables, comparedRows } from '../../../dist/aggregates/tables.js';
import { sheets } from '../../../dist/contract/index.js';

const core = sheets.map(({ table }) => [table, 't::text']);
const aggregates = aggregateTables
  .filter((name) => comparedRows[name] !== undefined)
  .map((name) => [name, comparedRows[name]]);

/** How many rows, and the sum of two independent 64-bit hashes of each: the order of rows says nothing. */
function checksum(tables) {
  const each = tables.map(
    ([table, row]) =>
      `SELECT format('%s %s %s %s', '${table}', count(*), sum(hashtextextended(line, 1)), sum(hashtextextended(line, 2))) AS part
       FROM (SELECT ${row} AS line FROM ${table} t) l`,
  );
  return `(SELECT md5(string_agg(part, E'\\n' ORDER BY part)) FROM (${each.join(' UNION ALL ')}) p)`;
}

const question = `SELECT p.run_id, r.workbook_sha256 AS workbook, r.status,
  ${checksum(core)} AS core, ${checksum(aggregates)} AS aggregates
  FROM publication p LEFT JOIN ingestion_runs r USING (run_id)`;

/** What readers see at this moment, in one snapshot; null where the tables are not there yet. */
export async function stateOf(client) {
  const { rows } = await client.query(
    `SELECT to_regclass('public.publication') IS NOT NULL AS there,
    (SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public' AND tablename = ANY($1)) AS tables`,
    [[...core, ...aggregates].map(([table]) => table)],
  );
  if (!rows[0].there || rows[0].tables < core.length + aggregates.length) return null;
  return (await client.query(question)).rows[0];
}

/** The newest run, and whether what it staged is still there: then it was killed between staging and commit. */
export async function lastRun(client) {
  const { rows } = await client.query(`SELECT to_regclass('public.ingestion_runs') IS NOT NULL AS there`);
  if (!rows[0].there) return null;
  const found = await client.query(`
    SELECT run_id, status, stage, seconds, error_code, EXISTS (SELECT FROM pg_tables
      WHERE schemaname = 'staging' AND tablename ~ ('_' || run_id || '_(raw|bad_cells)$')) AS staged
    FROM ingestion_runs ORDER BY run_id DESC LIMIT 1`);
  return found.rows[0] ?? null;
}
