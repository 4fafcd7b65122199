/** An order that is compared with others of its stratum, and with no others. */
interface ComparedOrder {
  /** Null: it has none, and is not compared. */
  readonly lead_time_days: number | null;
}

export interface MatchedDifference {
  /** Affected ones with enough others in their stratum, and those others. */
  readonly matched: number;
  readonly others: number;
  /** Means of the affected, and of their others weighted as the affected are spread over the strata. */
  readonly days_with: number;
  readonly days_without: number;
  readonly difference_days: number;
  /** Where the difference lies in 95 of 100 cases, were the orders drawn by chance. */
  readonly difference_low: number;
  readonly difference_high: number;
}

/** So many others must a stratum have for its affected orders to be compared. */
export const fewestOthers = 5;
/** With fewer affected ones that find their like no difference is told. */
export const fewestMatched = 10;

const z95 = 1.96;

/**
 * By how much the affected orders took longer than others of their stratum (family and month, say); null where too few can be
 * compared. One pass over each stratum, by sums and sums of squares: it is asked of all history.
 */
export function matchedDifference<O extends ComparedOrder>(
  strata: Iterable<readonly O[]>,
  isAffected: (order: O) => boolean,
): MatchedDifference | null {
  let [matched, others, daysWith, daysWithout, gapSquares, ofUsual] = [0, 0, 0, 0, 0, 0];
  for (const orders of strata) {
    const [affected, without] = sumsOf(orders, isAffected);
    if (affected.count === 0 || without.count < fewestOthers) continue;
    const usual = without.days / without.count;
    const variance = (without.squares - without.days * usual) / (without.count - 1);
    matched += affected.count;
    others += without.count;
    daysWith += affected.days;
    daysWithout += affected.count * usual;
    gapSquares += affected.squares - 2 * usual * affected.days + affected.count * usual ** 2;
    ofUsual += (affected.count ** 2 * variance) / without.count;
  }
  if (matched < fewestMatched) return null;
  const difference_days = (daysWith - daysWithout) / matched;
  const ofGaps = (gapSquares - matched * difference_days ** 2) / (matched - 1);
  // What is nothing but rounding may fall below zero.
  const half = z95 * Math.sqrt(Math.max(0, ofGaps / matched + ofUsual / matched ** 2));
  return {
    matched,
    others,
    days_with: daysWith / matched,
    days_without: daysWithout / matched,
    difference_days,
    difference_low: difference_days - half,
    difference_high: difference_days + half,
  };
}

/** Of the affected, and of the others. */
function sumsOf<O extends ComparedOrder>(orders: readonly O[], isAffected: (order: O) => boolean) {
  const none = { count: 0, days: 0, squares: 0 };
  const sums: readonly [typeof none, typeof none] = [{ ...none }, { ...none }];
  for (const order of orders) {
    const { lead_time_days: days } = order;
    if (days === null) continue;
    const own = isAffected(order) ? sums[0] : sums[1];
    own.count += 1;
    own.days += days;
    own.squares += days * days;
  }
  return sums;
}
