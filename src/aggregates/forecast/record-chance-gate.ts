import type { ClientBase } from 'pg';
import { aucOf, brierOf, chanceGate, type JudgedChance } from './chance-gate.js';
import type { SeenDueDay } from './due-cases.js';
import type { PastOrder } from './past-order.js';
import { epoch } from './past-orders.js';

const fifths = 5;

/** Decides anew whether a chance of lateness may be shown, and keeps that; returns on how many first days of months it was decided. */
export async function recordChanceGate(
  client: Pick<ClientBase, 'query'>,
  orders: readonly PastOrder[],
  today: number,
): Promise<number> {
  const { rows: days } = await client.query<SeenDueDay>(
    `SELECT of_id, as_of::date - ${epoch} AS seen, day - ${epoch} AS due FROM seen_due_day WHERE withdrawn_by IS NULL ORDER BY run_id, of_id`,
  );
  const { steps, scaling, judged } = chanceGate(orders, days, today);
  await client.query('DELETE FROM forecast_lateness_cutoff');
  await client.query('DELETE FROM forecast_lateness');
  if (steps.length === 0) return 0;
  await client.query(
    `INSERT INTO forecast_lateness_cutoff (cutoff_day, resolved, cutoffs, skill, is_open)
     SELECT ${epoch} + anchor, resolved, cutoffs, skill, "isOpen"
     FROM jsonb_to_recordset($1) AS s(anchor integer, resolved integer, cutoffs integer, skill double precision, "isOpen" boolean)`,
    [JSON.stringify(steps)],
  );
  const some = judged.length > 0;
  await client.query(
    `INSERT INTO forecast_lateness (is_open, a, b, c, cases, auc, brier, brier_base, reliability) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      scaling !== null,
      ...[scaling?.a ?? null, scaling?.b ?? null, scaling?.c ?? null],
      judged.length,
      some ? aucOf(judged) : null,
      some ? brierOf(judged, 'chance') : null,
      some ? brierOf(judged, 'base') : null,
      JSON.stringify(reliabilityOf(judged)),
    ],
  );
  return steps.length;
}

/** Fifths of the chances, from the lowest up: their mean, and how many of the orders were late. */
function reliabilityOf(judged: readonly JudgedChance[]): { chance: number; late: number; orders: number }[] {
  const sorted = judged.toSorted((a, b) => a.chance - b.chance);
  return Array.from({ length: fifths }, (_, n) =>
    sorted.slice(Math.round((n * sorted.length) / fifths), Math.round(((n + 1) * sorted.length) / fifths)),
  )
    .filter((part) => part.length > 0)
    .map((part) => ({
      chance: part.reduce((sum, one) => sum + one.chance, 0) / part.length,
      late: part.filter((one) => one.wasLate).length / part.length,
      orders: part.length,
    }));
}
