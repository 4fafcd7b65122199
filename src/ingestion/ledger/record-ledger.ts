import type { ClientBase } from 'pg';
import type { Sheet } from '../../contract/index.js';
import type { LedgerKey } from '../../contract/ledger-key.js';
import { excludedTable, flaggedTable, keptTable, typedTable } from '../rules/staging-names.js';
import { chunkRows } from './chunk.js';
import { readChunks } from './chunk-source.js';
import { ChunkWriter, type Entry, keyOf, noHash, numbersOf } from './entries.js';
import { dropLedger, writeHead } from './heads.js';
import { hashBytes } from './row-hash.js';
import type { SheetLedger } from './sheet-ledger.js';
import type { LeftChunk } from './window.js';

export interface RecordContext {
  readonly client: ClientBase;
  readonly runId: number;
  readonly sheet: Sheet;
  readonly asOf: string;
  /** Rows of core now: the ledger must have as many. */
  readonly coreRows: number;
  /** Whether any row stayed out, and whether core keeps any because theirs was rejected. */
  readonly anyExcluded: boolean;
  readonly anyKept: boolean;
}

/**
 * Writes the ledger of a sheet that was merged, within the publishing transaction. Where it does not come to the rows that
 * core has there is none: the next dump is then compared whole.
 */
export async function recordLedger(context: RecordContext, ledger: SheetLedger): Promise<boolean> {
  const judged = await readJudged(context, ledger);
  if (ledger.difference === null) await writeWhole(context, ledger, judged);
  else await writeDifference(context, ledger, judged);
  const { client, runId, sheet, asOf, coreRows } = context;
  if ((await writeHead(client, runId, sheet, asOf)) === coreRows) return true;
  await dropLedger(client, sheet);
  return false;
}

/** What the database made of the staged rows. */
interface Judged {
  readonly excluded: ReadonlySet<number>;
  /** Rows that are compared by the database every time, because a finding about them is told of each dump anew. */
  readonly flagged: ReadonlySet<number>;
  readonly kept: readonly Buffer[];
  fingerprint(rowNo: number): Buffer | null;
}

async function readJudged(context: RecordContext, { key: layout }: SheetLedger): Promise<Judged> {
  const { client, runId, sheet } = context;
  const rowNumbers = async (table: string): Promise<Set<number>> => {
    const { rows } = await client.query<{ row_no: number }>(`SELECT row_no FROM ${table}`);
    return new Set(rows.map(({ row_no }) => row_no));
  };
  const fingerprints =
    layout.fingerprint === null ? null : await readFingerprints(context, layout.fingerprint);
  return {
    excluded: context.anyExcluded ? await rowNumbers(excludedTable(sheet, runId)) : new Set(),
    flagged: await rowNumbers(flaggedTable(sheet, runId)),
    kept: context.anyKept ? await readKept(context, layout) : [],
    fingerprint: (rowNo) => fingerprints?.get(rowNo) ?? null,
  };
}

async function readFingerprints(
  { client, runId, sheet }: RecordContext,
  column: string,
): Promise<Map<number, Buffer>> {
  const { rows } = await client.query<{ row_no: number; fingerprint: Buffer }>(
    `SELECT row_no, ${column} AS fingerprint FROM ${typedTable(sheet, runId)}`,
  );
  return new Map(rows.map(({ row_no, fingerprint }) => [row_no, fingerprint]));
}

async function readKept({ client, runId, sheet }: RecordContext, layout: LedgerKey): Promise<Buffer[]> {
  const { rows } = await client.query<Record<string, number | Buffer>>(
    `SELECT * FROM ${keptTable(sheet, runId)}`,
  );
  return rows.map((row) =>
    keyOf(
      layout,
      numbersOf(layout.numbers.map(({ column }) => row[column] as number)),
      layout.fingerprint === null ? null : (row[layout.fingerprint] as Buffer),
    ),
  );
}

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

/** Every row anew. */
async function writeWhole(
  { client, sheet }: RecordContext,
  ledger: SheetLedger,
  judged: Judged,
): Promise<void> {
  await dropLedger(client, sheet);
  const writer = new ChunkWriter(client, sheet.sheet);
  let entries: Entry[] = judged.kept.map((key) => ({ hash: noHash, key }));
  let place = 0;
  const pack = async (): Promise<void> => {
    place++;
    await writer.write(entries, place, place + 1);
    entries = [];
  };
  for (const row of ledger.spool.all()) {
    if (judged.excluded.has(row.rowNo)) continue;
    entries.push(entryOf(ledger, judged, row.rowNo, row));
    if (entries.length >= chunkRows) await pack();
  }
  if (entries.length > 0) await pack();
  await writer.finish();
}

/** Chunks in which anything differs are written anew; the others stay. */
async function writeDifference(context: RecordContext, ledger: SheetLedger, judged: Judged): Promise<void> {
  const { client, sheet } = context;
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
      const next = nextEntries(chunk, leftByPlace.get(chunk.place), {
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
    await writer.write(entries.slice(from, from + chunkRows), place, place + 1);
  await writer.finish();
}

function freshByPlace(ledger: SheetLedger, judged: Judged): Map<number, Entry[]> {
  const fresh = new Map<number, Entry[]>();
  for (const { rowNo, place } of ledger.sieve.fresh) {
    if (judged.excluded.has(rowNo)) continue;
    const entries = fresh.get(place) ?? [];
    entries.push(entryOf(ledger, judged, rowNo, ledger.spool.row(rowNo)));
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
function nextEntries(
  { rows, hashes, keys }: { readonly rows: number; readonly hashes: Buffer; readonly keys: Buffer },
  left: LeftChunk | undefined,
  { keyBytes, kept, fresh }: ChunkChanges,
): Entry[] | null {
  const coming = new Map(fresh.map((entry) => [nameOf(entry.key), entry]));
  const next: Entry[] = [];
  let differs = false;
  for (let row = 0; row < rows; row++) {
    const hash = hashes.subarray(row * hashBytes, (row + 1) * hashBytes);
    const key = keys.subarray(row * keyBytes, (row + 1) * keyBytes);
    if (left === undefined || left.met[row] === 1) {
      next.push({ hash, key });
      continue;
    }
    const name = nameOf(key);
    const now = coming.get(name) ?? (kept.has(name) ? { hash: noHash, key } : null);
    coming.delete(name);
    if (now !== null) next.push(now);
    if (now === null || !now.hash.equals(hash)) differs = true;
  }
  next.push(...coming.values());
  return differs || coming.size > 0 ? next : null;
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
