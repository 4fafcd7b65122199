import fc from 'fast-check';
import { expect, it } from 'vitest';
import { none, readNumbers } from '../numbers.js';
import { select } from './select.js';

const whole = fc.integer({ min: -2_147_483_647, max: 2_147_483_647 });

it('puts at a place what sorting puts there, and leaves what is outside alone', () => {
  const cases = fc.record({
    before: fc.array(whole, { maxLength: 5 }),
    values: fc.array(fc.oneof(whole, fc.constantFrom(0, 1, 2)), { minLength: 1, maxLength: 60 }),
    after: fc.array(whole, { maxLength: 5 }),
    at: fc.nat(),
  });
  fc.assert(
    fc.property(cases, ({ before, values, after, at }) => {
      const [first, place] = [before.length, at % values.length];
      const all = Int32Array.from([...before, ...values, ...after]);
      const end = first + values.length;
      expect(select(all, first, end, first + place)).toBe(values.toSorted((a, b) => a - b)[place]);
      expect([...all.subarray(0, first), ...all.subarray(end)]).toEqual([...before, ...after]);
      expect([...all.subarray(first, end)].sort()).toEqual([...values].sort());
    }),
  );
});

it('reads arrays as PostgreSQL writes them', () => {
  fc.assert(
    fc.property(fc.array(fc.option(whole), { minLength: 1, maxLength: 40 }), (values) => {
      const into = new Int32Array(64);
      const count = readNumbers(`{${values.map((one) => one ?? 'NULL').join(',')}}`, into);
      expect([...into.subarray(0, count)]).toEqual(values.map((one) => one ?? none));
    }),
  );
});
