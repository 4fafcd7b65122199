import type { ClientBase } from 'pg';

/**
 * So many published runs later a loss is taken for what the factory is like now: whoever has not exported the rows again
 * by then never will.
 */
const remembered_runs = 5;

/** The order that a changed row belongs to; assignments of people name a phase, and through it an order. */
const orderOf = `CASE c.tabela
    WHEN 'ordens_fabrico' THEN (c.linha->>'of_id')::integer
    WHEN 'fases_ordem_fabrico' THEN (c.linha->>'faseof_of_id')::integer
    WHEN 'erros_ordem_fabrico' THEN (c.linha->>'ofch_of_id')::integer
    WHEN 'funcionarios_fase_ordem_fabrico' THEN coalesce(
      (SELECT f.faseof_of_id FROM fases_ordem_fabrico f WHERE f.faseof_id = (c.linha->>'funcionariofaseof_faseof_id')::integer),
      (SELECT (f.linha->>'faseof_of_id')::integer FROM a_mudou f
       WHERE f.tabela = 'fases_ordem_fabrico' AND f.chave = c.linha->>'funcionariofaseof_faseof_id')) END`;
const productOf = `CASE c.tabela
    WHEN 'modelos' THEN (c.linha->>'produto_id')::integer
    WHEN 'fases_standard_modelos' THEN (c.linha->>'produtofase_produto_id')::integer END`;

/**
 * Remembers, within the publishing transaction, which rows this run lost against the one before it, by order. A row that
 * came in for the same order makes up for one that went: it was worded anew, or it is back.
 */
export async function keepLostRows(client: ClientBase, runId: number, base: number | null): Promise<void> {
  if (base === null) {
    await client.query('DELETE FROM linhas_perdidas');
    return;
  }
  await client.query(
    `DELETE FROM linhas_perdidas WHERE run_id < (
       SELECT min(run_id) FROM (SELECT run_id FROM ingestion_runs WHERE status = 'completed' AND run_id < $1 ORDER BY run_id DESC LIMIT ${remembered_runs}) r)`,
    [runId],
  );
  if (!(await anythingToCount(client, runId))) return;
  await client.query(`
    CREATE TEMP TABLE a_mudou ON COMMIT DROP AS
    SELECT tabela, chave, coalesce(before, after) AS linha, CASE WHEN after IS NULL THEN 1 ELSE -1 END AS sinal
    FROM run_changes WHERE run_id = ${runId} AND (before IS NULL OR after IS NULL);
    CREATE INDEX ON a_mudou (tabela, chave);
    ANALYZE a_mudou;
    CREATE TEMP TABLE a_perda ON COMMIT DROP AS
    SELECT tabela, of_id, produto_id, sum(sinal)::integer AS linhas
    FROM (SELECT c.tabela, c.sinal, ${orderOf} AS of_id, ${productOf} AS produto_id FROM a_mudou c) x
    GROUP BY 1, 2, 3;
    ANALYZE a_perda`);
  await client.query(`
    UPDATE linhas_perdidas l SET linhas = l.linhas + p.linhas, run_id = CASE WHEN p.linhas > 0 THEN ${runId} ELSE l.run_id END
    FROM a_perda p WHERE l.tabela = p.tabela AND l.of_id IS NOT DISTINCT FROM p.of_id AND l.produto_id IS NOT DISTINCT FROM coalesce(p.produto_id, l.produto_id)`);
  await client.query(`
    INSERT INTO linhas_perdidas (run_id, tabela, of_id, produto_id, familia, dia_criacao, dia_acabamento, dia_desmolde, linhas)
    SELECT ${runId}, p.tabela, p.of_id, coalesce(p.produto_id, o.produto_id, g.produto_id), coalesce(o.familia, a.familia, '?'),
           coalesce(o.dia_criacao, g.dia_criacao), coalesce(o.dia_acabamento, g.dia_acabamento),
           coalesce(o.dia_desmolde, g.dia_acabamento, g.dia_criacao), p.linhas
    FROM a_perda p
    LEFT JOIN ordem_cobertura o ON o.of_id = p.of_id
    -- An order that went itself is known by its last row.
    LEFT JOIN (
      SELECT chave::integer AS of_id, (linha->>'of_produto_id')::integer AS produto_id, (linha->>'of_data_criacao')::date AS dia_criacao,
             (linha->>'of_data_acabamento')::date AS dia_acabamento
      FROM a_mudou WHERE tabela = 'ordens_fabrico' AND sinal = 1
    ) g ON g.of_id = p.of_id
    LEFT JOIN agg_produto a ON a.produto_id = coalesce(p.produto_id, g.produto_id)
    WHERE p.linhas > 0
    ON CONFLICT DO NOTHING`);
  await client.query('DELETE FROM linhas_perdidas WHERE linhas <= 0');
  await client.query('DROP TABLE a_mudou, a_perda');
}

/** In most months nothing went, and nothing is missed: then the changes need not be read. */
async function anythingToCount(client: ClientBase, runId: number): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(
    `SELECT EXISTS (SELECT FROM ingestion_sheet_runs WHERE run_id = $1 AND gone > 0) OR EXISTS (SELECT FROM linhas_perdidas) AS any`,
    [runId],
  );
  return rows[0]!.any;
}
