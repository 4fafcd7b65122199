import type { Sheet } from '../../contract/index.js';

/** More rows than this are not listed: the database then compares all keys. */
const listed_rows = 10_000;

/**
 * Finds the rows whose key may have stood in an earlier row, so that the database need not group a million keys to
 * find that none repeats. It keeps 32 bits of each key: every repetition is found, and now and then a row that is
 * none. The database judges.
 */
export class RepeatedKeys {
  /** 1 for each column of the contract that belongs to the key. */
  readonly ofKey: Uint8Array;
  readonly #rows: number[] = [];
  #table = new Int32Array(1 << 12);
  #size = 0;

  constructor(sheet: Sheet) {
    this.ofKey = Uint8Array.from(Object.keys(sheet.columns), (name) =>
      sheet.key === 'row' || sheet.key.includes(name) ? 1 : 0,
    );
  }

  /** Goes on with a hash that began at 0 by one field of the key. */
  static hash(before: number, bytes: Uint8Array, from: number, to: number): number {
    let hash = before ^ 0x811c9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    // A field ends here: `1` and `23` are not `12` and `3`.
    return Math.imul(hash ^ (hash >>> 15) ^ 0x2c, 0x85ebca6b);
  }

  add(hash: number, rowNo: number): void {
    const mixed = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35) || 1;
    if (!this.#insert(this.#table, mixed)) {
      if (this.#rows.length <= listed_rows) this.#rows.push(rowNo);
      return;
    }
    this.#size++;
    if (this.#size * 2 > this.#table.length) this.#grow();
  }

  /** Numbers of data rows, 1-based; null: too many to be listed. */
  get rows(): readonly number[] | null {
    return this.#rows.length > listed_rows ? null : this.#rows;
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
