import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { hashBytes, hashWords } from './row-hash.js';

const bufferedBytes = 1 << 18;

/** A row as it was read: its hash, and the numbers of its key. */
export interface SpooledRow {
  readonly hash: Buffer;
  readonly numbers: Buffer;
}

/** Rows that follow each other: of each its hash, then the numbers of its key in the machine's order. */
export interface SpooledBlock {
  readonly bytes: Buffer;
  readonly rows: number;
  /** The first of them, counted from 1. */
  readonly first: number;
  readonly recordBytes: number;
}

/**
 * Hash and key of rows of a sheet while it is read, in a file, so that memory does not grow with the rows. Both become the
 * ledger of the dump once it is known which rows core has taken in.
 */
export class RowSpool {
  rows = 0;
  readonly #path: string;
  readonly #file: number;
  readonly #recordBytes: number;
  readonly #words: Int32Array;
  readonly #buffer: Buffer;
  #at = 0;
  #isOpen = true;

  constructor(path: string, numbers: number) {
    this.#path = path;
    this.#file = openSync(path, 'w+', 0o600);
    this.#recordBytes = hashBytes + 4 * numbers;
    this.#words = new Int32Array(Math.floor(bufferedBytes / this.#recordBytes) * (this.#recordBytes / 4));
    this.#buffer = Buffer.from(this.#words.buffer);
  }

  /** The numbers of the row's key follow by `number`, as many as there are. */
  hash(words: Int32Array): void {
    if (this.#at === this.#words.length) this.#flush();
    for (let i = 0; i < hashWords; i++) this.#words[this.#at++] = words[i]!;
    this.rows++;
  }

  number(value: number): void {
    this.#words[this.#at++] = value;
  }

  /** Every row in order, some thousands at once; the bytes are good until the next block is asked for. */
  *blocks(): Generator<SpooledBlock> {
    this.#flush();
    const recordBytes = this.#recordBytes;
    const perRead = Math.floor(bufferedBytes / recordBytes);
    const bytes = Buffer.alloc(perRead * recordBytes);
    for (let first = 0; first < this.rows; first += perRead) {
      const rows = Math.min(perRead, this.rows - first);
      this.#read(bytes, first, rows);
      yield { bytes, rows, first: first + 1, recordBytes };
    }
  }

  /** One row, counted from 1 as it was spooled. */
  row(nth: number): SpooledRow {
    this.#flush();
    const buffer = Buffer.alloc(this.#recordBytes);
    this.#read(buffer, nth - 1, 1);
    return { hash: buffer.subarray(0, hashBytes), numbers: buffer.subarray(hashBytes) };
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #read(into: Buffer, first: number, rows: number): void {
    const wanted = rows * this.#recordBytes;
    const got = readSync(this.#file, into, 0, wanted, first * this.#recordBytes);
    if (got !== wanted) throw new Error(`${this.#path}: ${got} bytes instead of ${wanted}`);
  }

  #flush(): void {
    let from = 0;
    const to = this.#at * 4;
    while (from < to) from += writeSync(this.#file, this.#buffer, from, to - from);
    this.#at = 0;
  }
}
