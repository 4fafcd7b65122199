import type { ClientBase } from 'pg';
import { fingerprintBytes, type LedgerKey, ledgerChecksumSql } from '../../contract/ledger-key.js';
import { chunkRows } from './chunk.js';

import { hashBytes } from './row-hash.js';

/** A row of core as a ledger has it. */
export interface Entry {
  /** Zeros: the row is compared by the database every time. */
  readonly hash: Buffer;
  readonly key: Buffer;
}

export const noHash = Buffer.alloc(hashBytes);

/** The key of a row of core, from its numbers and its fingerprint. */
export function keyOf(layout: LedgerKey, numbers: Buffer, fingerprint: Buffer | null): Buffer {
  if (layout.fingerprint === null) return numbers;
  if (fingerprint?.length !== fingerprintBytes) throw new Error('a row without its fingerprint');
  return Buffer.concat([numbers, fingerprint]);
}

export function numbersOf(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [place, value] of values.entries()) bytes.writeInt32BE(value, 4 * place);
  return bytes;
}

export interface ReadKey {
  readonly numbers: readonly number[];
  readonly fingerprint: Buffer | null;
}

/** The key that stands at a row of a chunk. */
export function readKey(layout: LedgerKey, keys: Buffer, row: number): ReadKey {
  const at = row * layout.bytes;
  return {
    numbers: layout.numbers.map((_, place) => keys.readInt32BE(at + 4 * place)),
    fingerprint:
      layout.fingerprint === null
        ? null
        : keys.subarray(at + layout.bytes - fingerprintBytes, at + layout.bytes),
  };
}

/** Rows that follow each other, their hashes and their keys side by side. */
export interface PackedRows {
  readonly rows: number;
  readonly hashes: Buffer;
  readonly keys: Buffer;
}

export function pack(entries: readonly Entry[]): PackedRows {
  return {
    rows: entries.length,
    hashes: Buffer.concat(entries.map(({ hash }) => hash)),
    keys: Buffer.concat(entries.map(({ key }) => key)),
  };
}

/** Some of the rows, of the same memory. */
export function sliceRows({ rows, hashes, keys }: PackedRows, from: number, to: number): PackedRows {
  const keyBytes = keys.length / rows;
  return {
    rows: to - from,
    hashes: hashes.subarray(from * hashBytes, to * hashBytes),
    keys: keys.subarray(from * keyBytes, to * keyBytes),
  };
}

interface Packed extends PackedRows {
  readonly place: number;
}

/** Places that lie nearer to each other than this get no more between them. */
const narrowest = 1e-6;

/** So many chunks are sent at once. */
const batch = 32;

/** Packs entries into chunks and writes them, a batch at a time. */
export class ChunkWriter {
  readonly #client: ClientBase;
  readonly #sheet: string;
  #waiting: Packed[] = [];
  #replaced: number[] = [];

  constructor(client: ClientBase, sheet: string) {
    this.#client = client;
    this.#sheet = sheet;
  }

  /** Writes the rows between two places: at the first of them, and where they are many at others before the second. */
  async write(all: PackedRows, place: number, next: number): Promise<void> {
    // A place between two that are as near as numbers can be would be one of them.
    const isRoom = next - place > narrowest;
    const chunks = isRoom ? Math.max(1, Math.round(all.rows / chunkRows)) : 1;
    const each = Math.ceil(all.rows / chunks);
    for (let nth = 0; nth * each < all.rows; nth++) {
      const some = sliceRows(all, nth * each, Math.min(all.rows, (nth + 1) * each));
      this.#waiting.push({ place: place + ((next - place) * nth) / chunks, ...some });
      if (this.#waiting.length >= batch) await this.finish();
    }
  }

  /** The same in place of the chunk that stands there. */
  async replace(rows: PackedRows, place: number, next: number): Promise<void> {
    this.#replaced.push(place);
    await this.write(rows, place, next);
  }

  async finish(): Promise<void> {
    const packed = this.#waiting;
    this.#waiting = [];
    await this.#removeReplaced();
    if (packed.length === 0) return;
    await this.#client.query(
      `INSERT INTO ledger_chunk (sheet, place, rows, hashes, hashes_checksum, keys, keys_checksum)
       SELECT $1, place, rows, hashes, ${ledgerChecksumSql('hashes')}, keys, ${ledgerChecksumSql('keys')}
       FROM unnest($2::double precision[], $3::integer[], $4::bytea[], $5::bytea[]) c(place, rows, hashes, keys)`,
      [
        this.#sheet,
        packed.map(({ place }) => place),
        packed.map(({ rows }) => rows),
        packed.map(({ hashes }) => hashes),
        packed.map(({ keys }) => keys),
      ],
    );
  }

  async #removeReplaced(): Promise<void> {
    const places = this.#replaced;
    this.#replaced = [];
    if (places.length === 0) return;
    await this.#client.query(
      'DELETE FROM ledger_chunk WHERE sheet = $1 AND place = ANY ($2::double precision[])',
      [this.#sheet, places],
    );
  }
}
