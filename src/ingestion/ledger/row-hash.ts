/** 32-bit words of a hash. */
export const hashWords = 4;
export const hashBytes = hashWords * 4;

/** Raised whenever the hash below changes: ledgers of another version are not read. */
export const rowHashVersion = 1;

const m1 = 0x239b961b;
const m2 = 0xab0e9789;
const m3 = 0x38b34ae5;
const m4 = 0xa1e38b93;

/**
 * The 128-bit hash of `bytes[from, to)`, written to `out[at ... at + 3]`; never all zero, for zero stands for no hash.
 * MurmurHash3 for 32-bit machines (x86_128), which plain JavaScript computes about as fast as memory is read: no
 * protection against somebody who wants two rows to look alike, and none is needed, as the rows are the factory's own.
 */
export function hashRow(bytes: Uint8Array, from: number, to: number, out: Int32Array, at: number): void {
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  const length = to - from;
  const whole = from + (length & ~15);
  let i = from;
  for (; i < whole; i += 16) {
    h1 ^= mix1(word(bytes, i));
    h1 = (Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
    h2 ^= mix2(word(bytes, i + 4));
    h2 = (Math.imul(rotate(h2, 17) + h3, 5) + 0x0bcaa747) | 0;
    h3 ^= mix3(word(bytes, i + 8));
    h3 = (Math.imul(rotate(h3, 15) + h4, 5) + 0x96cd1c35) | 0;
    h4 ^= mix4(word(bytes, i + 12));
    h4 = (Math.imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
  }
  if (i < to) h1 ^= mix1(lastWord(bytes, i, to));
  if (i + 4 < to) h2 ^= mix2(lastWord(bytes, i + 4, to));
  if (i + 8 < to) h3 ^= mix3(lastWord(bytes, i + 8, to));
  if (i + 12 < to) h4 ^= mix4(lastWord(bytes, i + 12, to));

  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = finish((h2 + h1) | 0);
  h3 = finish((h3 + h1) | 0);
  h4 = finish((h4 + h1) | 0);
  h1 = finish(h1);
  h1 = (h1 + h2 + h3 + h4) | 0;
  out[at] = (h1 | h2 | h3 | h4) === 0 ? 1 : h1;
  out[at + 1] = (h2 + h1) | 0;
  out[at + 2] = (h3 + h1) | 0;
  out[at + 3] = (h4 + h1) | 0;
}

function word(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

/** The bytes that are left, at most four, with zeros behind them. */
function lastWord(bytes: Uint8Array, at: number, to: number): number {
  let value = bytes[at]!;
  if (at + 1 < to) value |= bytes[at + 1]! << 8;
  if (at + 2 < to) value |= bytes[at + 2]! << 16;
  if (at + 3 < to) value |= bytes[at + 3]! << 24;
  return value;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function mix1(k: number): number {
  return Math.imul(rotate(Math.imul(k, m1), 15), m2);
}

function mix2(k: number): number {
  return Math.imul(rotate(Math.imul(k, m2), 16), m3);
}

function mix3(k: number): number {
  return Math.imul(rotate(Math.imul(k, m3), 17), m4);
}

function mix4(k: number): number {
  return Math.imul(rotate(Math.imul(k, m4), 18), m1);
}

function finish(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
