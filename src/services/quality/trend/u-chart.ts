/** A period of a u-chart: how much was found, and on how many boats. */
export interface Sample {
  readonly defects: number;
  readonly orders: number;
  /** May be judged, and others may be judged by it. */
  readonly whole: boolean;
}

export const runRules = ['BEYOND_3_SIGMA', 'TWO_OF_THREE_BEYOND_2_SIGMA', 'NINE_ON_ONE_SIDE'] as const;
export type RunRule = (typeof runRules)[number];

/** What a period is judged by: the whole periods of its baseline that have boats. */
export interface ChartBaseline {
  readonly periods: number;
  /** Defects a boat over the baseline. */
  readonly centre: number;
  /** How much wider the baseline scatters than chance alone would have it (Laney's sigma z): 1 is chance alone. */
  readonly dispersion: number;
}

export interface JudgedPeriod {
  /** Defects a boat; null without boats. */
  readonly u: number | null;
  /** How many periods the baseline has, also where they are too few for limits. */
  readonly periods: number;
  /** Null with too few periods, or where these have no defect. */
  readonly baseline: ChartBaseline | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly signal: 'above' | 'below' | null;
  readonly rules: readonly RunRule[];
}

export interface WantedBaseline {
  /** How many whole periods before the judged one make its baseline. */
  readonly periods: number;
  /** With fewer there are no limits. */
  readonly least: number;
  /** The same baseline for all: places of its periods. Null: each has those before it. */
  readonly fixed: readonly number[] | null;
}

/**
 * Laney's u' chart: three sigma around the centre of the baseline, sigma being that of a Poisson count on so many boats,
 * widened by what the baseline scatters beyond it (never narrowed: less than chance alone is chance). Never below zero.
 */
export function uChart(samples: readonly Sample[], wanted: WantedBaseline): JudgedPeriod[] {
  const usable = [...samples.keys()].filter((place) => samples[place]!.whole && samples[place]!.orders > 0);
  const distances: (number | null)[] = [];
  const own = wanted.fixed?.filter((at) => usable.includes(at));
  const before = usableBefore(samples.length, usable);
  return samples.map((one, place) => {
    const places = own ?? usable.slice(Math.max(0, before[place]! - wanted.periods), before[place]);
    const baseline = places.length < wanted.least ? null : baselineOf(places.map((at) => samples[at]!));
    const u = one.orders === 0 ? null : one.defects / one.orders;
    const rest = { u, periods: places.length, baseline };
    if (u === null || baseline === null) {
      distances.push(null);
      return { ...rest, lower: null, upper: null, signal: null, rules: [] };
    }
    const sigma = Math.max(1, baseline.dispersion) * Math.sqrt(baseline.centre / one.orders);
    distances.push(one.whole ? (u - baseline.centre) / sigma : null);
    const lower = Math.max(0, baseline.centre - 3 * sigma);
    const upper = baseline.centre + 3 * sigma;
    const signal = !one.whole ? null : u > upper ? 'above' : u < lower ? 'below' : null;
    return { ...rest, lower, upper, signal, rules: rulesOf(distances) };
  });
}

/** How many usable periods lie before each place. */
function usableBefore(places: number, usable: readonly number[]): number[] {
  let count = 0;
  return Array.from({ length: places }, (_, place) => {
    const before = count;
    if (usable[count] === place) count += 1;
    return before;
  });
}

function baselineOf(samples: readonly Sample[]): ChartBaseline | null {
  const centre = sum(samples.map((one) => one.defects)) / sum(samples.map((one) => one.orders));
  if (centre === 0) return null;
  return { periods: samples.length, centre, dispersion: dispersionOf(samples, centre) };
}

/** Mean moving range of the standardised rates, over its expectation for chance alone (d2 = 1.128). */
function dispersionOf(samples: readonly Sample[], centre: number): number {
  let [ranges, before] = [0, 0];
  for (const [place, { defects, orders }] of samples.entries()) {
    const z = (defects / orders - centre) / Math.sqrt(centre / orders);
    if (place > 0) ranges += Math.abs(z - before);
    before = z;
  }
  return ranges / (samples.length - 1) / 1.128;
}

/** The run rules that the last of these distances (in sigmas, each from its own centre) breaks. */
function rulesOf(distances: readonly (number | null)[]): RunRule[] {
  const last = distances.at(-1);
  if (last === null || last === undefined || last === 0) return [];
  // Seen from its own side of the centre.
  const away = (many: number): number[] =>
    distances.slice(-many).map((one) => (one === null ? 0 : Math.sign(last) * one));
  return [
    ...(away(1)[0]! > 3 ? (['BEYOND_3_SIGMA'] as const) : []),
    ...(away(1)[0]! > 2 && away(3).filter((one) => one > 2).length >= 2
      ? (['TWO_OF_THREE_BEYOND_2_SIGMA'] as const)
      : []),
    ...(distances.length >= 9 && away(9).every((one) => one > 0) ? (['NINE_ON_ONE_SIDE'] as const) : []),
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
