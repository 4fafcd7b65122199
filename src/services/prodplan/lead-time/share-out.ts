/** Where the time of a finished order went; every instant from its creation to its finish is of one kind. */
export const leadParts = ['before', 'work', 'process', 'waiting', 'rework', 'after'] as const;
export type LeadPart = (typeof leadParts)[number];

/** A phase that began, or ended; moments in seconds, null where they are missing. */
export interface PhaseSpan {
  readonly started: number | null;
  readonly ended: number | null;
  readonly isAutomatic: boolean;
  readonly isRework: boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly part: 'work' | 'process' | 'rework';
}

/**
 * The seconds of each part; null where no phase of the order has both its dates. An instant with an open rework is rework, else work
 * where a phase of work is open, else process where an automatic one is; with none open it is waiting, before the first of all phases
 * `before`, behind the last of them `after`.
 */
export function shareOut(
  phases: readonly PhaseSpan[],
  created: number,
  finished: number,
): Record<LeadPart, number> | null {
  const within = (moment: number): number => Math.min(finished, Math.max(created, moment));
  const spans = phases.flatMap(({ started, ended, isAutomatic, isRework }): Span[] => {
    if (started === null || ended === null || ended < started) return [];
    const part = isRework ? 'rework' : isAutomatic ? 'process' : 'work';
    return [{ from: within(started), to: within(ended), part }];
  });
  if (spans.length === 0) return null;
  const shared = { before: 0, work: 0, process: 0, waiting: 0, rework: 0, after: 0 };
  const [first, last] = [Math.min(...spans.map(({ from }) => from)), Math.max(...spans.map(({ to }) => to))];
  shared.before = first - created;
  shared.after = finished - last;
  const moments = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  for (const [at, from] of moments.slice(0, -1).entries()) {
    const to = moments[at + 1]!;
    shared[partOf(spans.filter((one) => one.from <= from && one.to >= to))] += to - from;
  }
  return shared;
}

function partOf(open: readonly Span[]): LeadPart {
  return (
    (['rework', 'work', 'process'] as const).find((part) => open.some((one) => one.part === part)) ??
    'waiting'
  );
}
