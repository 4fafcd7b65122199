import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specialFunctions } from './special-functions.js';

const { incbi, incbet, stdtr } = await specialFunctions();

/** Integral by Simpson's rule. */
function integral(f: (x: number) => number, from: number, to: number, steps = 2000): number {
  const width = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let step = 1; step < steps; step++) sum += f(from + step * width) * (step % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

describe('the functions of statistics', () => {
  it('give quantiles up to which their own density, integrated, holds the share that was asked for', () => {
    // Without the constant of the density, about which nothing need be known then; smooth at both ends from 3 on.
    const shape = fc.double({ min: 3, max: 400, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.constantFrom(0.025, 0.5, 0.975), (a, b, p) => {
        const top = (a - 1) / (a + b - 2);
        const density = (x: number): number =>
          x <= 0 || x >= 1
            ? 0
            : Math.exp((a - 1) * Math.log(x / top) + (b - 1) * Math.log((1 - x) / (1 - top)));
        const x = incbi(a, b, p);
        expect(integral(density, 0, x) / (integral(density, 0, x) + integral(density, x, 1))).toBeCloseTo(
          p,
          6,
        );
      }),
    );
  });

  it('give the known quantiles of Beta, the steep ones too', () => {
    expect(incbi(1, 1, 0.5)).toBeCloseTo(0.5, 12);
    // x² and 1 - (1 - x)²
    expect(incbi(2, 1, 0.25)).toBeCloseTo(0.5, 12);
    expect(incbi(1, 2, 0.025)).toBeCloseTo(1 - Math.sqrt(0.975), 12);
    // The arcsine law: sin²(pi p / 2).
    expect(incbi(0.5, 0.5, 0.975)).toBeCloseTo(Math.sin((Math.PI * 0.975) / 2) ** 2, 11);
    // Clopper-Pearson's upper limit for 0 of 20: 1 - 0.025^(1/20).
    expect(incbi(1, 20, 0.975)).toBeCloseTo(1 - 0.025 ** (1 / 20), 12);
    expect(incbet(2, 3, 0.5)).toBeCloseTo(0.6875, 14);
  });

  it("give Student's distribution, far out too", () => {
    // One degree of freedom is Cauchy's distribution, two have a closed form.
    for (const t of [-40, -3, -0.5, 0, 1, 7]) {
      expect(stdtr(1, t)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 12);
      expect(stdtr(2, t)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 12);
    }
    // 11 degrees of freedom, 15 away: the density integrated, as tan, with its constant by Wallis' product.
    const density = (angle: number): number => Math.cos(angle) ** 10;
    const all = integral(density, -Math.PI / 2, Math.PI / 2);
    const tail = integral(density, Math.atan(15 / Math.sqrt(11)), Math.PI / 2) / all;
    expect(stdtr(11, -15) / tail).toBeCloseTo(1, 6);
  });

  it('are the same for whoever asks again', async () => {
    expect(await specialFunctions()).toBe(await specialFunctions());
  });
});
