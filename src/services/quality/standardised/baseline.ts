/** Months that are judged at most, as many make the baseline before them. */
const year = 12;
/** A shorter baseline tells nothing of how months scatter. */
export const leastBaseline = 6;
const leastJudged = 2;

export interface Months {
  readonly baseline: readonly string[];
  readonly judged: readonly string[];
}

/** The last months are judged by those before them; of a short history the baseline is half, and never less than half a year. Null: too few months. */
export function judgedMonths(whole: readonly string[]): Months | null {
  if (whole.length < leastBaseline + leastJudged) return null;
  const wanted = Math.min(year, Math.max(leastBaseline, Math.floor(whole.length / 2)));
  const judged = whole.slice(-Math.min(year, whole.length - wanted));
  return { baseline: whole.slice(-judged.length - wanted, -judged.length), judged };
}
