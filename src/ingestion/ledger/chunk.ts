import { hashWords } from './row-hash.js';

/** Rows of a chunk when it is written; one that has grown beyond twice as many is cut. */
export const chunkRows = 1024;

const unindexed = 0;

/** Hashes of rows that stood near each other in the published dump; a hash of zeros is of a row that is always compared. */
export class LedgerChunk {
  readonly place: number;
  readonly rows: number;
  readonly hashes: Int32Array;
  /** 1 for each row that the new dump has, as it is. */
  readonly met: Uint8Array;
  metRows = 0;
  #index: Int32Array | null = null;

  /** `place`: its place in the order of chunks. */
  constructor(place: number, rows: number, hashes: Int32Array) {
    this.place = place;
    this.rows = rows;
    this.hashes = hashes;
    this.met = new Uint8Array(rows);
  }

  holds(row: number, hash: Int32Array): boolean {
    const at = row * hashWords;
    const { hashes } = this;
    return (
      hashes[at] === hash[0] &&
      hashes[at + 1] === hash[1] &&
      hashes[at + 2] === hash[2] &&
      hashes[at + 3] === hash[3]
    );
  }

  meet(row: number): void {
    this.met[row] = 1;
    this.metRows++;
  }

  /** The row with this hash, -1 where there is none. */
  find(hash: Int32Array): number {
    this.#index ??= this.#build();
    const index = this.#index;
    const mask = index.length - 1;
    for (let place = hash[0]! & mask; index[place] !== unindexed; place = (place + 1) & mask) {
      const row = index[place]! - 1;
      if (this.holds(row, hash)) return row;
    }
    return -1;
  }

  #build(): Int32Array {
    let length = 16;
    while (length < this.rows * 2) length *= 2;
    const index = new Int32Array(length);
    for (let row = 0; row < this.rows; row++) {
      let place = this.hashes[row * hashWords]! & (length - 1);
      while (index[place] !== unindexed) place = (place + 1) & (length - 1);
      index[place] = row + 1;
    }
    return index;
  }
}
