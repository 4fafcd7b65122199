import type { ClientBase } from 'pg';
import type { Sheet } from '../../contract/index.js';
import { chunkRows } from './chunk.js';
import { readChunks } from './chunk-source.js';
import { ChunkWriter, type Entry, keyOf, noHash, type PackedRows, pack, sliceRows } from './entries.js';
import type { Judged } from './judged.js';
import { hashBytes } from './row-hash.js';
import type { SheetLedger } from './sheet-ledger.js';
import type { LeftChunk } from './window.js';

function entryOf(
  ledger: SheetLedger,
  judged: Judged,
  rowNo: number,
  row: { hash: Buffer; numbers: Buffer },
): Entry {
  const isPlain = !ledger.sieve.odd.has(rowNo) && !judged.flagged.has(rowNo);
  return {
    hash: isPlain ? Buffer.from(row.hash) : noHash,
    key: keyOf(ledger.key, Buffer.from(row.numbers).swap32(), judged.fingerprint(rowNo)),
  };
}

/** Chunks in which anything differs are written anew; the others stay. */
export async function writeLedgerDifference(
  client: ClientBase,
  sheet: Sheet,
  ledger: SheetLedger,
  judged: Judged,
): Promise<void> {
  const { places, left } = ledger.difference!;
  const kept = new Set(judged.kept.map(nameOf));
  const fresh = freshByPlace(ledger, judged);
  const leftByPlace = new Map(left.map((one) => [one.place, one]));
  const touched = [...new Set([...leftByPlace.keys(), ...fresh.keys()])].filter((place) => place > 0);
  touched.sort((a, b) => a - b);
  const writer = new ChunkWriter(client, sheet.sheet);
  for (let from = 0; from < touched.length; from += batchChunks) {
    const some = touched.slice(from, from + batchChunks);
    for (const chunk of await readChunks(client, sheet.sheet, some)) {
      const next = nextRows(chunk, leftByPlace.get(chunk.place), {
        ...{ keyBytes: ledger.key.bytes, kept },
        fresh: fresh.get(chunk.place) ?? [],
      });
      if (next !== null) await writer.replace(next, chunk.place, after(places, chunk.place));
    }
    await writer.finish();
  }
  await writeHomeless(writer, fresh.get(0) ?? [], places.at(-1) ?? 0);
}

const batchChunks = 64;

/** Rows of a sheet whose ledger has no chunk yet. */
async function writeHomeless(writer: ChunkWriter, entries: readonly Entry[], last: number): Promise<void> {
  for (let from = 0, place = last + 1; from < entries.length; from += chunkRows, place++)
    await writer.write(pack(entries.slice(from, from + chunkRows)), place, place + 1);
  await writer.finish();
}

function freshByPlace(ledger: SheetLedger, judged: Judged): Map<number, Entry[]> {
  const fresh = new Map<number, Entry[]>();
  for (const [nth, { rowNo, place }] of ledger.sieve.fresh.entries()) {
    if (judged.excluded.has(rowNo)) continue;
    const entries = fresh.get(place) ?? [];
    entries.push(entryOf(ledger, judged, rowNo, ledger.spool.row(nth + 1)));
    fresh.set(place, entries);
  }
  return fresh;
}

interface ChunkChanges {
  readonly keyBytes: number;
  /** Keys of rows of core that stay though their row in the file was rejected. */
  readonly kept: ReadonlySet<string>;
  readonly fresh: readonly Entry[];
}

/** The rows of a chunk as they are now; null where they are as they were. */
function nextRows(
  chunk: PackedRows,
  left: LeftChunk | undefined,
  { keyBytes, kept, fresh }: ChunkChanges,
): PackedRows | null {
  const { rows, hashes, keys } = chunk;
  const coming = new Map(fresh.map((entry) => [nameOf(entry.key), entry]));
  const parts: PackedRows[] = [];
  let differs = false;
  let from = 0;
  for (let row = 0; left !== undefined && row < rows; row++) {
    if (left.met[row] === 1) continue;
    const key = keys.subarray(row * keyBytes, (row + 1) * keyBytes);
    const name = nameOf(key);
    const now = coming.get(name) ?? (kept.has(name) ? { hash: noHash, key } : null);
    coming.delete(name);
    if (row > from) parts.push(sliceRows(chunk, from, row));
    if (now !== null) parts.push(pack([now]));
    from = row + 1;
    if (now === null || !now.hash.equals(hashes.subarray(row * hashBytes, from * hashBytes))) differs = true;
  }
  if (!differs && coming.size === 0) return null;
  if (rows > from) parts.push(sliceRows(chunk, from, rows));
  if (coming.size > 0) parts.push(pack([...coming.values()]));
  return joined(parts);
}

function joined(parts: readonly PackedRows[]): PackedRows {
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    hashes: Buffer.concat(parts.map(({ hashes }) => hashes)),
    keys: Buffer.concat(parts.map(({ keys }) => keys)),
  };
}

/** A key as the name of an entry in a map. */
function nameOf(key: Buffer): string {
  return key.toString('latin1');
}

/** The place of the chunk behind one. */
function after(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? place + 1;
}
