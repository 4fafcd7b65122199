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
  const changes: number[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { started, ended, isAutomatic, isRework } of phases) {
    if (started === null || ended === null || ended < started) continue;
    const [from, to] = [within(started), within(ended)];
    [first, last] = [Math.min(first, from), Math.max(last, to)];
    const part = isRework ? 0 : isAutomatic ? 2 : 1;
    changes.push(codeOf(from, part, true), codeOf(to, part, false));
  }
  if (changes.length === 0) return null;
  const shared = {
    before: first - created,
    work: 0,
    process: 0,
    waiting: 0,
    rework: 0,
    after: finished - last,
  };
  sweep(Float64Array.from(changes).sort(), (part, seconds) => {
    shared[part] += seconds;
  });
  return shared;
}

/** Where several are open the first of these counts. */
const strongest = ['rework', 'work', 'process'] as const;

/** When something begins or ends, and what, in one number: numbers are sorted ten times as fast as what holds them. */
function codeOf(moment: number, part: number, begins: boolean): number {
  return moment * codes + part * 2 + Number(begins);
}

const codes = strongest.length * 2;

/** From each change to the next one, what is open then. */
function sweep(changes: Float64Array, take: (part: LeadPart, seconds: number) => void): void {
  const open = [0, 0, 0];
  let before = Math.floor(changes[0]! / codes);
  for (const code of changes) {
    const moment = Math.floor(code / codes);
    const kind = code - moment * codes;
    if (moment > before) take(strongest[open.findIndex((count) => count > 0)] ?? 'waiting', moment - before);
    open[kind >> 1]! += kind % 2 === 1 ? 1 : -1;
    before = moment;
  }
}
