import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SharedStrings } from '../../workbook/index.js';
import { DistinctSketch } from './distinct-sketch.js';
import { NumberTable } from './number-table.js';
import { quantileError } from './quantile-sketch.js';
import { readNumber } from './read-number.js';
import { TextTable } from './text-table.js';

const noStrings: SharedStrings = { count: 0, bytes: Buffer.alloc(0), offsets: new Uint32Array(1) };

/** Few different values, many different ones, and such as hash to neighbouring places. */
const numbers = fc.oneof(
  fc.array(fc.integer({ min: -5, max: 5 })),
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 400 }),
  fc.array(fc.nat(3000).map((n) => n * 86_400)),
  fc.array(fc.nat(3000).map((n) => n * 2 ** 33 + 0.5)),
);

describe('NumberTable', () => {
  it('counts every value, whatever the values are', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const table = new NumberTable();
        const counts = new Map<number, number>();
        for (const value of values) {
          table.add(value);
          counts.set(value + 0, (counts.get(value + 0) ?? 0) + 1);
        }
        const ascending = [...counts].sort(([a], [b]) => a - b);
        const sorted = table.sorted();
        expect([...sorted.values]).toEqual(ascending.map(([value]) => value));
        expect([...sorted.rows]).toEqual(ascending.map(([, rows]) => rows));
        expect([table.distinct, table.rows, table.isExact]).toEqual([counts.size, values.length, true]);
        if (values.length > 0)
          expect([table.min, table.max]).toEqual([ascending[0]![0], ascending[ascending.length - 1]![0]]);
        for (const [value, rows] of counts) expect(table.rowsOf(value)).toBe(rows);
      }),
    );
  });

  it('estimates within the stated errors beyond its limit, with exact ends', () => {
    const table = new NumberTable(1000);
    const all = 200_000;
    for (let n = 0; n < all; n++) table.add(((n * 7919) % all) + 1);
    for (let n = 0; n < all; n++) table.add(n + 1);
    expect(table.isExact).toBe(false);
    expect([table.rows, table.min, table.max]).toEqual([2 * all, 1, all]);
    expect(Math.abs(table.distinct / all - 1)).toBeLessThan(4 * DistinctSketch.standardError);
    for (const share of [0.01, 0.25, 0.5, 0.99]) {
      const estimate = table.quantileSketch()!.getValueAtQuantile(share);
      expect(Math.abs(estimate / (share * all) - 1), `quantile ${share}`).toBeLessThan(quantileError + 0.001);
    }
  });
});

describe('DistinctSketch', () => {
  it.each([10, 1000, 30_000, 500_000])(
    'estimates %i texts and numbers within four standard errors',
    (all) => {
      const texts = new TextTable(noStrings, 1);
      const bits = new DistinctSketch();
      for (let n = 0; n < all; n++) {
        texts.add(`texto ${n}`);
        bits.add(n, 0);
      }
      for (const estimate of [texts.distinct, bits.estimate()])
        expect(Math.abs(estimate / all - 1)).toBeLessThan(4 * DistinctSketch.standardError);
    },
  );
});

describe('readNumber', () => {
  it('reads the double that the text names', () => {
    const text = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.integer().map(String),
      fc.tuple(fc.nat(), fc.nat()).map(([whole, fraction]) => `${whole}.${fraction}00`),
    );
    fc.assert(
      fc.property(text, (written) => {
        const bytes = Buffer.from(`<${written}<`);
        expect(readNumber(bytes, 1, bytes.length - 1)).toBe(Number(written) + 0);
      }),
      { numRuns: 500 },
    );
    for (const none of ['', '-', '.', '1.2.3', '1,5', 'abc', '0x10', '1e999'])
      expect(readNumber(Buffer.from(none), 0, none.length), none).toBeNaN();
  });
});
