import type { LedgerChunk } from './chunk.js';
import type { ChunkSource } from './chunk-source.js';

/** Chunks that are kept before and behind the row that is expected next: rows that moved further count as new. */
const behind = 16;
const ahead = 32;

/** `same`: the published dump has this very row. `repeated`: the new one has it for a second time. `new`: neither. */
export type Met = 'same' | 'repeated' | 'new';

/** A chunk of which some rows were not met, as one bit a row tells. */
export interface LeftChunk {
  readonly place: number;
  readonly met: Uint8Array;
}

/**
 * Looks the rows of the new dump up among those of the published one, of which only the neighbourhood is in memory:
 * an export writes its rows in nearly the same order every day.
 */
export class LedgerWindow {
  /** Rows of the new dump that the published one has as they are, and that came again. */
  same = 0;
  repeated = 0;
  /** Chunks that were left behind with rows that were not met. */
  readonly left: LeftChunk[] = [];
  readonly #source: ChunkSource;
  readonly #chunks: LedgerChunk[] = [];
  #at = 0;
  #row = 0;
  #isWhole = false;
  #reading: Promise<void> | null = null;

  constructor(source: ChunkSource) {
    this.#source = source;
  }

  /** Place of the chunk that a row that was just met, or is new, belongs to; 0 where there is none. */
  get place(): number {
    return this.#chunks[Math.min(this.#at, this.#chunks.length - 1)]?.place ?? 0;
  }

  /** Undefined where enough is in memory; else what to wait for before more rows come. */
  room(): Promise<void> | undefined {
    if (this.#isWhole || this.#chunks.length - this.#at > ahead / 2) return undefined;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  meet(hash: Int32Array): Met {
    const chunk = this.#chunks[this.#at];
    if (chunk !== undefined && this.#row < chunk.rows && chunk.holds(this.#row, hash))
      return this.#meetRow(this.#at, this.#row);
    return this.#search(hash);
  }

  /** The sheet has been read: every chunk is left. Returns whether the ledger was as it had been written. */
  async finish(): Promise<boolean> {
    while (!this.#isWhole) await this.#read();
    for (const chunk of this.#chunks.splice(0)) this.#leave(chunk);
    await this.#source.close();
    return !this.#source.isDamaged;
  }

  #search(hash: Int32Array): Met {
    for (let far = 0; far <= ahead; far++) {
      for (const at of far === 0 ? [this.#at] : [this.#at + far, this.#at - far]) {
        const row = this.#chunks[at]?.find(hash) ?? -1;
        if (row >= 0) return this.#meetRow(at, row);
      }
    }
    return 'new';
  }

  #meetRow(at: number, row: number): Met {
    const chunk = this.#chunks[at]!;
    const isFirst = chunk.met[row] === 0;
    if (isFirst) {
      chunk.meet(row);
      this.same++;
    } else this.repeated++;
    this.#at = at;
    this.#row = row + 1;
    this.#expectNext();
    return isFirst ? 'same' : 'repeated';
  }

  /** The next row that has not been met: what is expected to follow. */
  #expectNext(): void {
    for (let chunk = this.#chunks[this.#at]!; ; chunk = this.#chunks[this.#at]!) {
      while (this.#row < chunk.rows && chunk.met[this.#row] === 1) this.#row++;
      if (this.#row < chunk.rows || this.#at + 1 >= this.#chunks.length) return;
      this.#at++;
      this.#row = 0;
    }
  }

  async #read(): Promise<void> {
    const chunks = await this.#source.read();
    if (chunks.length === 0) this.#isWhole = true;
    const wasEmpty = this.#chunks.length === 0;
    this.#chunks.push(...chunks);
    if (!wasEmpty && chunks.length > 0) this.#expectNext();
    while (this.#at > behind) {
      this.#leave(this.#chunks.shift()!);
      this.#at--;
    }
  }

  #leave({ place, rows, met, metRows }: LedgerChunk): void {
    if (metRows < rows) this.left.push({ place, met });
  }
}
