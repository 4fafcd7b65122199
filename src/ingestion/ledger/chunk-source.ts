import type { Pool } from 'pg';
import { ledgerChecksumSql } from '../../contract/ledger-key.js';
import { LedgerChunk } from './chunk.js';
import { hashBytes } from './row-hash.js';

/** Chunks that are fetched at once: about half a megabyte. */
const batchChunks = 32;

interface Row {
  readonly place: number;
  readonly rows: number;
  readonly hashes_checksum: number;
  readonly hashes: Buffer;
  /** Hashes and keys are those that were written. */
  readonly is_sound: boolean;
}

/** Reads the chunks of a sheet in order, one batch ahead, so that a ledger of any size takes the same memory. */
export class ChunkSource {
  /** Places of the chunks read so far. */
  readonly places: number[] = [];
  rows = 0;
  /** Sum of the checksums of their hashes. */
  checksum = 0;
  /** A chunk is not what was written: nothing that was found with this ledger may be believed. */
  isDamaged = false;
  readonly #pool: Pool;
  readonly #sheet: string;
  #next: Promise<Row[]> | null;

  constructor(pool: Pool, sheet: string) {
    this.#pool = pool;
    this.#sheet = sheet;
    this.#next = this.#fetch(0);
  }

  /** The next chunks; none at the end. */
  async read(): Promise<LedgerChunk[]> {
    if (this.#next === null) return [];
    const batch = await this.#next;
    const last = batch.at(-1);
    this.#next = batch.length < batchChunks ? null : this.#fetch(last!.place);
    return batch.map((row) => this.#take(row));
  }

  /** Nothing more is wanted. */
  async close(): Promise<void> {
    await this.#next?.catch(() => {});
    this.#next = null;
  }

  #take({ place, rows, hashes, hashes_checksum, is_sound }: Row): LedgerChunk {
    this.places.push(place);
    this.rows += rows;
    this.checksum += hashes_checksum;
    if (hashes.length !== rows * hashBytes || !is_sound) this.isDamaged = true;
    const words = new Int32Array(Math.floor(hashes.length / 4));
    hashes.copy(Buffer.from(words.buffer));
    return new LedgerChunk(place, Math.floor(words.length / 4), words);
  }

  #fetch(after: number): Promise<Row[]> {
    const fetched = this.#pool.query<Row>(
      `SELECT place, rows, hashes_checksum, hashes,
         hashes_checksum = ${ledgerChecksumSql('hashes')} AND keys_checksum = ${ledgerChecksumSql('keys')} AS is_sound FROM ledger_chunk
       WHERE sheet = $1 AND place > $2 ORDER BY place LIMIT ${batchChunks}`,
      [this.#sheet, after],
    );
    const rows = fetched.then((result) => result.rows);
    // read() reports the failure; until then it must not count as unhandled.
    rows.catch(() => {});
    return rows;
  }
}

interface ChunkContent {
  readonly place: number;
  readonly rows: number;
  readonly hashes: Buffer;
  readonly keys: Buffer;
}

/** Whole chunks with their keys. */
export async function readChunks(
  client: Pick<Pool, 'query'>,
  sheet: string,
  places: readonly number[],
): Promise<ChunkContent[]> {
  const { rows } = await client.query<ChunkContent>(
    `SELECT place, rows, hashes, keys FROM ledger_chunk
     WHERE sheet = $1 AND place = ANY ($2::double precision[]) ORDER BY place`,
    [sheet, places],
  );
  return rows;
}
