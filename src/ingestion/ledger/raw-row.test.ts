import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CsvLines } from '../../source/sheets/csv-lines.js';
import { findFields } from './raw-row.js';

const plain = fc.string({ unit: fc.constantFrom('a', '7', ' ', 'ç') });
const quoted = fc.string({ unit: fc.constantFrom('a', ',', '\n', '""', 'é') }).map((text) => `"${text}"`);
const field = fc.oneof(plain, quoted);
const rows = fc.array(fc.tuple(field, field, field));

it('takes rows and fields apart as they were put together, however the bytes come', () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (written, sizes) => {
      const found: string[][] = [];
      const fields = new Int32Array(3);
      const lines = new CsvLines((bytes, from, to) => {
        findFields({ bytes, from, to, fields });
        const text = (start: number, end: number): string => bytes.toString('utf8', start, end);
        expect(fields[0]).toBe(from);
        found.push([text(from, fields[1]! - 1), text(fields[1]!, fields[2]! - 1), text(fields[2]!, to)]);
      });
      let bytes = Buffer.from(written.map((row) => `${row.join(',')}\n`).join(''));
      for (const size of sizes) {
        if (bytes.length === 0) break;
        const piece = Buffer.from(bytes.subarray(0, size));
        bytes = bytes.subarray(size);
        lines.push(piece);
        // Whoever gave it may use its memory again.
        piece.fill('x');
      }
      lines.end();
      expect(found).toEqual(written);
    }),
  );
});
