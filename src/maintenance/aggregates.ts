import type pg from 'pg';
import { rebuildAggregates, recordBacktest, recordKpiSnapshot } from '../aggregates/index.js';
import { raiseDataVersion } from '../evidence/index.js';
import { readPublishedState } from './published-state.js';
import { openSession, takeSlot } from './slot.js';
import type { MaintenanceOptions } from './types.js';

interface Ended {
  /** `empty`: nothing is published. */
  readonly status: 'finished' | 'stopped' | 'empty';
  /** Null where nothing that is served has changed. */
  readonly data_version: number | null;
}

export interface AggregatesResult extends Ended {
  /** Tables that were not what core gives. */
  readonly repaired: readonly string[];
}

export interface SnapshotResult extends Ended {
  /** How many were not kept yet, or not so. */
  readonly figures: number;
}

/** Job `refresh_aggregates`: what the services read, counted anew; kept where it was not what core gives. */
export async function repairAggregates(options: MaintenanceOptions): Promise<AggregatesResult> {
  const nothing = { repaired: [], data_version: null };
  const done = await inSlot(options, 'refresh_aggregates', async (session): Promise<AggregatesResult> => {
    const rebuilt = await rebuildAggregates(session);
    return { status: rebuilt === null ? 'empty' : 'finished', ...(rebuilt ?? nothing) };
  });
  return done ?? { status: 'stopped', ...nothing };
}

/** Job `kpi_snapshot`: the figures of the published dump, for the day of its clock; again changes nothing. */
export async function recordSnapshot(options: MaintenanceOptions): Promise<SnapshotResult> {
  const nothing = { figures: 0, data_version: null };
  const done = await inSlot(options, 'kpi_snapshot', async (session): Promise<SnapshotResult> => {
    const state = await readPublishedState(session);
    if (state === null) return { status: 'empty', ...nothing };
    const figures = await recordKpiSnapshot(session, state);
    return {
      status: 'finished',
      figures,
      data_version: figures > 0 ? await raiseDataVersion(session) : null,
    };
  });
  return done ?? { status: 'stopped', ...nothing };
}

export interface BacktestResult extends Ended {
  /** Past days on which the forecast was tried. */
  readonly cutoffs: number;
}

/** Job `refresh_backtest`: the forecast tried on past days of the published state; again changes nothing. */
export async function refreshBacktest(options: MaintenanceOptions): Promise<BacktestResult> {
  const nothing = { cutoffs: 0, data_version: null };
  const done = await inSlot(options, 'refresh_backtest', async (session): Promise<BacktestResult> => {
    const kept = await recordBacktest(session);
    if (kept === null) return { status: 'empty', ...nothing };
    const data_version = kept.isNew ? await raiseDataVersion(session) : null;
    return { status: 'finished', cutoffs: kept.cutoffs, data_version };
  });
  return done ?? { status: 'stopped', ...nothing };
}

/** Null: the signal came before its slot. */
async function inSlot<T>(
  options: MaintenanceOptions,
  name: string,
  work: (session: pg.Client) => Promise<T>,
): Promise<T | null> {
  const session = await openSession(options, name);
  try {
    const slot = await takeSlot(options, session, () => work(session));
    return slot.done ? slot.value : null;
  } finally {
    await session.end().catch(() => {});
  }
}
