/** A published run, with the day of its dump. */
export interface SeenRun {
  readonly run_id: number;
  readonly as_of_day: string;
}

export interface SeenDay {
  readonly run_id: number;
  readonly orders: number;
}

/** What each run after the day saw of it, the earliest first: from what it counts now, back over what each run changed. */
export function walkBack(
  day: string,
  now: number,
  runs: readonly SeenRun[],
  changedBy: ReadonlyMap<number, number>,
): SeenDay[] {
  let orders = now;
  const seen: SeenDay[] = [];
  for (const { run_id, as_of_day } of runs) {
    // On its own day a dump has not seen all of it.
    if (as_of_day > day) seen.push({ run_id, orders });
    orders -= changedBy.get(run_id) ?? 0;
  }
  return seen.reverse();
}
