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
    const orders = await list('SELECT of_id AS value FROM agg_order ORDER BY 1');
    if (orders.length === 0) throw new Error('the database holds no orders');
    return {
      orders,
      openOrders: await list('SELECT of_id AS value FROM agg_order WHERE is_open ORDER BY 1'),
      products: await list('SELECT produto_id AS value FROM agg_product WHERE orders > 0 ORDER BY 1'),
      families: await list("SELECT DISTINCT familia AS value FROM agg_order WHERE familia <> '?' ORDER BY 1"),
      phases: await list(
        'SELECT DISTINCT faseof_fase_id AS value FROM fases_ordem_fabrico WHERE faseof_fase_id IS NOT NULL ORDER BY 1',
      ),
      busyPhases: await list(
        'SELECT DISTINCT fase_id AS value FROM agg_order WHERE is_open AND fase_id IS NOT NULL ORDER BY 1',
      ),
      culprits: await list(
        'SELECT DISTINCT fase_culpada AS value FROM agg_error_day WHERE fase_culpada IS NOT NULL ORDER BY 1',
      ),
      words: await list(
        "SELECT DISTINCT lower(split_part(produto_nome, ' ', 2)) AS value FROM agg_product WHERE produto_nome LIKE '% %' AND orders > 0 ORDER BY 1",
      ).then((words) => words.filter((word) => /^[a-z0-9-]{2,}$/.test(word))),
      days: await list(
        'SELECT day::text AS value FROM agg_day WHERE day <= (SELECT as_of::date FROM publication) ORDER BY day',
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
