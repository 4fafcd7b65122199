import type { RecentWork } from './recent-work.js';

/** Why a phase is fragile; the first that holds. */
export const fragileReasons = [
  'ONLY_UNQUALIFIED',
  'NOBODY_ACTIVE',
  'ONE_ACTIVE',
  'NOBODY_WORKS',
  'ONE_WORKS',
  'ONE_CARRIES',
] as const;
export type FragileReason = (typeof fragileReasons)[number];

/** Fewer participations are no work that a phase lives of, and it is chance who did most of them. */
export const leastParticipations = 20;

interface Cover {
  readonly qualified_active: number;
  readonly orders: number;
  /** Null: who did what cannot be told. */
  readonly work: RecentWork | null;
}

/** Null where nothing stands and hardly anything was done, or where several people may go on. */
export function fragileReason({ qualified_active, orders, work }: Cover): FragileReason | null {
  if (orders === 0 && (work === null || work.participations < leastParticipations)) return null;
  if (qualified_active === 0) return work !== null && work.worked > 1 ? 'ONLY_UNQUALIFIED' : 'NOBODY_ACTIVE';
  if (qualified_active === 1) return 'ONE_ACTIVE';
  if (work === null) return null;
  if (work.ready_worked === 0) return 'NOBODY_WORKS';
  if (work.ready_worked === 1) return 'ONE_WORKS';
  return work.participations >= leastParticipations && work.carrying === 1 ? 'ONE_CARRIES' : null;
}
