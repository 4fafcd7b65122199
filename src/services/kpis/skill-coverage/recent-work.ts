import { groupBy } from '../../answer/group-by.js';
import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';

export const recentQuery = sqlFile(import.meta.url, 'recent-work.sql', { prepared: true });

/** Whoever took part within so many days is taken to work there. */
export const workDays = 90;

/** One person at one phase. */
export interface PersonAtPhase {
  readonly fase_id: number;
  readonly participations: number;
  readonly is_qualified: boolean;
  /** Qualified and active. */
  readonly is_ready: boolean;
}

export interface RecentWork {
  readonly worked: number;
  readonly worked_unqualified: number;
  readonly ready_worked: number;
  readonly participations: number;
  readonly carrying: number;
}

/** The part of the work that those who carry a phase do. */
const carriedShare = 0.8;

/** So many people, those who do most first, do four fifths of what was done. */
export function carryingOf(participations: readonly number[]): number {
  const all = participations.reduce((sum, one) => sum + one, 0);
  let [done, people] = [0, 0];
  for (const one of participations.toSorted((a, b) => b - a)) {
    // Compared as whole numbers: a product of fractions may fall just short.
    if (done >= carriedShare * all - 1e-9) break;
    done += one;
    people += 1;
  }
  return people;
}

/** By phase; once for each state of the data. */
export async function readRecentWork({
  client,
  remember,
}: Context): Promise<ReadonlyMap<number, RecentWork>> {
  return await remember('kpis.recent_work', async () => {
    const taken = await recentQuery.rows<PersonAtPhase & Record<string, unknown>>(client, {
      recent_days: workDays,
    });
    return new Map(
      [...groupBy(taken, ({ fase_id }) => fase_id)].map(([fase_id, ones]) => [fase_id, workOf(ones)]),
    );
  });
}

function workOf(ones: readonly PersonAtPhase[]): RecentWork {
  return {
    worked: ones.length,
    worked_unqualified: ones.filter((one) => !one.is_qualified).length,
    ready_worked: ones.filter((one) => one.is_ready).length,
    participations: ones.reduce((sum, one) => sum + one.participations, 0),
    carrying: carryingOf(ones.map((one) => one.participations)),
  };
}
