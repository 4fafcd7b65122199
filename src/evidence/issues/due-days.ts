import { restingPhases, zombieDays } from '../../contract/factory/index.js';
import { literal } from '../../contract/sql.js';
import { head } from './finding.js';
import { fewestOpen, leakCutoffsDays, leakRatio, nearDueDays } from './types.js';

/**
 * Due days as they stand now, held against the orders that were open at past moments: shares with a due day at all, and of these with one
 * in the coming days. Where the past has more than twice as much as the dump's own moment, or less than half, they were set later.
 */
export function dueDaysThatKnowTheFuture(asOf: string): string {
  const today = `${literal(asOf)}::date`;
  const ratio = (one: string, other: string): string =>
    `greatest(${one} / nullif(${other}, 0), ${other} / nullif(${one}, 0))`;
  return `${head('DUE_DAYS_KNOW_FUTURE')}, 'ordens_fabrico', 'of_data_transporte', current.due_days,
      jsonb_build_array(jsonb_build_object('moment', ${today}, 'with_due', round(current.with_due_day, 3), 'near', round(current.near, 3)),
        jsonb_build_object('moments', earlier.moments, 'with_due', round(earlier.with_due_day, 3), 'near', round(earlier.near, 3)))
    FROM (SELECT due_days, with_due_day, near FROM (${dueShares(`SELECT ${today} AS day`, today)}) s) current CROSS JOIN (
      SELECT count(*)::int AS moments, (percentile_cont(0.5) WITHIN GROUP (ORDER BY with_due_day))::numeric AS with_due_day,
             (percentile_cont(0.5) WITHIN GROUP (ORDER BY near))::numeric AS near
      FROM (${dueShares(pastMoments(today), `${today} - ${leakCutoffsDays.from}`)}) s) earlier
    WHERE ${ratio('earlier.with_due_day', 'current.with_due_day')} > ${leakRatio} OR ${ratio('earlier.near', 'current.near')} > ${leakRatio}`;
}

function pastMoments(today: string): string {
  const { from, to } = leakCutoffsDays;
  // Every order is held against every day: each day is computed once.
  return `SELECT day FROM (
      SELECT (date_trunc('month', (${today} - ${from})::timestamp) + n * interval '1 month')::date + 14 AS day FROM generate_series(0, 12) n) d
    WHERE day BETWEEN ${today} - ${from} AND ${today} - ${to} OFFSET 0`;
}

/**
 * At each day of a query, none of them before `earliest`: how many open orders have a due day, which share that is, and which
 * share of these is near.
 */
function dueShares(days: string, earliest: string): string {
  // Orders that are too old for all of the days are left out first, and each date is taken from its moment once.
  const orders = `SELECT of_data_criacao::date AS created_day, of_data_acabamento IS NOT NULL AS is_finished, of_data_acabamento::date AS finished_day,
        of_data_transporte::date AS due_day, coalesce(of_fase_id IN (${restingPhases.join(', ')}), false) AS is_resting
      FROM ordens_fabrico WHERE of_data_criacao >= ${earliest} - ${zombieDays} OFFSET 0`;
  return `SELECT d.day, count(o.due_day)::int AS due_days, count(o.due_day)::numeric / count(*) AS with_due_day,
      (count(*) FILTER (WHERE o.due_day BETWEEN d.day AND d.day + ${nearDueDays}))::numeric / nullif(count(o.due_day), 0) AS near
    FROM (${days}) d JOIN (${orders}) o ON o.created_day < d.day AND o.created_day >= d.day - ${zombieDays}
      AND CASE WHEN o.finished_day >= o.created_day THEN o.finished_day >= d.day ELSE o.is_finished OR NOT o.is_resting END
    GROUP BY d.day HAVING count(*) >= ${fewestOpen}`;
}
