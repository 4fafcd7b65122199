import type { SpecialFunctions } from '../platform/special-functions.js';

/** The lines of one kind that one phase finds, month by month. */
export interface Series {
  /** Class of the lines; null: of all classes. */
  readonly class: string | null;
  /** One text; null: all of the class. */
  readonly text: string | null;
  readonly fase_id: number;
  /** Whole months in a row: lines found, and boats that passed the phase. */
  readonly months: readonly { readonly month: string; readonly lines: number; readonly boats: number }[];
}

export interface RecordingBreak extends Omit<Series, 'months'> {
  /** First day of the month from which on it is otherwise. */
  readonly since: string;
  readonly lines: number;
  /** Lines per 100 boats in the months before and from then on. */
  readonly before: number;
  readonly after: number;
  /** Chance of so great a difference without a break, in one test. */
  readonly p: number;
  /** How many tests were made in all: p is held against `chance` divided by them. */
  readonly tests: number;
}

/** So many months are held against so many before them. */
export const breakRule = {
  before: 12,
  leastBefore: 6,
  after: 3,
  leastAfter: 2,
  /** Chance of a false alarm over all tests together. */
  chance: 0.01,
  /** The rate must at least double, or fall to half. */
  factor: 2,
  /** Texts that are rarer over the whole history are not looked at. */
  leastLines: 24,
} as const;

/** A difference of rates in units of its scatter: Student's t with `freedom` degrees of freedom. */
interface Difference extends Omit<RecordingBreak, 'tests' | 'p'> {
  readonly t: number;
  readonly freedom: number;
  readonly place: number;
}

type Tested = Difference & { readonly p: number };

/** Where the recording of lines breaks: the rate of a series against its own history. A pure function. */
export function findBreaks(
  all: readonly Series[],
  { stdtr }: Pick<SpecialFunctions, 'stdtr'>,
): RecordingBreak[] {
  const differences = all.map((series) =>
    series.months.flatMap((_, place) => difference(series, place) ?? []),
  );
  const tests = differences.reduce((sum, list) => sum + list.length, 0);
  return differences.flatMap((list) =>
    strongest(
      list
        .filter(isGreat)
        .map((one) => ({ ...one, p: 2 * stdtr(one.freedom, -Math.abs(one.t)) }))
        .filter(({ p }) => p < breakRule.chance / tests),
    ).map(({ place: _, t: __, freedom: ___, ...one }) => ({ ...one, tests })),
  );
}

function isGreat({ before, after }: Difference): boolean {
  return after * breakRule.factor <= before || after >= before * breakRule.factor;
}

/** One break is seen from several months: the clearest of a year stands for it. */
function strongest(found: readonly Tested[]): Tested[] {
  const kept: Tested[] = [];
  for (const one of found.toSorted((a, b) => a.p - b.p || a.place - b.place))
    if (kept.every((other) => Math.abs(other.place - one.place) >= breakRule.before)) kept.push(one);
  return kept.toSorted((a, b) => a.place - b.place);
}

/**
 * Two rates of a Poisson count, widened by how much the months before scatter beyond chance (never narrowed), against
 * Student's t with as many degrees of freedom as that scatter has. Null where too little is there to be compared.
 */
function difference({ months, ...series }: Series, place: number): Difference | null {
  const before = months.slice(Math.max(0, place - breakRule.before), place).filter((one) => one.boats > 0);
  const after = months.slice(place, place + breakRule.after).filter((one) => one.boats > 0);
  if (before.length < breakRule.leastBefore || after.length < breakRule.leastAfter) return null;
  const [y0, n0] = [sum(before, 'lines'), sum(before, 'boats')];
  const [y1, n1] = [sum(after, 'lines'), sum(after, 'boats')];
  if (y0 + y1 === 0) return null;
  const freedom = before.length - 1;
  const rate = y0 / n0;
  const scatter = before.reduce((total, one) => total + (one.lines - rate * one.boats) ** 2 / one.boats, 0);
  const wider = y0 === 0 ? 1 : Math.max(1, scatter / rate / freedom);
  const expected = ((y0 + y1) * n1) / (n0 + n1);
  return {
    ...series,
    since: months[place]!.month,
    lines: y1,
    before: (100 * y0) / n0,
    after: (100 * y1) / n1,
    t: (y1 - expected) / Math.sqrt((wider * expected * n0) / (n0 + n1)),
    freedom,
    place,
  };
}

function sum(months: Series['months'], of: 'lines' | 'boats'): number {
  return months.reduce((total, one) => total + one[of], 0);
}
