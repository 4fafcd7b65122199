import type { ClientBase } from 'pg';
import { backtest, type Population, populations, type Score } from './backtest.js';
import { type Pair, ratioInterval } from './bootstrap.js';
import { planBacktest } from './cutoffs.js';
import type { PastOrder } from './past-order.js';
import { epoch, readPastOrders } from './past-orders.js';
import { recordChanceGate } from './record-chance-gate.js';
import { recordOutlook } from './record-outlook.js';

/** Raised whenever the forecast or its backtest is computed otherwise: a kept backtest of another rule is made anew. */
export const backtestRuleVersion = 3;

/** The first orders of a history may be strays with a mistyped year: it begins where this share of them is created. */
const strays = 0.01;

/** Stands for all families together. */
export const allFamilies = 'all';

export interface RecordedBacktest {
  /** False if the backtest of this state exists already, or if neither this one nor the one before has a result. */
  readonly isNew: boolean;
  readonly cutoffs: number;
}

/**
 * Tries the forecast on past days and keeps the scores, in place of those kept before, unless these are of the published state. Within a
 * transaction of the caller, in which nobody else changes core; null where nothing is published.
 */
export async function recordBacktest(client: Pick<ClientBase, 'query'>): Promise<RecordedBacktest | null> {
  const { rows } = await client.query<{ today: number; cutoffs: number | null }>(
    `SELECT p.as_of::date - ${epoch} AS today, e.cutoffs
     FROM publication p LEFT JOIN forecast_backtest e ON e.run_id = p.run_id AND e.rule_version = ${backtestRuleVersion}
     WHERE p.run_id IS NOT NULL`,
  );
  const state = rows[0];
  if (state === undefined) return null;
  if (state.cutoffs !== null) return { isNew: false, cutoffs: state.cutoffs };
  const began = performance.now();
  const orders = await readPastOrders(client, null);
  const firstDay = firstDayOf(orders, state.today);
  const plan = planBacktest(firstDay, state.today);
  const replaced = await forget(client);
  await write(client, backtest(orders, plan, state.today));
  const decided = await recordChanceGate(client, orders, state.today);
  await recordOutlook(client, { orders, plan, firstDay, today: state.today });
  await client.query(
    `INSERT INTO forecast_backtest (run_id, as_of, computed_at, rule_version, cutoffs, censor_days, seconds)
     SELECT run_id, as_of, clock_timestamp(), ${backtestRuleVersion}, $1, $2, round($3::numeric, 3) FROM publication`,
    [plan.cutoffs.length, plan.censor_days, (performance.now() - began) / 1000],
  );
  return { isNew: plan.cutoffs.length + replaced + decided > 0, cutoffs: plan.cutoffs.length };
}

export function firstDayOf(orders: readonly PastOrder[], today: number): number {
  const days = orders.map((one) => one.created).sort((a, b) => a - b);
  return days[Math.floor(strays * days.length)] ?? today;
}

/** Returns how many cut-offs the kept one had. */
async function forget(client: Pick<ClientBase, 'query'>): Promise<number> {
  await client.query('DELETE FROM forecast_backtest_cutoff');
  await client.query('DELETE FROM forecast_backtest_ratio');
  const { rows } = await client.query<{ cutoffs: number }>('DELETE FROM forecast_backtest RETURNING cutoffs');
  return rows[0]?.cutoffs ?? 0;
}

async function write(client: Pick<ClientBase, 'query'>, scores: readonly Score[]): Promise<void> {
  await client.query(
    `INSERT INTO forecast_backtest_cutoff (population, cutoff_day, familia, quantile, orders, loss, loss_base, judged, covered, judged_base, covered_base)
     SELECT population, ${epoch} + cutoff, family, share, orders, loss, "baseLoss", judged, covered, "baseJudged", "baseCovered"
     FROM jsonb_to_recordset($1) AS s(population text, cutoff integer, family text, share double precision, orders integer, loss double precision,
       "baseLoss" double precision, judged integer, covered integer, "baseJudged" integer, "baseCovered" integer)`,
    [JSON.stringify(scores)],
  );
  const families = [allFamilies, ...new Set(scores.map((one) => one.family))];
  for (const population of populations)
    for (const family of families) await writeRatio(client, population, family, scores);
}

async function writeRatio(
  client: Pick<ClientBase, 'query'>,
  population: Population,
  family: string,
  all: readonly Score[],
): Promise<void> {
  const pairs = pairsByCutoff(
    all.filter((one) => one.population === population && (family === allFamilies || one.family === family)),
  );
  if (pairs.length === 0) return;
  const sum = (name: keyof Pair): number => pairs.reduce((total, one) => total + one[name], 0);
  const interval = ratioInterval(pairs);
  await client.query(
    `INSERT INTO forecast_backtest_ratio (population, familia, cutoffs, cutoffs_better, ratio, ratio_low, ratio_high) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      population,
      family,
      pairs.length,
      pairs.filter(({ loss, baseLoss }) => loss < baseLoss).length,
      sum('baseLoss') > 0 ? sum('loss') / sum('baseLoss') : null,
      interval?.low ?? null,
      interval?.high ?? null,
    ],
  );
}

function pairsByCutoff(scores: readonly Score[]): Pair[] {
  const sums = new Map<number, { loss: number; baseLoss: number }>();
  for (const { cutoff, loss, baseLoss } of scores) {
    const sum = sums.get(cutoff) ?? { loss: 0, baseLoss: 0 };
    sums.set(cutoff, { loss: sum.loss + loss, baseLoss: sum.baseLoss + baseLoss });
  }
  return [...sums].sort(([a], [b]) => a - b).map(([, pair]) => pair);
}
