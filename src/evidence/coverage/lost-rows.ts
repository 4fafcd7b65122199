import type { ClientBase } from 'pg';

/**
 * After so many published runs a loss is forgotten: rows that were not exported again by then are taken for gone for
 * good.
 */
const rememberedRuns = 5;

/** Of a row of `run_changes`, as `v` has it: what says which order or product it belongs to, without copying the row itself. */
const ofRow = `
  (coalesce(v->>'of_id', v->>'faseof_of_id', v->>'ofch_of_id'))::integer AS of_id,
  (v->>'funcionariofaseof_faseof_id')::integer AS faseof_id,
  CASE WHEN table_name IN ('modelos', 'fases_standard_modelos') THEN coalesce(v->>'produto_id', v->>'produtofase_produto_id')::integer END AS produto_id`;

/** The order that a changed row belongs to; assignments of people name a phase, and through it an order. */
const orderOf = `CASE WHEN c.faseof_id IS NULL THEN c.of_id ELSE coalesce(
    (SELECT f.faseof_of_id FROM fases_ordem_fabrico f WHERE f.faseof_id = c.faseof_id),
    (SELECT f.of_id FROM a_changed_row f WHERE f.table_name = 'fases_ordem_fabrico' AND f.key = c.faseof_id::text)) END`;

/**
 * Remembers, within the publishing transaction, which rows this run lost against the one before it, by order. A row that
 * came in for the same order makes up for one that went: it was worded anew, or it is back.
 */
export async function recordLostRows(client: ClientBase, runId: number, base: number | null): Promise<void> {
  if (base === null) {
    await client.query('DELETE FROM lost_rows');
    return;
  }
  await client.query(
    `DELETE FROM lost_rows WHERE run_id < (
       SELECT min(run_id) FROM (SELECT run_id FROM ingestion_runs WHERE status = 'completed' AND run_id < $1 ORDER BY run_id DESC LIMIT ${rememberedRuns}) r)`,
    [runId],
  );
  if (!(await anythingToCount(client, runId))) return;
  await client.query(`
    CREATE TEMP TABLE a_changed_row ON COMMIT DROP AS
    SELECT table_name, key, CASE WHEN after IS NULL THEN 1 ELSE -1 END AS sign, ${ofRow}
    FROM run_changes CROSS JOIN LATERAL (SELECT coalesce(before, after) AS v OFFSET 0) r
    WHERE run_id = ${runId} AND (before IS NULL OR after IS NULL);
    CREATE INDEX ON a_changed_row (table_name, key);
    ANALYZE a_changed_row;
    CREATE TEMP TABLE a_lost_row ON COMMIT DROP AS
    SELECT table_name, of_id, produto_id, sum(sign)::integer AS rows
    FROM (SELECT c.table_name, c.sign, ${orderOf} AS of_id, c.produto_id FROM a_changed_row c) x
    GROUP BY 1, 2, 3;
    ANALYZE a_lost_row`);
  await client.query(`
    UPDATE lost_rows l SET rows = l.rows + p.rows, run_id = CASE WHEN p.rows > 0 THEN ${runId} ELSE l.run_id END
    FROM a_lost_row p WHERE l.table_name = p.table_name AND l.of_id IS NOT DISTINCT FROM p.of_id AND l.produto_id IS NOT DISTINCT FROM coalesce(p.produto_id, l.produto_id)`);
  await client.query(`
    INSERT INTO lost_rows (run_id, table_name, of_id, produto_id, familia, created_day, finished_day, inspected_day, rows)
    SELECT ${runId}, p.table_name, p.of_id, coalesce(p.produto_id, o.produto_id, g.produto_id), coalesce(o.familia, a.familia, '?'),
           coalesce(o.created_day, g.created_day), coalesce(o.finished_day, g.finished_day),
           coalesce(o.inspected_day, g.finished_day, g.created_day), p.rows
    FROM a_lost_row p
    LEFT JOIN order_coverage o ON o.of_id = p.of_id
    -- An order that went itself is known by its last row.
    LEFT JOIN (
      SELECT key::integer AS of_id, (before->>'of_produto_id')::integer AS produto_id, (before->>'of_data_criacao')::date AS created_day,
             (before->>'of_data_acabamento')::date AS finished_day
      FROM run_changes WHERE run_id = ${runId} AND table_name = 'ordens_fabrico' AND after IS NULL
    ) g ON g.of_id = p.of_id
    LEFT JOIN agg_product a ON a.produto_id = coalesce(p.produto_id, g.produto_id)
    WHERE p.rows > 0
    ON CONFLICT DO NOTHING`);
  await client.query('DELETE FROM lost_rows WHERE rows <= 0');
  await client.query('DROP TABLE a_changed_row, a_lost_row');
}

/** Where no row is gone and none was missing before, the changes need not be read. */
async function anythingToCount(client: ClientBase, runId: number): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(
    `SELECT EXISTS (SELECT FROM ingestion_sheet_runs WHERE run_id = $1 AND gone > 0) OR EXISTS (SELECT FROM lost_rows) AS any`,
    [runId],
  );
  return rows[0]!.any;
}
