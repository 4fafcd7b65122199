import type { ClientBase } from 'pg';
import { activeShare, noFamily, recent_days, secondsSql } from './rules.js';
import type { Scope } from './scope.js';
import { phaseDelta } from './touched.js';

const month = (day: string): string => `date_trunc('month', ${day})::date`;

/** All phases counted anew. `agg_ordem` must be refreshed. */
export async function buildPhases({ client, asOf }: Scope): Promise<void> {
  // Filled by CREATE TABLE AS first: an INSERT ... SELECT may not use more than one processor.
  await client.query(`
    CREATE TEMP TABLE a_dia ON COMMIT DROP AS
    SELECT faseof_fim::date AS dia, faseof_fase_id AS fase_id, count(*)::int AS fases, (count(*) FILTER (WHERE faseof_retorno))::int AS retornos
    FROM fases_ordem_fabrico WHERE faseof_fim <= ${asOf} GROUP BY 1, 2`);
  await client.query('DELETE FROM agg_fase_dia');
  await client.query(
    'INSERT INTO agg_fase_dia (dia, fase_id, fases, retornos) SELECT dia, fase_id, fases, retornos FROM a_dia ORDER BY 1, 2',
  );
  await client.query(`
    CREATE TEMP TABLE a_mes ON COMMIT DROP AS
    SELECT f.faseof_fase_id AS fase_id, coalesce(o.familia, '${noFamily}') AS familia, ${month('f.faseof_fim')} AS mes, count(*)::int AS fases,
           (count(*) FILTER (WHERE f.faseof_retorno))::int AS retornos, array_agg(${secondsSql('f', asOf)}) AS segundos
    FROM fases_ordem_fabrico f LEFT JOIN agg_ordem o ON o.of_id = f.faseof_of_id
    WHERE f.faseof_fim <= ${asOf} GROUP BY 1, 2, 3`);
  await client.query('DELETE FROM agg_fase_mes');
  await client.query(`
    INSERT INTO agg_fase_mes (fase_id, familia, mes, fases, retornos, segundos)
    SELECT fase_id, familia, mes, fases, retornos, array_remove(segundos, NULL) FROM a_mes`);
  await client.query('DELETE FROM agg_fase_valor');
  await client.query(`
    INSERT INTO agg_fase_valor (fase_id, segundos, n)
    SELECT fase_id, s, count(*)::int FROM agg_fase_mes CROSS JOIN LATERAL unnest(segundos) s GROUP BY 1, 2`);
  await client.query('DROP TABLE a_dia, a_mes');
}

/** The counts put right by what the touched phases counted before and count now. */
export async function adjustPhases({ client }: Scope): Promise<void> {
  await client.query(`
    INSERT INTO agg_fase_dia AS a (dia, fase_id, fases, retornos)
    SELECT dia, fase_id, sum(sinal), coalesce(sum(sinal) FILTER (WHERE retorno), 0) FROM ${phaseDelta} WHERE dia IS NOT NULL GROUP BY 1, 2
    HAVING sum(sinal) <> 0 OR coalesce(sum(sinal) FILTER (WHERE retorno), 0) <> 0
    ON CONFLICT (dia, fase_id) DO UPDATE SET fases = a.fases + excluded.fases, retornos = a.retornos + excluded.retornos`);
  await client.query('DELETE FROM agg_fase_dia WHERE fases = 0');
  await adjustMonths(client);
  await client.query(`
    INSERT INTO agg_fase_valor AS a (fase_id, segundos, n)
    SELECT fase_id, segundos, sum(sinal) FROM ${phaseDelta} WHERE segundos IS NOT NULL GROUP BY 1, 2 HAVING sum(sinal) <> 0
    ON CONFLICT (fase_id, segundos) DO UPDATE SET n = a.n + excluded.n`);
  await client.query('DELETE FROM agg_fase_valor WHERE n = 0');
}

async function adjustMonths(client: ClientBase): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE a_mes ON COMMIT DROP AS
    WITH valores AS (
      SELECT fase_id, familia, ${month('dia')} AS mes, retorno, segundos, sum(sinal)::int AS n FROM ${phaseDelta} WHERE dia IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(sinal) <> 0)
    SELECT fase_id, familia, mes, sum(n)::int AS fases, coalesce(sum(n) FILTER (WHERE retorno), 0)::int AS retornos,
           array_agg(segundos ORDER BY segundos) FILTER (WHERE segundos IS NOT NULL) AS valores,
           array_agg(n ORDER BY segundos) FILTER (WHERE segundos IS NOT NULL) AS vezes
    FROM valores GROUP BY 1, 2, 3`);
  await client.query(`
    INSERT INTO agg_fase_mes AS a (fase_id, familia, mes, fases, retornos, segundos)
    SELECT d.fase_id, d.familia, d.mes, coalesce(h.fases, 0) + d.fases, coalesce(h.retornos, 0) + d.retornos,
           ${addToArray('h.segundos', 'd.valores', 'd.vezes')}
    FROM a_mes d LEFT JOIN agg_fase_mes h ON h.fase_id = d.fase_id AND h.familia = d.familia AND h.mes = d.mes
    ON CONFLICT (fase_id, familia, mes) DO UPDATE SET fases = excluded.fases, retornos = excluded.retornos, segundos = excluded.segundos`);
  await client.query('DELETE FROM agg_fase_mes WHERE fases = 0');
  await client.query('DROP TABLE a_mes');
}

/** An array with some values put in (vezes > 0) and others taken out (vezes < 0). SQL. */
export function addToArray(array: string, values: string, times: string): string {
  return `CASE WHEN ${values} IS NULL THEN coalesce(${array}, '{}') ELSE coalesce((
      SELECT array_agg(s) FROM (
        SELECT s, sum(n) AS n FROM (
          SELECT s, 1 AS n FROM unnest(${array}) s UNION ALL SELECT s, n FROM unnest(${values}, ${times}) v(s, n)) u
        GROUP BY s) w CROSS JOIN LATERAL generate_series(1, w.n)), '{}') END`;
}

/** What comes from the counts above, or moves with the dump's moment. */
export async function refreshPhaseSummaries({ client, asOf }: Scope): Promise<void> {
  await client.query('DELETE FROM agg_fase_mediana');
  // The first value whose share of the rows reaches the percentile, as percentile_disc takes it.
  await client.query(`
    INSERT INTO agg_fase_mediana (fase_id, n, mediana_segundos, p90_segundos)
    SELECT fase_id, max(ate), min(segundos) FILTER (WHERE ate >= 0.5 * total), min(segundos) FILTER (WHERE ate >= 0.9 * total)
    FROM (SELECT fase_id, segundos, sum(n) OVER (PARTITION BY fase_id ORDER BY segundos) AS ate, sum(n) OVER (PARTITION BY fase_id) AS total
          FROM agg_fase_valor) v GROUP BY fase_id`);
  await client.query(`
    CREATE TEMP TABLE a_recente ON COMMIT DROP AS
    SELECT DISTINCT faseof_fim::date AS dia, faseof_fase_id AS fase_id, faseof_of_id AS of_id FROM fases_ordem_fabrico
    WHERE faseof_fim <= ${asOf} AND faseof_fim >= ${asOf}::date - ${recent_days - 1}`);
  await client.query('DELETE FROM agg_fase_recente');
  await client.query(`
    INSERT INTO agg_fase_recente (dia, fase_id, familia, ordens)
    SELECT r.dia, r.fase_id, coalesce(o.familia, '${noFamily}'), count(*)::int FROM a_recente r LEFT JOIN agg_ordem o ON o.of_id = r.of_id GROUP BY 1, 2, 3`);
  await client.query('DROP TABLE a_recente');
  await client.query('DELETE FROM agg_dia');
  await client.query(`
    WITH dias AS (
      SELECT a.dia, sum(a.fases)::int AS fases FROM agg_fase_dia a JOIN fases_catalogo c ON c.fase_id = a.fase_id
      WHERE c.fase_de_producao AND NOT coalesce(c.fase_automatica, false) GROUP BY a.dia),
    tipico AS (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY fases) AS fases FROM dias)
    INSERT INTO agg_dia (dia, fases, activo) SELECT d.dia, d.fases, d.fases >= ${activeShare} * t.fases FROM dias d CROSS JOIN tipico t`);
}
