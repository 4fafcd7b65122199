/** Natural logarithm of the gamma function, for x > 0 (Lanczos, g = 7; about 15 digits). */
export function logGamma(x: number): number {
  const z = x - 1;
  let series = lanczos[0]!;
  for (let i = 1; i < lanczos.length; i++) series += lanczos[i]! / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series);
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Distribution function of Beta(a, b) at x: the regularised incomplete beta function. */
export function betaCdf(x: number, a: number, b: number, scale = logScale(a, b)): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The continued fraction converges quickly on this side of the mean; the other side is its mirror image.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a, scale);
  return (density(x, a, b, scale) * x * (1 - x) * fraction(x, a, b)) / a;
}

/** What makes the density of Beta(a, b) integrate to one, as a logarithm. */
function logScale(a: number, b: number): number {
  return logGamma(a + b) - logGamma(a) - logGamma(b);
}

function density(x: number, a: number, b: number, scale: number): number {
  return Math.exp(scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
}

/** Lentz's evaluation of the continued fraction of the incomplete beta function. */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    product *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    product *= c * d;
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return product;
}

/** The x at which the distribution function of Beta(a, b) is p: Newton's steps, kept within halving brackets. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const scale = logScale(a, b);
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 200; step++) {
    const error = betaCdf(x, a, b, scale) - p;
    if (error > 0) high = x;
    else low = x;
    const newton = x - error / density(x, a, b, scale);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-13 * next) return next;
    x = next;
  }
  return x;
}
