/** Chance = logistic(a + b x log-odds of the share + c x log(1 + days left)). */
export interface Scaling {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export interface Scaled {
  readonly lateShare: number;
  readonly daysLeft: number;
}

/** Shares beyond this have no odds that a history could tell. */
const surest = 0.999;

const rounds = 50;
/**
 * Pulls the three coefficients a little towards 0, so that the fit has a finite answer even where the outcomes can be
 * separated perfectly.
 */
const ridge = 1e-3;
const enough = 1e-10;

type Three = [number, number, number];

export function chanceOf({ a, b, c }: Scaling, one: Scaled): number {
  const [, odds, days] = featuresOf(one);
  return logistic(a + b * odds + c * days);
}

/** Platt's scaling with the days left as a further feature: the likeliest a, b, c, by Newton's steps. */
export function fitScaling(cases: readonly (Scaled & { readonly wasLate: boolean })[]): Scaling {
  const rows = cases.map((one) => ({ x: featuresOf(one), y: one.wasLate ? 1 : 0 }));
  let weights: Three = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    const { gradient, hessian } = slopes(rows, weights);
    const step = solve(hessian, gradient);
    weights = [weights[0] + step[0], weights[1] + step[1], weights[2] + step[2]];
    if (Math.max(...step.map(Math.abs)) < enough) break;
  }
  return { a: weights[0], b: weights[1], c: weights[2] };
}

function featuresOf({ lateShare, daysLeft }: Scaled): Three {
  const share = Math.min(surest, Math.max(1 - surest, lateShare));
  return [1, Math.log(share / (1 - share)), Math.log1p(Math.max(0, daysLeft))];
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function slopes(
  rows: readonly { readonly x: Three; readonly y: number }[],
  weights: Three,
): { gradient: Three; hessian: [Three, Three, Three] } {
  const gradient: Three = [-ridge * weights[0], -ridge * weights[1], -ridge * weights[2]];
  const hessian: [Three, Three, Three] = [
    [ridge, 0, 0],
    [0, ridge, 0],
    [0, 0, ridge],
  ];
  for (const { x, y } of rows) {
    const p = logistic(weights[0] * x[0] + weights[1] * x[1] + weights[2] * x[2]);
    for (const i of [0, 1, 2] as const) {
      gradient[i] += (y - p) * x[i];
      for (const j of [0, 1, 2] as const) hessian[i][j] += p * (1 - p) * x[i] * x[j];
    }
  }
  return { gradient, hessian };
}

/** Cramer's rule. */
function solve(m: readonly [Three, Three, Three], v: Three): Three {
  const whole = determinant(m);
  const replaced = (column: number): [Three, Three, Three] =>
    m.map((row, i) => row.map((value, j) => (j === column ? v[i]! : value))) as [Three, Three, Three];
  return [0, 1, 2].map((column) => determinant(replaced(column)) / whole) as Three;
}

function determinant([[a, b, c], [d, e, f], [g, h, i]]: readonly [Three, Three, Three]): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
