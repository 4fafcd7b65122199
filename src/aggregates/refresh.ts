import type { ClientBase } from 'pg';
import { literal } from '../contract/sql.js';
import { remeasureSupport, rememberCoverage, type TouchedOrders } from '../evidence/index.js';
import { withoutIndexes } from '../platform/bulk-load.js';
import { fewChanges, fewOrders } from '../platform/few-changes.js';
import { buildAll } from './build-all.js';
import { type BuiltName, replaceWithBuilt } from './build-beside.js';
import { adjustEmployees } from './employees.js';
import { judgeTexts, refreshErrorTexts } from './error-texts.js';
import { refreshErrors } from './errors.js';
import { refreshForecast } from './forecast/refresh-forecast.js';
import { refreshOrderPhases } from './order-phases.js';
import { refreshOrders } from './orders.js';
import { adjustPeriods, copyFacts } from './periods/refresh-periods.js';
import { adjustPhases, refreshPhaseSummaries } from './phases.js';
import { refreshProductMonths } from './product-months.js';
import { refreshProducts } from './products.js';
import { adjustRecentPhases } from './recent-phases.js';
import { refreshBreaks } from './refresh-breaks.js';
import { aggregatesRuleVersion } from './rules.js';
import { momentLiteral, type Scope } from './scope.js';
import { recordKpiSnapshot } from './snapshot.js';
import { largeTables } from './tables.js';
import {
  catalogueChanged,
  countChangedPhases,
  findPhaseDelta,
  findTouched,
  type Step,
  touchedOrders,
} from './touched.js';

export interface RefreshRun {
  readonly runId: number;
  /** The run that was published before; null for the first. */
  readonly base: number | null;
  readonly asOf: string;
  /** Waits for the first aggregates, where they are built beside; else they are built from core. */
  readonly beside?: (() => Promise<BuiltName>) | null;
}

export interface Refreshed {
  readonly mode: 'full' | 'incremental';
  readonly seconds: number;
  /** The orders that the run touched; null where all were counted, or where so many were touched that all may as well be looked at. */
  readonly touched: TouchedOrders | null;
}

/**
 * If a run changed more phases and assignments than this share of all phases, counting everything anew is quicker than
 * correcting the counts. Measured: at 0.18 counting anew takes three times as long.
 */
const incrementalUpTo = 0.4;

/**
 * Brings the tables that services read to the state of core, within the run's publishing transaction: from what the
 * run changed where they were built from its base under today's rules, else whole.
 */
export async function refreshAggregates(client: ClientBase, run: RefreshRun): Promise<Refreshed> {
  const began = performance.now();
  const before = await momentBefore(client, run);
  let touched: TouchedOrders | null = null;
  if (run.base === null) await buildFirst(client, run.asOf, run.beside ?? null);
  else if (before === null) await buildAll(client, run.asOf);
  else touched = await adjust({ client, runId: run.runId, before, after: run.asOf });
  await recordKpiSnapshot(client, run);
  await refreshBreaks(client, { ...run, lastRun: run.base });
  const mode = before === null ? 'full' : 'incremental';
  const seconds = (performance.now() - began) / 1000;
  await client.query(
    'UPDATE agg_state SET run_id = $1, rule_version = $2, as_of = $3, mode = $4, seconds = round($5::numeric, 3)',
    [run.runId, aggregatesRuleVersion, run.asOf, mode, seconds],
  );
  return { mode, seconds, touched };
}

/** The moment of the state that can be gone on from; null where all must be built anew. */
async function momentBefore(client: ClientBase, { runId, base }: RefreshRun): Promise<string | null> {
  if (base === null) return null;
  const { rows } = await client.query<{ as_of: string; phases: number }>(
    `SELECT as_of, (SELECT coalesce(sum(phases), 0)::int FROM agg_order) AS phases FROM agg_state WHERE run_id = $1 AND rule_version = $2`,
    [base, aggregatesRuleVersion],
  );
  const built = rows[0];
  if (built === undefined) return null;
  if ((await countChangedPhases(client, runId)) > Math.max(1000, incrementalUpTo * built.phases)) return null;
  return (await catalogueChanged(client, runId)) ? null : built.as_of;
}

/** Nothing was ever published: nobody can be reading these tables. Emptied in this transaction they need no WAL. */
async function buildFirst(
  client: ClientBase,
  asOf: string,
  beside: (() => Promise<BuiltName>) | null,
): Promise<void> {
  await client.query(`TRUNCATE ${largeTables.join(', ')}`);
  await withoutIndexes(client, largeTables, async () =>
    beside === null ? await buildAll(client, asOf) : await replaceWithBuilt(client, await beside()),
  );
}

/**
 * The moments of error lines of these orders changed without a run: their days are counted anew, where the aggregates are
 * those of the published state at all.
 */
export async function refreshErrorDays(
  client: ClientBase,
  state: PublishedState,
  orders: readonly number[],
): Promise<void> {
  if (!(await isBuiltFrom(client, state))) return;
  await recountOrders(
    client,
    state.asOf,
    `SELECT unnest('{${orders.join()}}'::integer[]) AS of_id`,
    refreshErrors,
  );
  await remeasureSupport(client, state.runId);
}

interface PublishedState {
  readonly runId: number;
  readonly asOf: string;
}

async function isBuiltFrom(client: ClientBase, { runId, asOf }: PublishedState): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT FROM agg_state WHERE run_id = $1 AND rule_version = $2 AND as_of = $3',
    [runId, aggregatesRuleVersion, asOf],
  );
  return rowCount !== 0;
}

/** Does some work on the rows of `orders`, SQL of (of_id), and puts the sums over them right. */
async function recountOrders(
  client: ClientBase,
  moment: string,
  orders: string,
  work: (scope: Scope) => Promise<void>,
): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE a_recounted_order ON COMMIT DROP AS ${orders}; ANALYZE a_recounted_order`,
  );
  const asOf = momentLiteral(moment);
  await copyFacts(client, 'a_recounted_order', 'before');
  await work({ client, asOf, orders: 'a_recounted_order' });
  await copyFacts(client, 'a_recounted_order', 'after');
  await adjustPeriods(client, { before: asOf, after: asOf });
  await client.query('DROP TABLE a_recounted_order');
}

/**
 * The class of these texts (by their keys) was decided otherwise: what rests on their lines is counted anew, and so are
 * the figures of the day. Where the aggregates are not those of the published state, all of them are.
 */
export async function recountTexts(
  client: ClientBase,
  state: PublishedState,
  keys: readonly string[],
): Promise<void> {
  if (await isBuiltFrom(client, state)) {
    const lines = `SELECT DISTINCT e.of_id FROM agg_error_day e JOIN agg_error_text d USING (descricao_id)
      WHERE d.key IN (${keys.map(literal).join(', ')})`;
    await recountOrders(client, state.asOf, lines, async (scope) => {
      await judgeTexts(client);
      await refreshOrders(scope);
      await refreshErrors(scope);
    });
  } else await buildAll(client, state.asOf);
  await remeasureSupport(client, state.runId);
  await recordKpiSnapshot(client, state);
  await refreshBreaks(client, { ...state, lastRun: state.runId });
}

async function adjust(step: Step): Promise<TouchedOrders | null> {
  const { client, before, after } = step;
  // A few orders are found by index. The merges before worked on whole tables and had switched nested loops off.
  await client.query('SET LOCAL enable_nestloop = on');
  await findTouched(step);
  const touched = await rememberTouched(step);
  await copyFacts(client, touchedOrders, 'before');
  const scope: Scope = { client, asOf: momentLiteral(after), orders: touchedOrders };
  await refreshProducts(scope);
  await refreshErrorTexts(scope);
  await refreshOrders(scope);
  await refreshOrderPhases(scope);
  await refreshProductMonths(scope);
  await refreshErrors(scope);
  await copyFacts(client, touchedOrders, 'after');
  await findPhaseDelta(step);
  await adjustPhases(scope);
  await refreshPhaseSummaries(scope);
  await adjustRecentPhases(step);
  await adjustEmployees(step);
  await refreshForecast(scope);
  await adjustPeriods(client, { before: momentLiteral(before), after: scope.asOf });
  return touched;
}

async function rememberTouched({ client, runId }: Step): Promise<TouchedOrders | null> {
  const { rows } = await client.query<{ touched: number; all: number }>(
    `SELECT (SELECT count(*)::int FROM ${touchedOrders}) AS touched, (SELECT count(*)::int FROM agg_order) AS all`,
  );
  const { touched, all } = rows[0]!;
  if (touched > fewOrders * all) return null;
  return {
    table: touchedOrders,
    areFew: touched <= fewChanges * all,
    coverage: await rememberCoverage(client, runId, touchedOrders),
  };
}
