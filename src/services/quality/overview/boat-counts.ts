/** Boats of one kind of route, and their error lines. */
export interface BoatCounts {
  readonly orders_past_first_inspection: number;
  readonly orders_without_defect: number;
  readonly orders_without_severity_2: number;
  readonly orders_without_severity_3: number;
  readonly defects: number;
  readonly severity_1: number;
  readonly severity_2: number;
  readonly severity_3: number;
  readonly defects_without_culprit: number;
  readonly defects_culprit_missing: number;
  readonly defects_unknown: number;
  readonly mould_lines: number;
  readonly passed_lines: number;
}

/** What one culprit phase did to the boats of one kind of route. */
export interface PhaseCounts {
  readonly first_inspection: number;
  readonly defects: number;
  readonly severity_1: number;
  readonly severity_2: number;
  readonly severity_3: number;
  readonly defects_unknown: number;
  readonly with_defect: number;
  readonly with_severity_2: number;
  readonly with_severity_3: number;
}

export const noCounts: BoatCounts = {
  orders_past_first_inspection: 0,
  orders_without_defect: 0,
  orders_without_severity_2: 0,
  orders_without_severity_3: 0,
  defects: 0,
  severity_1: 0,
  severity_2: 0,
  severity_3: 0,
  defects_without_culprit: 0,
  defects_culprit_missing: 0,
  defects_unknown: 0,
  mould_lines: 0,
  passed_lines: 0,
};

export function add(one: BoatCounts, other: BoatCounts): BoatCounts {
  const names = Object.keys(noCounts) as (keyof BoatCounts)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as unknown as BoatCounts;
}

/** The same boats with the defects of one culprit phase only. */
export function onlyOfPhase<T extends BoatCounts & { readonly first_inspection: number }>(
  all: T,
  phases: readonly PhaseCounts[],
): T {
  const one = phases.find((found) => found.first_inspection === all.first_inspection);
  const orders = all.orders_past_first_inspection;
  return {
    ...all,
    orders_without_defect: orders - (one?.with_defect ?? 0),
    orders_without_severity_2: orders - (one?.with_severity_2 ?? 0),
    orders_without_severity_3: orders - (one?.with_severity_3 ?? 0),
    defects: one?.defects ?? 0,
    severity_1: one?.severity_1 ?? 0,
    severity_2: one?.severity_2 ?? 0,
    severity_3: one?.severity_3 ?? 0,
    defects_unknown: one?.defects_unknown ?? 0,
  };
}

/** Multiplied first, as the daily figures are: both are then equal to the last digit. */
export function per100(count: number, orders: number): number {
  return (100 * count) / orders;
}
