import type pg from 'pg';
import { type DerivedRule, ruleVersion } from '../contract/factory/index.js';
import { type Sheet, sheets } from '../contract/index.js';
import { literal, sqlType } from '../contract/sql.js';
import { raiseDataVersion, remeasureGates } from '../evidence/index.js';
import { recompute } from '../ingestion/derive/rederive.js';
import { beginPass, type Checkpoint, readCheckpoint, recordCheckpoint } from './checkpoint.js';
import { type PublishedState, readPublishedState } from './published-state.js';
import { openSession, takeSlot } from './slot.js';
import type { MaintenanceOptions } from './types.js';

export interface BackfillOptions extends MaintenanceOptions {
  /** Rows of one transaction. */
  readonly batchRows?: number;
}

/** A repair of derived columns, row by row of one table. */
export interface Backfill {
  readonly job: string;
  /** The rule, for a dump of that moment. */
  rule(asOf: string): DerivedRule;
  /** False: only rows of an older rule version; true: every row, of whatever version but a newer one. */
  readonly everyRow: boolean;
  /** Brings what is counted from the columns of these orders up to them: with every batch that changed any. */
  refresh?(session: pg.Client, state: PublishedState, orders: readonly number[]): Promise<void>;
  /** Looks again at what rests on the whole table, once it has changed: with the last batch. */
  whenChanged?(session: pg.Client, state: PublishedState): Promise<void>;
}

export interface BackfillResult {
  readonly job: string;
  /** `stopped`: the signal came; the next call goes on from there. `empty`: nothing is published. */
  readonly status: 'finished' | 'stopped' | 'empty';
  /** It went on from where an earlier one had stopped. */
  readonly resumed: boolean;
  /** Of the whole pass, those of earlier calls included. */
  readonly rows_total: number;
  readonly rows_seen: number;
  readonly rows_changed: number;
  readonly batches: number;
  /** The version under which the last change is served; null where nothing changed. */
  readonly data_version: number | null;
}

const usualRows = 20_000;

/**
 * Brings derived columns to what their rule gives, batch by batch in the order of the key. Each batch is one short
 * transaction: its rows, what is measured on them, the data version and the checkpoint are there together or not at
 * all, so that a stop or a kill at any moment leaves a state that is as whole as the one before.
 */
export async function backfill(options: BackfillOptions, plan: Backfill): Promise<BackfillResult> {
  const session = await openSession(options, plan.job);
  try {
    return await runBatches(options, session, plan);
  } finally {
    await session.end().catch(() => {});
  }
}

interface Batch {
  readonly checkpoint: Checkpoint;
  readonly resumed: boolean;
  readonly dataVersion: number | null;
}

async function runBatches(
  options: BackfillOptions,
  session: pg.Client,
  plan: Backfill,
): Promise<BackfillResult> {
  const done: Batch[] = [];
  for (;;) {
    const slot = await takeSlot(options, session, () => doBatch(options, session, plan, done.length === 0));
    if (!slot.done) return resultOf(plan, 'stopped', done);
    if (slot.value === null) return resultOf(plan, 'empty', []);
    done.push(slot.value);
    const { seen, total, changed, finished } = slot.value.checkpoint;
    options.onProgress?.({ kind: 'rows', seen, total, changed });
    if (finished) return resultOf(plan, 'finished', done);
  }
}

function resultOf(
  { job }: Backfill,
  status: BackfillResult['status'],
  done: readonly Batch[],
): BackfillResult {
  const last = done.at(-1)?.checkpoint;
  return {
    job,
    status,
    resumed: done[0]?.resumed ?? false,
    rows_total: last?.total ?? 0,
    rows_seen: last?.seen ?? 0,
    rows_changed: last?.changed ?? 0,
    batches: last?.batches ?? 0,
    data_version: done.findLast((one) => one.dataVersion !== null)?.dataVersion ?? null,
  };
}

/** The next batch, in its transaction; null where nothing is published. */
async function doBatch(
  options: BackfillOptions,
  session: pg.Client,
  plan: Backfill,
  first: boolean,
): Promise<Batch | null> {
  const state = await readPublishedState(session);
  if (state === null) return null;
  const rule = plan.rule(state.asOf);
  const kept = await readCheckpoint(session, plan.job);
  // A new run has written its own values; those behind the checkpoint may be of an older program.
  const usable = kept !== null && kept.runId === state.runId && kept.everyRow === plan.everyRow;
  if (usable && kept.finished && !first) return { checkpoint: kept, resumed: true, dataVersion: null };
  const goesOn = usable && !kept.finished;
  const checkpoint = goesOn
    ? kept
    : await beginPass(session, plan.job, {
        runId: state.runId,
        everyRow: plan.everyRow,
        total: await countRows(session, rule.table),
      });
  const { next, dataVersion } = await advance(session, plan, {
    state,
    rule,
    checkpoint,
    batchRows: options.batchRows ?? usualRows,
  });
  return { checkpoint: next, resumed: goesOn, dataVersion };
}

interface Step {
  readonly state: PublishedState;
  readonly rule: DerivedRule;
  readonly checkpoint: Checkpoint;
  readonly batchRows: number;
}

async function advance(
  session: pg.Client,
  plan: Backfill,
  { state, rule, checkpoint, batchRows }: Step,
): Promise<{ next: Checkpoint; dataVersion: number | null }> {
  const range = await nextRange(session, rule.table, checkpoint.lastKey, batchRows);
  const version = `coalesce(t.${rule.versionColumn}, 0)`;
  const scope = plan.everyRow ? `${version} <= ${ruleVersion}` : `${version} < ${ruleVersion}`;
  const { changed, orders } = await recompute(session, rule, scope, range.condition);
  const next: Checkpoint = {
    ...checkpoint,
    lastKey: range.lastKey ?? checkpoint.lastKey,
    seen: checkpoint.seen + range.rows,
    changed: checkpoint.changed + changed,
    batches: checkpoint.batches + 1,
    finished: range.rows < batchRows,
  };
  await recordCheckpoint(session, plan.job, next);
  if (changed > 0) {
    await remeasureGates(session, state.runId, Object.keys(rule.columns('t')));
    await plan.refresh?.(session, state, orders);
  }
  if (next.finished && next.changed > 0) await plan.whenChanged?.(session, state);
  const served = changed > 0 || (next.finished && next.changed > 0);
  return { next, dataVersion: served ? await raiseDataVersion(session) : null };
}

interface Range {
  /** How many rows lie in it. */
  readonly rows: number;
  readonly lastKey: readonly string[] | null;
  condition(row: string): string;
}

/** The rows that follow a key, as many as a batch has. */
async function nextRange(
  session: pg.Client,
  table: string,
  after: readonly string[] | null,
  batchRows: number,
): Promise<Range> {
  const sheet = (sheets as readonly Sheet[]).find((one) => one.table === table)!;
  const key = (row: string): string => `(${sheet.storageKey.map((name) => `${row}.${name}`).join(', ')})`;
  const from = (row: string): string =>
    after === null ? 'true' : `${key(row)} > ${keyLiteral(sheet, after)}`;
  const names = sheet.storageKey.map((name) => `t.${name}`).join(', ');
  const texts = sheet.storageKey.map((name) => `k.${name}::text`).join(', ');
  const { rows } = await session.query<{ key: string[]; place: number }>(
    `SELECT ARRAY[${texts}] AS key, place FROM (
       SELECT ${names}, row_number() OVER (ORDER BY ${names})::int AS place FROM ${table} t WHERE ${from('t')}
       ORDER BY ${names} LIMIT ${batchRows}) k
     ORDER BY place DESC LIMIT 1`,
  );
  const last = rows[0];
  if (last === undefined) return { rows: 0, lastKey: null, condition: () => 'false' };
  return {
    rows: last.place,
    lastKey: last.key,
    condition: (row) => `${from(row)} AND ${key(row)} <= ${keyLiteral(sheet, last.key)}`,
  };
}

function keyLiteral(sheet: Sheet, values: readonly string[]): string {
  const typed = sheet.storageKey.map((name, place) => {
    const column = sheet.columns[name];
    return `${literal(values[place]!)}::${column === undefined ? sheet.derived[name] : sqlType(column)}`;
  });
  return `(${typed.join(', ')})`;
}

async function countRows(session: pg.Client, table: string): Promise<number> {
  const { rows } = await session.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]!.n;
}
