import type { SortedValues } from '../count/number-table.js';
import type { Histogram, Quantiles } from '../findings.js';

const ranks = { p01: 0.01, p05: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95, p99: 0.99 } as const;

/** Every quantile, from a function that gives one. */
export function quantilesFrom<T>(at: (share: number) => T): Quantiles<T> {
  return Object.fromEntries(Object.entries(ranks).map(([name, share]) => [name, at(share)])) as {
    [K in keyof typeof ranks]: T;
  };
}

/** The smallest value that at least this share of the rows does not exceed. */
export function nearestRank({ values, rows, total }: SortedValues, share: number): number {
  // The least whole number of rows that is not below the share; 1e-9 takes the noise of the product away.
  const wanted = Math.max(1, Math.ceil(share * total - 1e-9));
  let seen = 0;
  for (let place = 0; place < values.length; place++) {
    seen += rows[place]!;
    if (seen >= wanted) return values[place]!;
  }
  return values[values.length - 1]!;
}

const bins = 40;

/** Bins between the 0.5 % and the 99.5 % quantile: single outliers must not press all others into one bin. */
export function histogramOf(sorted: SortedValues): Histogram | null {
  if (sorted.values.length === 0) return null;
  const from = nearestRank(sorted, 0.005);
  const to = nearestRank(sorted, 0.995);
  const rows = new Array<number>(from === to ? 1 : bins).fill(0);
  let [rows_below, rows_above] = [0, 0];
  for (let place = 0; place < sorted.values.length; place++) {
    const value = sorted.values[place]!;
    const count = sorted.rows[place]!;
    if (value < from) rows_below += count;
    else if (value > to) rows_above += count;
    else rows[binOf(value, from, to, rows.length)]! += count;
  }
  return { from, to, rows, rows_below, rows_above };
}

/** The last bin holds its upper end too. */
export function binOf(value: number, from: number, to: number, count: number): number {
  if (from === to) return 0;
  return Math.min(count - 1, Math.floor(((value - from) / (to - from)) * count));
}
