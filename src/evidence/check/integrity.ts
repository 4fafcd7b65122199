import type { ClientBase } from 'pg';

type Queryable = Pick<ClientBase, 'query'>;

/** Something that must never be; `rows` says how often it is. */
export interface IntegrityResult {
  readonly name: string;
  readonly about: string;
  readonly rows: number;
}

/** Each a statement that gives the number of offences. */
const rules: readonly { readonly name: string; readonly about: string; readonly sql: string }[] = [
  {
    name: 'unique_phase',
    about: 'Cada FaseOf_Id está numa só ordem.',
    sql: 'SELECT count(*) - count(DISTINCT faseof_id) AS rows FROM fases_ordem_fabrico',
  },
  {
    name: 'phase_state',
    about: 'Aberta quer dizer começada e por acabar; feita quer dizer acabada.',
    sql: `SELECT count(*) AS rows FROM fases_ordem_fabrico
          WHERE faseof_is_open IS DISTINCT FROM (faseof_inicio IS NOT NULL AND faseof_fim IS NULL)
             OR faseof_is_done IS DISTINCT FROM (faseof_fim IS NOT NULL)`,
  },
  {
    name: 'phase_duration',
    about: 'Uma duração é o fim menos o início, e nunca negativa.',
    sql: `SELECT count(*) AS rows FROM fases_ordem_fabrico
          WHERE faseof_duration_seconds < 0 OR faseof_duration_seconds <> extract(epoch FROM faseof_fim - faseof_inicio)`,
  },
  {
    name: 'error_time',
    about:
      'O momento de uma linha de erro é o fim da fase que o encontrou, senão o início dela, senão a criação da ordem.',
    sql: `SELECT count(*) AS rows FROM erros_ordem_fabrico e
          LEFT JOIN fases_ordem_fabrico f ON f.faseof_id = e.ofch_faseof_avaliacao LEFT JOIN ordens_fabrico o ON o.of_id = e.ofch_of_id
          WHERE e.ofch_event_time IS DISTINCT FROM coalesce(f.faseof_fim, f.faseof_inicio, o.of_data_criacao)`,
  },
  {
    name: 'published_run',
    about: 'O que está publicado é uma carga completa, com a mesma versão dos dados.',
    sql: `SELECT count(*) AS rows FROM publication p LEFT JOIN ingestion_runs r USING (run_id)
          WHERE p.run_id IS NOT NULL AND (r.status IS DISTINCT FROM 'completed' OR r.data_version <> p.data_version OR r.as_of <> p.as_of)`,
  },
];

/** Looks whether what must always hold does hold, over all rows. */
export async function checkIntegrity(client: Queryable): Promise<IntegrityResult[]> {
  const results: IntegrityResult[] = [];
  for (const { name, about, sql } of rules) {
    const { rows } = await client.query<{ rows: number }>(sql);
    results.push({ name, about, rows: Number(rows[0]!.rows) });
  }
  return results;
}
