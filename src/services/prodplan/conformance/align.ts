/** How far what was done is from a route: the cheapest alignment of both, in which only equal steps stand beside each other. */
export interface RouteSteps {
  /** Steps that stand beside each other. */
  readonly aligned: number;
  /** Steps of the route that were not done, phase by phase; also those that are only on record without a date. */
  readonly missing: readonly number[];
  /** Times a phase of the route was done more often than it says. */
  readonly repeated: number;
  /** Steps of phases that the route has not at all. */
  readonly added: number;
  /** Done as often as the route says, elsewhere than it says. */
  readonly swapped: number;
}

/**
 * `route` and `done` are phases in their order. Which steps an alignment leaves over may be chosen in several ways, but
 * how many of each kind may not: they follow from how often each phase stands on both sides, and from how many steps are aligned.
 */
export function align(route: readonly number[], done: readonly number[]): RouteSteps {
  const planned = timesOf(route);
  const times = timesOf(done);
  const aligned = longestCommon(route, done);
  let [repeated, added, both] = [0, 0, 0];
  for (const [fase_id, count] of times) {
    const wanted = planned.get(fase_id) ?? 0;
    both += Math.min(wanted, count);
    if (wanted === 0) added += count;
    else repeated += Math.max(0, count - wanted);
  }
  const missing = [...planned].flatMap(([fase_id, count]) =>
    Array<number>(Math.max(0, count - (times.get(fase_id) ?? 0))).fill(fase_id),
  );
  return { aligned, missing, repeated, added, swapped: both - aligned };
}

/** 1: done as the route says; 0: nothing of it. The cost of the alignment over that of the worst one, from 1 down. */
export function fitnessOf(route: number, done: number, aligned: number): number {
  return route + done === 0 ? 1 : (2 * aligned) / (route + done);
}

function timesOf(steps: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const one of steps) times.set(one, (times.get(one) ?? 0) + 1);
  return times;
}

/** The length of the longest common subsequence. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let before = new Int32Array(b.length + 1);
  let row = new Int32Array(b.length + 1);
  for (const one of a) {
    for (let at = 1; at <= b.length; at++)
      row[at] = one === b[at - 1] ? before[at - 1]! + 1 : Math.max(before[at]!, row[at - 1]!);
    [before, row] = [row, before];
  }
  return before[b.length]!;
}
