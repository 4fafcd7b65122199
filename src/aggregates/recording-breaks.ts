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

/** What a month and the two after it count, and what the months before it do. */
interface Compared {
  readonly place: number;
  readonly before: Counted;
  readonly after: Counted;
}

/** Months with boats, added up. */
interface Counted {
  readonly months: number;
  readonly lines: number;
  readonly boats: number;
}

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
  const compared = all.map(({ months }) => months.flatMap((_, place) => compareAt(months, place) ?? []));
  const tests = compared.reduce((sum, list) => sum + list.length, 0);
  return all.flatMap((series, nth) =>
    strongest(
      compared[nth]!.filter(isGreat)
        .map((one) => difference(series, one))
        .map((one) => ({ ...one, p: 2 * stdtr(one.freedom, -Math.abs(one.t)) }))
        .filter(({ p }) => p < breakRule.chance / tests),
    ).map(({ place: _, t: __, freedom: ___, ...one }) => ({ ...one, tests })),
  );
}

/** Null where too little is there to be compared. */
function compareAt(months: Series['months'], place: number): Compared | null {
  const before = count(months, place - breakRule.before, place);
  const after = count(months, place, place + breakRule.after);
  if (before.months < breakRule.leastBefore || after.months < breakRule.leastAfter) return null;
  return before.lines + after.lines === 0 ? null : { place, before, after };
}

function count(months: Series['months'], from: number, to: number): Counted {
  const sum = { months: 0, lines: 0, boats: 0 };
  for (let at = Math.max(0, from); at < Math.min(to, months.length); at++) {
    const { lines, boats } = months[at]!;
    if (boats === 0) continue;
    sum.months++;
    sum.lines += lines;
    sum.boats += boats;
  }
  return sum;
}

function isGreat({ before, after }: Compared): boolean {
  const [was, is] = [per100(before), per100(after)];
  return is * breakRule.factor <= was || is >= was * breakRule.factor;
}

function per100({ lines, boats }: Counted): number {
  return (100 * lines) / boats;
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
 * Student's t with as many degrees of freedom as that scatter has.
 */
function difference({ months, ...series }: Series, { place, before, after }: Compared): Difference {
  const freedom = before.months - 1;
  const rate = before.lines / before.boats;
  const wider = before.lines === 0 ? 1 : Math.max(1, scatter(months, place, rate) / rate / freedom);
  const expected = ((before.lines + after.lines) * after.boats) / (before.boats + after.boats);
  return {
    ...series,
    since: months[place]!.month,
    lines: after.lines,
    before: per100(before),
    after: per100(after),
    t: (after.lines - expected) / Math.sqrt((wider * expected * before.boats) / (before.boats + after.boats)),
    freedom,
    place,
  };
}

function scatter(months: Series['months'], place: number, rate: number): number {
  return months
    .slice(Math.max(0, place - breakRule.before), place)
    .filter(({ boats }) => boats > 0)
    .reduce((total, { lines, boats }) => total + (lines - rate * boats) ** 2 / boats, 0);
}
