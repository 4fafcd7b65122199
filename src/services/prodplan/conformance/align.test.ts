import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, fitnessOf } from './align.js';

const steps = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));

/** The fewest steps to be put in or left out to turn one list into the other, tried one step at a time. */
function fewestMoves(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const skip = 1 + Math.min(fewestMoves(a.slice(1), b), fewestMoves(a, b.slice(1)));
  return a[0] === b[0] ? Math.min(skip, fewestMoves(a.slice(1), b.slice(1))) : skip;
}

describe('a route and what was done', () => {
  // Fitness as alignments with a net that is one line have it: 1 - cost / (steps of both), a move on either side costing one.
  it.each([
    ['ABCD', 'ABCD', { missing: '', repeated: 0, swapped: 0, added: 0, fitness: 1 }],
    ['ABCD', 'ABD', { missing: 'C', repeated: 0, swapped: 0, added: 0, fitness: 1 - 1 / 7 }],
    ['ABCD', 'ABBCD', { missing: '', repeated: 1, swapped: 0, added: 0, fitness: 1 - 1 / 9 }],
    ['ABCD', 'ACBD', { missing: '', repeated: 0, swapped: 1, added: 0, fitness: 1 - 2 / 8 }],
    ['ABCD', 'ABXCD', { missing: '', repeated: 0, swapped: 0, added: 1, fitness: 1 - 1 / 9 }],
    ['ABCD', 'DCBA', { missing: '', repeated: 0, swapped: 3, added: 0, fitness: 1 - 6 / 8 }],
    // A route that has a phase twice: done once is one step short, not a step too many.
    ['ABAC', 'ABC', { missing: 'A', repeated: 0, swapped: 0, added: 0, fitness: 1 - 1 / 7 }],
    ['ABAC', 'BAAC', { missing: '', repeated: 0, swapped: 1, added: 0, fitness: 1 - 2 / 8 }],
    ['ABCD', 'XY', { missing: 'ABCD', repeated: 0, swapped: 0, added: 2, fitness: 0 }],
  ])('%s, done as %s', (route, done, { fitness, missing, ...kinds }) => {
    const found = align(steps(route), steps(done));
    expect(found).toMatchObject({ ...kinds, missing: steps(missing) });
    expect(fitnessOf(route.length, done.length, found.aligned)).toBeCloseTo(fitness, 12);
  });

  it('are told apart by as many steps as the cheapest way from one to the other costs', () => {
    const list = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 7 });
    fc.assert(
      fc.property(list, list, (route, done) => {
        const { aligned, missing, repeated, swapped, added } = align(route, done);
        const cost = missing.length + repeated + added + 2 * swapped;
        expect(cost).toBe(fewestMoves(route, done));
        expect(cost).toBe(route.length + done.length - 2 * aligned);
        expect(swapped).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
