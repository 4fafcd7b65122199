import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { ClientBase } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';

/** Signature, flags and length of the extension of a COPY in binary, and the mark of its end. */
const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const trailer = Buffer.from([0xff, 0xff]);

/** A row of `ledger_chunk`. */
export interface PackedChunk {
  readonly place: number;
  readonly rows: number;
  readonly hashes: Buffer;
  readonly keys: Buffer;
}

/** Writes the chunks of a sheet by COPY in binary: as text they would be twice as long on both ends. */
export class ChunkCopy {
  readonly #stream: CopyStreamQuery;
  readonly #sheet: Buffer;
  readonly #ended: Promise<unknown>;

  constructor(client: ClientBase, sheet: string) {
    this.#stream = client.query(
      copyFrom(
        'COPY ledger_chunk (sheet, place, rows, hashes, hashes_checksum, keys, keys_checksum) FROM STDIN (FORMAT binary)',
      ),
    );
    this.#sheet = Buffer.from(sheet);
    // finish() and write() report the failure; until then it must not count as unhandled.
    this.#ended = once(this.#stream, 'finish');
    this.#ended.catch(() => {});
    this.#stream.write(header);
  }

  /** Resolves when there is room for more. */
  async write({ place, rows, hashes, keys }: PackedChunk): Promise<void> {
    const tuple = [
      Buffer.from([0, 7]),
      ...field(this.#sheet),
      ...field(double(place)),
      ...field(integer(rows)),
      ...field(hashes),
      ...field(integer(checksum(hashes))),
      ...field(keys),
      ...field(integer(checksum(keys))),
    ];
    if (!this.#stream.write(Buffer.concat(tuple)))
      await Promise.race([once(this.#stream, 'drain'), this.#ended]);
  }

  /** Resolves when the server has taken all of them. */
  async finish(): Promise<void> {
    this.#stream.end(trailer);
    await this.#ended;
  }
}

function field(bytes: Buffer): [Buffer, Buffer] {
  return [integer(bytes.length), bytes];
}

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
}

/** As `ledgerChecksumSql` has it. */
function checksum(bytes: Buffer): number {
  return createHash('sha256').update(bytes).digest().readInt32BE(0);
}
