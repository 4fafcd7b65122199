import { basename } from 'node:path';
import type pg from 'pg';
import { removeExtracts } from '../ingestion/extract/retention.js';
import { openSession, takeSlot } from './slot.js';
import { analyzeTables, tablesToAnalyze } from './tidying/analyze.js';
import { findDeadRuns, markDeadRuns } from './tidying/dead-runs.js';
import { findUnneededExtracts } from './tidying/old-extracts.js';
import { dropOldStaging, findOldStaging } from './tidying/old-staging.js';
import { deleteBatch, findOldHistory, markPruned } from './tidying/run-history.js';
import type { MaintenanceOptions } from './types.js';

export interface MaintainOptions extends MaintenanceOptions {
  /** Where this machine keeps the CSV.gz files of the runs. */
  readonly extractsFolder: string;
  /** Of so many published runs the changes are kept. */
  readonly retainedRuns: number;
  /** Says what it would do, and does nothing. */
  readonly dryRun?: boolean;
}

export interface MaintainResult {
  /** `planned`: nothing was done, this is what would be. */
  readonly status: 'finished' | 'stopped' | 'planned';
  /** Runs whose process died, now marked as failed. */
  readonly dead_runs: readonly number[];
  readonly staging_tables: readonly string[];
  /** `run-7` */
  readonly extracts: readonly string[];
  /** Paths of those that should have gone and are another account's: they hold names. */
  readonly extracts_left: readonly string[];
  /** Runs whose changes are no longer kept, and how many rows these were. */
  readonly pruned_runs: readonly number[];
  readonly pruned_changes: number;
  readonly analyzed: readonly string[];
  /** Tables that somebody else had locked: the next maintenance tries again. */
  readonly skipped: readonly string[];
}

/**
 * Job `maintenance`: removes what no rule keeps (staging and CSV.gz files of runs that are over, the changes of old
 * runs) and refreshes the statistics of the tables. It changes nothing that is served, so the data version stays.
 */
export async function maintain(options: MaintainOptions): Promise<MaintainResult> {
  const session = await openSession(options, 'maintenance');
  try {
    const plan = await makePlan(options, session);
    return options.dryRun ? plan : await carryOut(options, session, plan);
  } finally {
    await session.end().catch(() => {});
  }
}

async function makePlan(options: MaintainOptions, session: pg.Client): Promise<MaintainResult> {
  const history = await findOldHistory(session, options.retainedRuns);
  const extracts = await findUnneededExtracts(options.database, options.extractsFolder);
  return {
    status: 'planned',
    dead_runs: await findDeadRuns(options.database),
    staging_tables: await findOldStaging(session),
    extracts: extracts.map(({ path }) => basename(path)),
    extracts_left: [],
    pruned_runs: history.runs,
    pruned_changes: history.rows,
    analyzed: await tablesToAnalyze(session),
    skipped: [],
  };
}

async function carryOut(
  options: MaintainOptions,
  session: pg.Client,
  plan: MaintainResult,
): Promise<MaintainResult> {
  const { database, signal } = options;
  const done = { ...plan, status: 'finished' as MaintainResult['status'] };
  if (plan.dead_runs.length > 0 && (await markDeadRuns(database, session)) === 0) done.dead_runs = [];

  // The dead runs just marked have left theirs as well.
  done.staging_tables = await findOldStaging(session);
  const dropped = await takeSlot(options, session, () => dropOldStaging(session, done.staging_tables));
  if (!dropped.done) return { ...done, ...stopped, staging_tables: [] };

  const extracts = await findUnneededExtracts(database, options.extractsFolder);
  const { removed, left } = await removeExtracts(extracts);
  done.extracts = removed.map(({ path }) => basename(path));
  done.extracts_left = left;

  done.pruned_changes = await prune(options, session, plan.pruned_runs);
  done.skipped = await analyzeTables(session, plan.analyzed, signal);
  done.analyzed = plan.analyzed.filter((table) => !done.skipped.includes(table));
  return signal?.aborted ? { ...done, status: 'stopped' } : done;
}

const stopped = {
  status: 'stopped',
  extracts: [],
  extracts_left: [],
  pruned_runs: [],
  pruned_changes: 0,
  analyzed: [],
} as const;

/** Marked first, then removed batch by batch: a kill in between leaves rows that the next maintenance removes. */
async function prune(options: MaintainOptions, session: pg.Client, runs: readonly number[]): Promise<number> {
  if (runs.length === 0) return 0;
  const marked = await takeSlot(options, session, () => markPruned(session, runs));
  if (!marked.done) return 0;
  let pruned = 0;
  for (;;) {
    const slot = await takeSlot(options, session, () => deleteBatch(session, runs));
    if (!slot.done || slot.value === 0) return pruned;
    pruned += slot.value;
  }
}
