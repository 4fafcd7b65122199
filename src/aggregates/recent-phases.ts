import { noFamily, recentDays } from './rules.js';
import { momentLiteral, type Scope } from './scope.js';
import { phaseDelta, type Step } from './touched.js';

const table = 'agg_phase_recent';
const firstDay = (asOf: string): string => `${asOf}::date - ${recentDays - 1}`;

/** Distinct orders by phase and day of the year before the dump's moment, all counted anew. `agg_order` must be refreshed. */
export async function buildRecentPhases({ client, asOf }: Pick<Scope, 'client' | 'asOf'>): Promise<void> {
  await client.query(`DELETE FROM ${table}`);
  await count({ client, asOf }, `f.faseof_fim >= ${firstDay(asOf)}`);
}

/** So many days are read one by one; of more the whole year is. */
const fewDays = 60;

/** Only the days on which phases came, went or changed, and those by which the year has moved. */
export async function adjustRecentPhases({ client, before, after }: Step): Promise<void> {
  const [was, is] = [momentLiteral(before), momentLiteral(after)];
  await client.query(`
    CREATE TEMP TABLE a_recent_day ON COMMIT DROP AS
    SELECT DISTINCT day FROM (
      SELECT day FROM ${phaseDelta} WHERE day IS NOT NULL
      -- A moment that goes back lets in days at the other end of the year.
      UNION ALL SELECT day::date FROM generate_series(${firstDay(is)}, ${firstDay(was)} - 1, interval '1 day') day
    ) d WHERE day BETWEEN ${firstDay(is)} AND ${is}::date;
    ANALYZE a_recent_day`);
  const { rows } = await client.query<{ days: number }>('SELECT count(*)::int AS days FROM a_recent_day');
  if (rows[0]!.days > fewDays) await buildRecentPhases({ client, asOf: is });
  else await recountDays({ client, asOf: is });
  await client.query('DROP TABLE a_recent_day');
}

async function recountDays({ client, asOf }: Pick<Scope, 'client' | 'asOf'>): Promise<void> {
  await client.query(`
    DELETE FROM ${table} WHERE day NOT BETWEEN ${firstDay(asOf)} AND ${asOf}::date OR day IN (SELECT day FROM a_recent_day)`);
  await count({ client, asOf }, 'f.faseof_fim >= d.day AND f.faseof_fim < d.day + 1', 'a_recent_day d JOIN');
}

async function count(
  { client, asOf }: Pick<Scope, 'client' | 'asOf'>,
  when: string,
  days = '',
): Promise<void> {
  const on = days === '' ? 'WHERE' : 'ON';
  // Filled by CREATE TABLE AS first: an INSERT ... SELECT may not use more than one processor.
  await client.query(`
    CREATE TEMP TABLE a_recent ON COMMIT DROP AS
    SELECT DISTINCT f.faseof_fim::date AS day, f.faseof_fase_id AS fase_id, f.faseof_of_id AS of_id
    FROM ${days} fases_ordem_fabrico f ${on} ${when} AND f.faseof_fim <= ${asOf}`);
  await client.query(`
    INSERT INTO ${table} (day, fase_id, familia, orders)
    SELECT r.day, r.fase_id, coalesce(o.familia, '${noFamily}'), count(*)::int FROM a_recent r LEFT JOIN agg_order o ON o.of_id = r.of_id GROUP BY 1, 2, 3`);
  await client.query('DROP TABLE a_recent');
}
