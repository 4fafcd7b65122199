import type { AnswerOf } from '../../api/client.ts';
import { type BoatColumns, groupOf, type Prepared } from './select.ts';

export type Phase = NonNullable<AnswerOf<'/api/prodplan/phases'>['data']>[number];

/** A phase with the boats that stand there. */
export interface MapColumn {
  /** Null: boats whose phase is not known. */
  readonly phase: Phase | null;
  /** Places in the columns of the answer: by shipping day, the nearest first, then those that stand longest. */
  readonly boats: readonly number[];
  /** Those that stand for so long that they count apart. */
  readonly zombies: readonly number[];
  readonly standingDaysMedian: number | null;
}

/** The boats that are to be delivered, by the phase where they stand, in the order of the factory. A pure function. */
export function mapColumns(
  { data }: Prepared,
  shown: readonly number[],
  phases: readonly Phase[],
): MapColumn[] {
  const byPhase = new Map<number | null, number[]>();
  for (const n of shown) {
    const group = groupOf(data, n);
    if (group === 'DONE' || group === 'SCRAPPED') continue;
    const id = data.columns.fase_id[n] ?? null;
    byPhase.set(id, [...(byPhase.get(id) ?? []), n]);
  }
  const known = phases.filter(({ fase_id }) => byPhase.has(fase_id));
  const ids = new Set(known.map(({ fase_id }) => fase_id));
  const strays = [...byPhase].filter(([id]) => id === null || !ids.has(id)).flatMap(([, boats]) => boats);
  return [
    ...known.map((phase) => columnOf(data, phase, byPhase.get(phase.fase_id)!)),
    ...(strays.length === 0 ? [] : [columnOf(data, null, strays)]),
  ];
}

function columnOf(data: BoatColumns, phase: Phase | null, all: readonly number[]): MapColumn {
  const isZombie = (n: number): boolean => data.columns.zombie[n] === 1;
  const boats = all.filter((n) => !isZombie(n)).toSorted((a, b) => byDue(data, a, b));
  const days = boats.flatMap((n) => standingDays(data, n) ?? []).toSorted((a, b) => a - b);
  return {
    phase,
    boats,
    zombies: all.filter(isZombie),
    standingDaysMedian: days[Math.ceil(days.length / 2) - 1] ?? null,
  };
}

function byDue(data: BoatColumns, a: number, b: number): number {
  const due = (n: number): number => data.columns.due_day[n] ?? Number.MAX_SAFE_INTEGER;
  return due(a) - due(b) || (standingDays(data, b) ?? -1) - (standingDays(data, a) ?? -1) || a - b;
}

/** Days that a boat has stood where it is; null where that is not known. */
export function standingDays({ as_of_day, columns }: BoatColumns, n: number): number | null {
  const since = columns.phase_since_day[n];
  return since == null ? null : as_of_day - since;
}
