import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CopyRows } from './copy-rows.js';

const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);

function tuple(fields: readonly Uint8Array[]): Buffer {
  const count = Buffer.alloc(2);
  count.writeInt16BE(fields.length);
  const parts = fields.flatMap((bytes) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(bytes.length);
    return [length, Buffer.from(bytes)];
  });
  return Buffer.concat([count, ...parts]);
}

it('gives every tuple once and whole, wherever the pieces are cut', () => {
  const tuples = fc.array(fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 6 }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(tuples, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (rows, cuts) => {
      const whole = Buffer.concat([header, ...rows.map(tuple), Buffer.from([0xff, 0xff])]);
      const read = new CopyRows();
      const got: number[][][] = [];
      for (let at = 0, nth = 0; at < whole.length; nth++) {
        const length = cuts[nth % cuts.length]!;
        for (const fields of read.take(whole.subarray(at, at + length)))
          got.push(fields.map((one) => [...one]));
        at += length;
      }
      expect(got).toEqual(rows.map((fields) => fields.map((one) => [...one])));
    }),
  );
});

it('takes no null for a value', () => {
  const withNull = Buffer.concat([header, Buffer.from([0, 1, 0xff, 0xff, 0xff, 0xff])]);
  expect(() => [...new CopyRows().take(withNull)]).toThrow('null');
});
