/** The boats of one product, and how many of them have a defect of one phase. */
export interface ProductCount {
  readonly boats: number;
  readonly withDefect: number;
  /** The share that the factory as a whole had in the months of these boats; between 0 and 1, both excluded. */
  readonly expectedShare: number;
}

/** How the products scatter around what is expected of them, once what chance does is taken off. */
export type Scatter =
  | {
      readonly state: 'BEYOND_CHANCE';
      /** The odds of the usual product, as a multiple of those that are expected of it. */
      readonly oddsRatio: number;
      /** So many boats of its own say as much of a product as that it is one of these products. */
      readonly priorBoats: number;
    }
  | { readonly state: 'WITHIN_CHANCE'; readonly oddsRatio: number }
  | { readonly state: 'TOO_FEW' }
  | { readonly state: 'NOT_CONVERGED' };

export const scatterRule = {
  /** With fewer products, or fewer boats with a defect in all, nothing is fitted. */
  leastProducts: 10,
  leastWithDefect: 10,
  /** Tarone's Z beyond which chance alone would lie once in twenty times. */
  z: 1.645,
  /** A prior that is worth less than this share of a boat says that a product is all good or all bad: no prior at all. */
  leastPriorBoats: 0.1,
} as const;

const rounds = 100;
const precision = 1e-7;

/**
 * Fits the beta-binomial model by maximum likelihood: product i has a share of its own, drawn from a Beta whose mean is
 * `usualShare` of its expected share, and whose weight is that of `priorBoats` boats. Only where the products scatter
 * more than chance would have it (Tarone 1979): else there is no maximum inside, or one that chance made.
 */
export function fitScatter(products: readonly ProductCount[]): Scatter {
  const withDefect = products.reduce((sum, one) => sum + one.withDefect, 0);
  if (products.length < scatterRule.leastProducts || withDefect < scatterRule.leastWithDefect)
    return { state: 'TOO_FEW' };
  const without = withoutScatter(products);
  if (!(taroneZ(products, without) > scatterRule.z))
    return { state: 'WITHIN_CHANCE', oddsRatio: Math.exp(without) };
  return maximum(products, without) ?? { state: 'NOT_CONVERGED' };
}

/** The mean share of products like this one: the expected share with its odds multiplied. */
export function usualShare(expectedShare: number, oddsRatio: number): number {
  const odds = oddsRatio * expectedShare;
  return odds / (1 - expectedShare + odds);
}

/** Newton's steps in both parameters, in turn, until neither moves. */
function maximum(products: readonly ProductCount[], start: number): Scatter | null {
  let beta = start;
  // One over the prior's boats.
  let theta = 0.1;
  const most = 1 / scatterRule.leastPriorBoats;
  for (let round = 0; round < rounds; round++) {
    const thetaMove = thetaStep(products, beta, theta);
    theta *= Math.exp(thetaMove);
    const betaMove = betaStep(products, theta, beta);
    beta += betaMove;
    // Far beyond both ends of what a prior can be: there is no maximum between them.
    if (theta > 10 * most || theta < 1e-9) return null;
    if (Math.abs(thetaMove) + Math.abs(betaMove) < precision)
      return theta > most
        ? null
        : { state: 'BEYOND_CHANCE', oddsRatio: Math.exp(beta), priorBoats: 1 / theta };
  }
  return null;
}

/** The logarithm of the odds ratio at which the likelihood is highest if products do not scatter. */
function withoutScatter(products: readonly ProductCount[]): number {
  let beta = 0;
  for (let round = 0; round < rounds; round++) {
    const move = betaStep(products, 0, beta);
    beta += move;
    if (Math.abs(move) < precision) break;
  }
  return beta;
}

/** Fisher's step in the logarithm of the odds ratio. */
function betaStep(products: readonly ProductCount[], theta: number, beta: number): number {
  let [slope, information] = [0, 0];
  for (const { boats, withDefect, expectedShare } of products) {
    const q = usualShare(expectedShare, Math.exp(beta));
    const variance = q * (1 - q);
    slope += variance * (inverses(q, theta, withDefect) - inverses(1 - q, theta, boats - withDefect));
    information += (variance * boats * (1 + theta)) / (1 + boats * theta);
  }
  return shortStep(slope / information);
}

/** 1 / x + 1 / (x + theta) + ... of `count` terms. */
function inverses(x: number, theta: number, count: number): number {
  let sum = 0;
  for (let j = 0; j < count; j++) sum += 1 / (x + j * theta);
  return sum;
}

/** Newton's step in the logarithm of theta; uphill where the likelihood is not yet curved like a hill. */
function thetaStep(products: readonly ProductCount[], beta: number, theta: number): number {
  const oddsRatio = Math.exp(beta);
  let [slope, curvature] = [0, 0];
  const add = (x: number, count: number, sign: 1 | -1): void => {
    for (let j = 1; j < count; j++) {
      const term = j / (x + j * theta);
      slope += sign * term;
      curvature -= sign * term * term;
    }
  };
  for (const { boats, withDefect, expectedShare } of products) {
    const q = usualShare(expectedShare, oddsRatio);
    add(q, withDefect, 1);
    add(1 - q, boats - withDefect, 1);
    add(1, boats, -1);
  }
  const logSlope = theta * slope;
  const logCurvature = logSlope + theta * theta * curvature;
  return shortStep(logCurvature < 0 ? -logSlope / logCurvature : Math.sign(logSlope));
}

function shortStep(step: number): number {
  return Math.max(-1, Math.min(1, step));
}

/** How far the products scatter beyond a binomial, in standard deviations of what chance does (Tarone 1979). */
export function taroneZ(products: readonly ProductCount[], beta: number): number {
  let [sum, pairs] = [0, 0];
  for (const { boats, withDefect, expectedShare } of products) {
    const q = usualShare(expectedShare, Math.exp(beta));
    const off = withDefect - boats * q;
    sum += (off * off) / (q * (1 - q)) - withDefect / q - (boats - withDefect) / (1 - q) + boats;
    pairs += boats * (boats - 1);
  }
  return pairs === 0 ? 0 : sum / Math.sqrt(2 * pairs);
}
