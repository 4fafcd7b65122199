import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ledgerChecksumSql } from '../../contract/ledger-key.js';
import { literal } from '../../contract/sql.js';
import { LedgerChunk } from './chunk.js';
import { CopyRows } from './copy-rows.js';
import { hashBytes } from './row-hash.js';

/** Chunks that are handed on at once: about half a megabyte. */
const batchChunks = 32;

/** Reads the chunks of a sheet in order, one batch ahead, so that a ledger of any size takes the same memory. */
export class ChunkSource {
  /** Places of the chunks read so far. */
  readonly places: number[] = [];
  rows = 0;
  /** Sum of the checksums of their hashes. */
  checksum = 0;
  /** A chunk is not what was written: nothing that was found with this ledger may be believed. */
  isDamaged = false;
  readonly #copied: AsyncGenerator<Buffer[]>;
  #next: Promise<Buffer[][]> | null;

  constructor(pool: Pool, sheet: string) {
    this.#copied = copyChunks(pool, sheet);
    this.#next = this.#fetch();
  }

  /** The next chunks; none at the end. */
  async read(): Promise<LedgerChunk[]> {
    if (this.#next === null) return [];
    const batch = await this.#next;
    this.#next = batch.length < batchChunks ? null : this.#fetch();
    return batch.map((fields) => this.#take(fields));
  }

  /** Nothing more is wanted. */
  async close(): Promise<void> {
    await this.#next?.catch(() => {});
    this.#next = null;
    await this.#copied.return(undefined).catch(() => {});
  }

  #take([place, rows, checksum, hashes, isSound]: Buffer[]): LedgerChunk {
    const count = rows!.readInt32BE();
    this.places.push(place!.readDoubleBE());
    this.rows += count;
    this.checksum += checksum!.readInt32BE();
    if (hashes!.length !== count * hashBytes || isSound![0] !== 1) this.isDamaged = true;
    const words = new Int32Array(Math.floor(hashes!.length / 4));
    hashes!.copy(Buffer.from(words.buffer));
    return new LedgerChunk(place!.readDoubleBE(), Math.floor(words.length / 4), words);
  }

  #fetch(): Promise<Buffer[][]> {
    const batch = this.#collect();
    // read() reports the failure; until then it must not count as unhandled.
    batch.catch(() => {});
    return batch;
  }

  async #collect(): Promise<Buffer[][]> {
    const batch: Buffer[][] = [];
    while (batch.length < batchChunks) {
      const { value, done } = await this.#copied.next();
      if (done) break;
      batch.push(value);
    }
    return batch;
  }
}

/**
 * Place, rows, checksum, hashes and whether both hashes and keys are those that were written, of each chunk in order; in binary, as
 * text would be twice as long on both ends. Whoever stops before the end gives the connection up.
 */
async function* copyChunks(pool: Pool, sheet: string): AsyncGenerator<Buffer[]> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    const stream = client.query(
      copyTo(`COPY (
        SELECT place, rows, hashes_checksum, hashes,
               hashes_checksum = ${ledgerChecksumSql('hashes')} AND keys_checksum = ${ledgerChecksumSql('keys')}
        FROM ledger_chunk WHERE sheet = ${literal(sheet)} ORDER BY place) TO STDOUT (FORMAT binary)`),
    );
    const tuples = new CopyRows();
    for await (const piece of stream) yield* tuples.take(piece as Buffer);
    isWhole = true;
  } finally {
    client.release(!isWhole);
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
