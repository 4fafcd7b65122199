import pg from 'pg';
import { serverUrl } from '../lib/homes.mjs';

/** The run that readers see. */
export async function publishedRun(home) {
  const client = new pg.Client({ connectionString: await serverUrl(home) });
  await client.connect();
  try {
    return (await client.query('SELECT run_id::int AS value FROM publication')).rows[0].value;
  } finally {
    await client.end();
  }
}

/** What callers ask about: the ids, days, families and phases that the database really has. */
export async function factsOf(home) {
  const client = new pg.Client({ connectionString: await serverUrl(home) });
  await client.connect();
  const list = async (sql) => (await client.query(sql)).rows.map((row) => row.value);
  try {
    const orders = await list('SELECT of_id AS value FROM agg_ordem ORDER BY 1');
    if (orders.length === 0) throw new Error('the database holds no orders');
    return {
      orders,
      openOrders: await list('SELECT of_id AS value FROM agg_ordem WHERE aberta ORDER BY 1'),
      products: await list('SELECT produto_id AS value FROM agg_produto WHERE ordens > 0 ORDER BY 1'),
      families: await list("SELECT DISTINCT familia AS value FROM agg_ordem WHERE familia <> '?' ORDER BY 1"),
      phases: await list(
        'SELECT DISTINCT faseof_fase_id AS value FROM fases_ordem_fabrico WHERE faseof_fase_id IS NOT NULL ORDER BY 1',
      ),
      busyPhases: await list(
        'SELECT DISTINCT fase_id AS value FROM agg_ordem WHERE aberta AND fase_id IS NOT NULL ORDER BY 1',
      ),
      culprits: await list(
        'SELECT DISTINCT fase_culpada AS value FROM agg_erro_dia WHERE fase_culpada IS NOT NULL ORDER BY 1',
      ),
      words: await list(
        "SELECT DISTINCT lower(split_part(produto_nome, ' ', 2)) AS value FROM agg_produto WHERE produto_nome LIKE '% %' AND ordens > 0 ORDER BY 1",
      ).then((words) => words.filter((word) => /^[a-z0-9-]{2,}$/.test(word))),
      days: await list(
        'SELECT dia::text AS value FROM agg_dia WHERE dia <= (SELECT as_of::date FROM publication) ORDER BY dia',
      ),
      runId: await publishedRun(home),
      lastDay: (await list('SELECT as_of::date::text AS value FROM publication'))[0],
      rows: Number(
        (
          await list(
            'SELECT sum(rows) AS value FROM ingestion_sheet_runs WHERE run_id = (SELECT run_id FROM publication)',
          )
        )[0],
      ),
    };
  } finally {
    await client.end();
  }
}
