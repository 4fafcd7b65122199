import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashRow, hashWords } from './row-hash.js';

function hashOf(bytes: Uint8Array, from = 0, to = bytes.length): string {
  const words = new Int32Array(hashWords);
  hashRow(bytes, from, to, words, 0);
  return words.join();
}

it('is that of the bytes alone, wherever they stand', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 90 }), fc.uint8Array({ maxLength: 9 }), (row, before) => {
      const elsewhere = Buffer.concat([before, row, Buffer.from('rest')]);
      expect(hashOf(elsewhere, before.length, before.length + row.length)).toBe(hashOf(row));
    }),
  );
});

/** MurmurHash3 x86_128 with the seed 0, after its description, in whole numbers modulo 2^32 and without any haste. */
function slowHash(bytes: readonly number[]): number[] {
  const size = 2n ** 32n;
  const times = (a: bigint, b: bigint): bigint => (a * b) % size;
  const turn = (a: bigint, by: bigint): bigint => ((a << by) | (a >> (32n - by))) % size;
  const c = [0x239b961bn, 0xab0e9789n, 0x38b34ae5n, 0xa1e38b93n];
  const turnOfKey = [15n, 16n, 17n, 18n];
  const turnOfHash = [19n, 17n, 15n, 13n];
  const added = [0x561ccd1bn, 0x0bcaa747n, 0x96cd1c35n, 0x32ac3b17n];
  const h = [0n, 0n, 0n, 0n];
  const mixed = (key: bigint, lane: number): bigint =>
    times(turn(times(key, c[lane]!), turnOfKey[lane]!), c[(lane + 1) % 4]!);
  const whole = bytes.length - (bytes.length % 16);
  const keyAt = (at: number): bigint =>
    [0, 1, 2, 3].reduce((key, i) => key + (BigInt(bytes[at + i] ?? 0) << BigInt(8 * i)), 0n);
  for (let at = 0; at < whole; at += 16)
    for (let lane = 0; lane < 4; lane++) {
      const turned = turn(h[lane]! ^ mixed(keyAt(at + 4 * lane), lane), turnOfHash[lane]!);
      h[lane] = (times((turned + h[(lane + 1) % 4]!) % size, 5n) + added[lane]!) % size;
    }
  for (let lane = 3; lane >= 0; lane--) h[lane] = h[lane]! ^ mixed(keyAt(whole + 4 * lane), lane);
  const final = (value: bigint): bigint => {
    let x = times(value ^ (value >> 16n), 0x85ebca6bn);
    x = times(x ^ (x >> 13n), 0xc2b2ae35n);
    return x ^ (x >> 16n);
  };
  const addAll = (): void => {
    h[0] = (h[0]! + h[1]! + h[2]! + h[3]!) % size;
    for (const lane of [1, 2, 3]) h[lane] = (h[lane]! + h[0]!) % size;
  };
  for (let lane = 0; lane < 4; lane++) h[lane] = h[lane]! ^ BigInt(bytes.length);
  addAll();
  for (let lane = 0; lane < 4; lane++) h[lane] = final(h[lane]!);
  addAll();
  return h.map((word) => Number(BigInt.asIntN(32, word)));
}

it('is MurmurHash3 x86_128, but for the empty row, which is not all zero', () => {
  expect(hashOf(new Uint8Array())).toBe('1,0,0,0');
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 70 }), (row) => {
      expect(hashOf(row)).toBe(slowHash([...row]).join());
    }),
  );
});

it('changes with any single bit, in about half of its own', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 70 }), fc.nat(), (row, at) => {
      const other = Uint8Array.from(row);
      const bit = at % (row.length * 8);
      other[bit >> 3]! ^= 1 << (bit & 7);
      const [one, two] = [new Int32Array(hashWords), new Int32Array(hashWords)];
      hashRow(row, 0, row.length, one, 0);
      hashRow(other, 0, other.length, two, 0);
      let differing = 0;
      for (let word = 0; word < hashWords; word++)
        for (let bits = one[word]! ^ two[word]!; bits !== 0; bits &= bits - 1) differing++;
      expect(differing).toBeGreaterThan(30);
    }),
  );
});

it('does not give two of a hundred thousand like rows the same half', () => {
  const halves = new Set<string>();
  const words = new Int32Array(hashWords);
  for (let n = 0; n < 100_000; n++) {
    const row = Buffer.from(`${n},${n % 977},2023-04-${String((n % 28) + 1).padStart(2, '0')}T10:00:00,1,,0`);
    hashRow(row, 0, row.length, words, 0);
    halves.add(`${words[0]},${words[1]}`);
    halves.add(`-${words[2]},${words[3]}`);
  }
  expect(halves.size).toBe(200_000);
});
