import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LedgerChunk } from './chunk.js';
import type { ChunkSource } from './chunk-source.js';
import { LedgerWindow } from './window.js';

const perChunk = 4;

/** A ledger of these rows, a batch of which comes with every read. */
function sourceOf(rows: readonly number[], batch: number): ChunkSource {
  const chunks: LedgerChunk[] = [];
  for (let from = 0; from < rows.length; from += perChunk) {
    const some = rows.slice(from, from + perChunk);
    const hashes = Int32Array.from(some.flatMap((row) => [row, row * 7, ~row, row ^ 5]));
    chunks.push(new LedgerChunk(chunks.length + 1, some.length, hashes));
  }
  return {
    isDamaged: false,
    read: async () => chunks.splice(0, batch),
    close: async () => {},
  } as unknown as ChunkSource;
}

function hashOf(row: number): Int32Array {
  return Int32Array.from([row, row * 7, ~row, row ^ 5]);
}

async function meetAll(
  before: readonly number[],
  now: readonly number[],
): Promise<{ met: string[]; window: LedgerWindow }> {
  const window = new LedgerWindow(sourceOf(before, 5));
  const met: string[] = [];
  for (const row of now) {
    await window.room();
    met.push(window.meet(hashOf(row)));
  }
  expect(await window.finish()).toBe(true);
  return { met, window };
}

it('meets every row once, tells repetitions and new ones, and leaves what was not met', async () => {
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.array(fc.nat(80)),
      fc.array(fc.nat(1e7), { maxLength: 5 }),
      async (before, order, others) => {
        const now = [...order.flatMap((at) => (at < before.length ? [before[at]!] : [])), ...others];
        const { met, window } = await meetAll(before, now);
        const seen = new Set<number>();
        const expected = now.map((row) => {
          const first = !seen.has(row);
          seen.add(row);
          return before.includes(row) ? (first ? 'same' : 'repeated') : 'new';
        });
        expect(met).toEqual(expected);
        const left = window.left.reduce((sum, one) => sum + one.met.filter((bit) => bit === 0).length, 0);
        expect(left).toBe(before.filter((row) => !seen.has(row)).length);
      },
    ),
  );
});

it('takes the same memory however long the ledger is: what lies far behind is new', async () => {
  const before = Array.from({ length: 4_000 }, (_, n) => n + 1);
  const { met, window } = await meetAll(before, [...before, 1, 4_000]);
  expect(met.slice(0, 4_000).every((one) => one === 'same')).toBe(true);
  expect(met.slice(4_000)).toEqual(['new', 'repeated']);
  expect(window.left).toEqual([]);
});
