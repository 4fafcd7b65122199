import type { ClientBase } from 'pg';
import { firstDaySql } from '../contract/sql.js';
import { activeShare, noFamily, secondsSql } from './rules.js';
import type { Scope } from './scope.js';
import { phaseDelta } from './touched.js';

const dayMeasures = ['phases', 'reworks', 'weighed', 'weighed_over_10_kg'] as const;
const dayColumns = ['day', 'fase_id', ...dayMeasures].join(', ');

/** All phases counted anew. `agg_order` must be refreshed. */
export async function buildPhases({ client, asOf }: Scope): Promise<void> {
  // Filled by CREATE TABLE AS first: an INSERT ... SELECT may not use more than one processor.
  await client.query(`
    CREATE TEMP TABLE a_day ON COMMIT DROP AS
    SELECT faseof_fim::date AS day, faseof_fase_id AS fase_id, count(*)::int AS phases, (count(*) FILTER (WHERE faseof_retorno))::int AS reworks,
           (count(*) FILTER (WHERE faseof_peso > 0))::int AS weighed, (count(*) FILTER (WHERE faseof_peso > 10))::int AS weighed_over_10_kg
    FROM fases_ordem_fabrico WHERE faseof_fim <= ${asOf} GROUP BY 1, 2`);
  await client.query('DELETE FROM agg_phase_day');
  await client.query(
    `INSERT INTO agg_phase_day (${dayColumns}) SELECT ${dayColumns} FROM a_day ORDER BY 1, 2`,
  );
  await client.query(`
    CREATE TEMP TABLE a_month ON COMMIT DROP AS
    SELECT f.faseof_fase_id AS fase_id, coalesce(o.familia, '${noFamily}') AS familia, ${firstDaySql('month', 'f.faseof_fim')} AS month, count(*)::int AS phases,
           (count(*) FILTER (WHERE f.faseof_retorno))::int AS reworks, array_agg(${secondsSql('f', asOf)}) AS seconds
    FROM fases_ordem_fabrico f LEFT JOIN agg_order o ON o.of_id = f.faseof_of_id
    WHERE f.faseof_fim <= ${asOf} GROUP BY 1, 2, 3`);
  await client.query('DELETE FROM agg_phase_month');
  await client.query(`
    INSERT INTO agg_phase_month (fase_id, familia, month, phases, reworks, seconds)
    SELECT fase_id, familia, month, phases, reworks, array_remove(seconds, NULL) FROM a_month`);
  await client.query('DELETE FROM agg_phase_duration');
  await client.query(`
    INSERT INTO agg_phase_duration (fase_id, seconds, n)
    SELECT fase_id, s, count(*)::int FROM agg_phase_month CROSS JOIN LATERAL unnest(seconds) s GROUP BY 1, 2`);
  await client.query('DROP TABLE a_day, a_month');
}

/** The counts put right by what the touched phases counted before and count now. */
export async function adjustPhases({ client }: Scope): Promise<void> {
  const counts: Readonly<Record<(typeof dayMeasures)[number], string>> = {
    phases: 'true',
    reworks: 'is_rework',
    weighed: 'kg > 0',
    weighed_over_10_kg: 'kg > 10',
  };
  const sums = dayMeasures.map((name) => `coalesce(sum(sign) FILTER (WHERE ${counts[name]}), 0) AS ${name}`);
  await client.query(`
    INSERT INTO agg_phase_day AS a (${dayColumns})
    SELECT * FROM (SELECT day, fase_id, ${sums.join(', ')} FROM ${phaseDelta} WHERE day IS NOT NULL GROUP BY 1, 2) d
    WHERE ${dayMeasures.map((name) => `${name} <> 0`).join(' OR ')}
    ON CONFLICT (day, fase_id) DO UPDATE SET ${dayMeasures.map((name) => `${name} = a.${name} + excluded.${name}`).join(', ')}`);
  await client.query('DELETE FROM agg_phase_day WHERE phases = 0');
  await adjustMonths(client);
  await client.query(`
    INSERT INTO agg_phase_duration AS a (fase_id, seconds, n)
    SELECT fase_id, seconds, sum(sign) FROM ${phaseDelta} WHERE seconds IS NOT NULL GROUP BY 1, 2 HAVING sum(sign) <> 0
    ON CONFLICT (fase_id, seconds) DO UPDATE SET n = a.n + excluded.n`);
  await client.query('DELETE FROM agg_phase_duration WHERE n = 0');
}

async function adjustMonths(client: ClientBase): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE a_month ON COMMIT DROP AS
    WITH durations AS (
      SELECT fase_id, familia, ${firstDaySql('month', 'day')} AS month, is_rework, seconds, sum(sign)::int AS n FROM ${phaseDelta} WHERE day IS NOT NULL
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign) <> 0)
    SELECT fase_id, familia, month, sum(n)::int AS phases, coalesce(sum(n) FILTER (WHERE is_rework), 0)::int AS reworks,
           array_agg(seconds ORDER BY seconds) FILTER (WHERE seconds IS NOT NULL) AS durations,
           array_agg(n ORDER BY seconds) FILTER (WHERE seconds IS NOT NULL) AS times
    FROM durations GROUP BY 1, 2, 3`);
  await client.query(`
    INSERT INTO agg_phase_month AS a (fase_id, familia, month, phases, reworks, seconds)
    SELECT d.fase_id, d.familia, d.month, coalesce(h.phases, 0) + d.phases, coalesce(h.reworks, 0) + d.reworks,
           ${addToArray('h.seconds', 'd.durations', 'd.times')}
    FROM a_month d LEFT JOIN agg_phase_month h ON h.fase_id = d.fase_id AND h.familia = d.familia AND h.month = d.month
    ON CONFLICT (fase_id, familia, month) DO UPDATE SET phases = excluded.phases, reworks = excluded.reworks, seconds = excluded.seconds`);
  await client.query('DELETE FROM agg_phase_month WHERE phases = 0');
  await client.query('DROP TABLE a_month');
}

/** An array with some values put in (times > 0) and others taken out (times < 0). SQL. */
export function addToArray(array: string, values: string, times: string): string {
  return `CASE WHEN ${values} IS NULL THEN coalesce(${array}, '{}') ELSE coalesce((
      SELECT array_agg(s) FROM (
        SELECT s, sum(n) AS n FROM (
          SELECT s, 1 AS n FROM unnest(${array}) s UNION ALL SELECT s, n FROM unnest(${values}, ${times}) v(s, n)) u
        GROUP BY s) w CROSS JOIN LATERAL generate_series(1, w.n)), '{}') END`;
}

/** What comes from the counts above. */
export async function refreshPhaseSummaries({ client }: Scope): Promise<void> {
  await client.query('DELETE FROM agg_phase_median');
  // The first value whose share of the rows reaches the percentile, as percentile_disc takes it.
  await client.query(`
    INSERT INTO agg_phase_median (fase_id, n, median_seconds, p90_seconds)
    SELECT fase_id, max(up_to), min(seconds) FILTER (WHERE up_to >= 0.5 * total), min(seconds) FILTER (WHERE up_to >= 0.9 * total)
    FROM (SELECT fase_id, seconds, sum(n) OVER (PARTITION BY fase_id ORDER BY seconds) AS up_to, sum(n) OVER (PARTITION BY fase_id) AS total
          FROM agg_phase_duration) v GROUP BY fase_id`);
  await client.query('DELETE FROM agg_day');
  await client.query(`
    WITH days AS (
      SELECT a.day, sum(a.phases)::int AS phases FROM agg_phase_day a JOIN fases_catalogo c ON c.fase_id = a.fase_id
      WHERE c.fase_de_producao AND NOT coalesce(c.fase_automatica, false) GROUP BY a.day),
    typical AS (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY phases) AS phases FROM days)
    INSERT INTO agg_day (day, phases, is_active) SELECT d.day, d.phases, d.phases >= ${activeShare} * t.phases FROM days d CROSS JOIN typical t`);
}
