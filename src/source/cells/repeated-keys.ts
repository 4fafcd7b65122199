import type { Sheet } from '../../contract/index.js';

/** More rows than this are not listed: the database then compares all keys. */
const listedRows = 10_000;

/** Numbers below this have a bit of their own, 16 MiB of them at most. */
const numbered = 1 << 27;

/** Not a number that has a bit. */
const unnumbered = -1;

/**
 * Finds the rows whose key may have stood in an earlier row, so that the database need not group a million keys to
 * find that none repeats. Every repetition is found. Of a key that is no plain number 32 bits are kept, so that now
 * and then a row is listed that is none; the database judges.
 */
export class RepeatedKeys {
  /** 1 for each column of the contract that belongs to the key. */
  readonly ofKey: Uint8Array;
  readonly #rows: number[] = [];
  readonly #isSingle: boolean;
  #bits = new Int32Array(1 << 12);
  #table = new Int32Array(1 << 12);
  #size = 0;
  #hash = 0;
  #number = unnumbered;

  constructor(sheet: Sheet) {
    this.ofKey = Uint8Array.from(Object.keys(sheet.columns), (name) =>
      sheet.key === 'row' || sheet.key.includes(name) ? 1 : 0,
    );
    this.#isSingle = sheet.key !== 'row' && sheet.key.length === 1;
  }

  /** Takes one field of the row's key, in the order of the columns. */
  field(bytes: Uint8Array, from: number, to: number): void {
    if (this.#isSingle) {
      this.#number = plainNumber(bytes, from, to);
      if (this.#number !== unnumbered) return;
    }
    let hash = this.#hash ^ 0x811c9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    // A field ends here: `1` and `23` are not `12` and `3`.
    this.#hash = Math.imul(hash ^ (hash >>> 15) ^ 0x2c, 0x85ebca6b);
  }

  /** The row that the fields since the last one belong to, 1-based. */
  endRow(rowNo: number): void {
    const isNew = this.#number === unnumbered ? this.#addHash(this.#hash) : this.#addNumber(this.#number);
    this.forget();
    if (!isNew && this.#rows.length <= listedRows) this.#rows.push(rowNo);
  }

  /** The fields since the last row belong to none. */
  forget(): void {
    this.#hash = 0;
    this.#number = unnumbered;
  }

  /** Numbers of data rows, 1-based; null: too many to be listed. */
  get rows(): readonly number[] | null {
    return this.#rows.length > listedRows ? null : this.#rows;
  }

  /** False where it was there already. */
  #addNumber(number: number): boolean {
    const word = number >>> 5;
    if (word >= this.#bits.length) this.#makeRoom(word);
    const bit = 1 << (number & 31);
    const before = this.#bits[word]!;
    this.#bits[word] = before | bit;
    return (before & bit) === 0;
  }

  #makeRoom(word: number): void {
    let length = this.#bits.length;
    while (length <= word) length *= 2;
    const larger = new Int32Array(length);
    larger.set(this.#bits);
    this.#bits = larger;
  }

  #addHash(hash: number): boolean {
    const mixed = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35) || 1;
    if (!this.#insert(this.#table, mixed)) return false;
    this.#size++;
    if (this.#size * 2 > this.#table.length) this.#grow();
    return true;
  }

  /** False where it is there already. */
  #insert(table: Int32Array, value: number): boolean {
    const mask = table.length - 1;
    let place = (value >>> 5) & mask;
    while (table[place] !== 0) {
      if (table[place] === value) return false;
      place = (place + 1) & mask;
    }
    table[place] = value;
    return true;
  }

  #grow(): void {
    const larger = new Int32Array(this.#table.length * 4);
    for (const value of this.#table) if (value !== 0) this.#insert(larger, value);
    this.#table = larger;
  }
}

/** The number that nothing but these digits writes: `7` is one, `07` is not. */
function plainNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || to - from > 9 || (bytes[from] === 0x30 && to - from > 1)) return unnumbered;
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return unnumbered;
    number = number * 10 + digit;
  }
  return number < numbered ? number : unnumbered;
}

/**
 * Whether equal keys are equal as they are written. A sentinel and an empty cell are not, and where the whole row is
 * the key neither are a bad cell and an empty one: both are null in the database.
 */
export function keysAreAsWritten(sheet: Sheet, badColumns: ReadonlySet<string>): boolean {
  const key = sheet.key === 'row' ? Object.keys(sheet.columns) : sheet.key;
  return (
    key.every((name) => sheet.columns[name]!.sentinels.length === 0) &&
    !(sheet.key === 'row' && badColumns.size > 0)
  );
}
