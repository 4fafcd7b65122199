import type { ClientBase } from 'pg';
import type { Sheet } from '../../contract/index.js';
import { chunkRows } from './chunk.js';
import { ChunkCopy } from './chunk-copy.js';
import { dropLedger } from './heads.js';
import type { Judged } from './judged.js';
import { hashBytes } from './row-hash.js';
import type { SheetLedger } from './sheet-ledger.js';

/** Writes the ledger of a sheet anew, from every row that was spooled. */
export async function writeWholeLedger(
  client: ClientBase,
  sheet: Sheet,
  ledger: SheetLedger,
  judged: Judged,
): Promise<void> {
  await dropLedger(client, sheet);
  const copy = new ChunkCopy(client, sheet.sheet);
  const chunk = new ChunkBuilder(ledger.key.bytes);
  let place = 0;
  const pack = async (): Promise<void> => {
    place++;
    await copy.write({ place, ...chunk.take() });
  };
  for (const key of judged.kept) {
    chunk.addKey(key);
    if (chunk.isFull) await pack();
  }
  const isPlain = (rowNo: number): boolean => !ledger.sieve.odd.has(rowNo) && !judged.flagged.has(rowNo);
  for (const block of ledger.spool.blocks()) {
    for (let nth = 0; nth < block.rows; nth++) {
      const rowNo = block.first + nth;
      if (judged.excluded.has(rowNo)) continue;
      chunk.addRow(block.bytes, nth * block.recordBytes, block.recordBytes, {
        isPlain: isPlain(rowNo),
        fingerprint: judged.fingerprint(rowNo),
      });
      if (chunk.isFull) await pack();
    }
  }
  if (!chunk.isEmpty) await pack();
  await copy.finish();
}

/** The rows of a chunk, one after the other, without a piece of memory for each. */
class ChunkBuilder {
  #rows = 0;
  #hashes: Buffer;
  #keys: Buffer;
  readonly #keyBytes: number;

  constructor(keyBytes: number) {
    this.#keyBytes = keyBytes;
    this.#hashes = Buffer.alloc(chunkRows * hashBytes);
    this.#keys = Buffer.alloc(chunkRows * keyBytes);
  }

  get isFull(): boolean {
    return this.#rows === chunkRows;
  }

  get isEmpty(): boolean {
    return this.#rows === 0;
  }

  /** A row without a hash. */
  addKey(key: Buffer): void {
    key.copy(this.#keys, this.#rows * this.#keyBytes);
    this.#rows++;
  }

  /** A record of the spool, whose numbers stand in the machine's order. */
  addRow(
    bytes: Buffer,
    at: number,
    length: number,
    { isPlain, fingerprint }: { readonly isPlain: boolean; readonly fingerprint: Buffer | null },
  ): void {
    if (isPlain) bytes.copy(this.#hashes, this.#rows * hashBytes, at, at + hashBytes);
    let to = this.#rows * this.#keyBytes;
    for (let from = at + hashBytes; from < at + length; from += 4, to += 4)
      this.#keys.writeInt32BE(bytes.readInt32LE(from), to);
    fingerprint?.copy(this.#keys, to);
    this.#rows++;
  }

  take(): { readonly rows: number; readonly hashes: Buffer; readonly keys: Buffer } {
    const rows = this.#rows;
    const [hashes, keys] = [this.#hashes, this.#keys];
    this.#rows = 0;
    this.#hashes = Buffer.alloc(chunkRows * hashBytes);
    this.#keys = Buffer.alloc(chunkRows * this.#keyBytes);
    return {
      rows,
      hashes: hashes.subarray(0, rows * hashBytes),
      keys: keys.subarray(0, rows * this.#keyBytes),
    };
  }
}
