/** A period of a u-chart: how much was found, and in how many orders. */
export interface Sample {
  readonly defects: number;
  readonly orders: number;
  /** Belongs to the centre line. */
  readonly whole: boolean;
}

export interface Limits {
  /** Errors an order; null without orders. */
  readonly u: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly signal: 'above' | 'below' | null;
}

export interface UChart {
  /** Errors an order over the whole periods; null where these have no orders. */
  readonly centre: number | null;
  /**
   * How much wider the whole periods scatter than chance alone would have them (Laney's sigma z): 1 is chance alone.
   * Null with fewer than three of them.
   */
  readonly dispersion: number | null;
  readonly limits: readonly Limits[];
}

/** Three sigma around the centre, sigma being that of a Poisson count in so many orders; never below zero. */
export function uChart(samples: readonly Sample[]): UChart {
  const whole = samples.filter((one) => one.whole && one.orders > 0);
  const orders = sum(whole.map((one) => one.orders));
  const centre = orders === 0 ? null : sum(whole.map((one) => one.defects)) / orders;
  return {
    centre,
    dispersion: centre === null ? null : dispersionOf(whole, centre),
    limits: samples.map((one) => limitsOf(one, centre)),
  };
}

function limitsOf({ defects, orders }: Sample, centre: number | null): Limits {
  const u = orders === 0 ? null : defects / orders;
  if (u === null || centre === null) return { u, lower: null, upper: null, signal: null };
  const width = 3 * Math.sqrt(centre / orders);
  const [lower, upper] = [Math.max(0, centre - width), centre + width];
  return { u, lower, upper, signal: u > upper ? 'above' : u < lower ? 'below' : null };
}

/** Mean moving range of the standardised rates, over its expectation for chance alone (d2 = 1.128). */
function dispersionOf(whole: readonly Sample[], centre: number): number | null {
  if (whole.length < 3 || centre === 0) return null;
  const z = whole.map(({ defects, orders }) => (defects / orders - centre) / Math.sqrt(centre / orders));
  return sum(z.slice(1).map((one, place) => Math.abs(one - z[place]!))) / (z.length - 1) / 1.128;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
