import { setImmediate } from 'node:timers/promises';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';
import { DoesNotFitError } from './errors.js';

/** One part of an archive, in pieces. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
  readonly onWritten?: ((entry: WrittenEntry) => void) | undefined;
}

/** Sizes in bytes. */
export interface WrittenEntry {
  readonly name: string;
  readonly bytes: number;
  readonly compressed: number;
}

interface Placed extends WrittenEntry {
  readonly crc: number;
  readonly offset: number;
}

/** What is known of a part while it is compressed. */
interface Sums {
  crc: number;
  bytes: number;
}

const signature = { local: 0x04034b50, descriptor: 0x08074b50, central: 0x02014b50, end: 0x06054b50 };
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980, midnight: the same rows are the same file, to the byte. */
const dosDate = 0x21;
/** Beyond this a zip archive needs other records (zip64), which this writer does not have. */
const largest = 0xffff_ffff;
const chunk = 1 << 18;
/** How many bytes may wait for the compressor. */
const backlog = 4 * chunk;

/** A zip archive that is never whole in memory and never goes back: it can be sent while it is made. Below 4 GiB. */
export async function* zipStream(parts: Iterable<ZipPart>, level: number): AsyncGenerator<Buffer> {
  const entries: Placed[] = [];
  let at = 0;
  for (const { name, content, onWritten } of parts) {
    const offset = at;
    const head = record(signature.local, { name, crc: 0, bytes: 0, compressed: 0 });
    yield head;
    at += head.length;
    const sums: Sums = { crc: 0, bytes: 0 };
    let compressed = 0;
    for await (const piece of deflate(content, sums, level)) {
      compressed += piece.length;
      mustFit(Math.max(sums.bytes, at + compressed));
      yield piece;
    }
    const entry = { name, offset, compressed, ...sums };
    const end = descriptor(entry);
    yield end;
    at += compressed + end.length;
    entries.push(entry);
    onWritten?.(entry);
  }
  yield directory(entries, at);
}

async function* deflate(content: ZipPart['content'], sums: Sums, level: number): AsyncGenerator<Buffer> {
  const deflater = createDeflateRaw({ level, memLevel: 9, chunkSize: chunk });
  const fed = feed(deflater, content, sums);
  // What goes wrong while it is fed is thrown where the pieces are read.
  fed.catch((error: Error) => deflater.destroy(error));
  try {
    for await (const piece of deflater) yield piece as Buffer;
    await fed;
  } finally {
    deflater.destroy();
  }
}

/** The next pieces are made here while zlib's own thread compresses those before. */
async function feed(deflater: DeflateRaw, content: ZipPart['content'], sums: Sums): Promise<void> {
  for await (const bytes of content) {
    if (deflater.destroyed) return;
    sums.crc = crc32(bytes, sums.crc);
    sums.bytes += bytes.length;
    deflater.write(bytes);
    if (deflater.writableLength > backlog) await room(deflater);
    else await setImmediate();
  }
  deflater.end();
}

/** Resolves when there is room, or nobody wants more. */
async function room(deflater: DeflateRaw): Promise<void> {
  await new Promise<void>((resolve) => {
    const go = (): void => {
      deflater.off('drain', go).off('close', go);
      resolve();
    };
    deflater.once('drain', go).once('close', go);
    if (deflater.destroyed) go();
  });
}

function mustFit(bytes: number): void {
  if (bytes > largest) throw new DoesNotFitError('A plain zip archive has 4 GiB at most.');
}

type Sizes = Omit<Placed, 'offset'>;

/** The header before the data. */
function record(kind: number, sizes: Sizes): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(kind, 0);
  shared(sizes).copy(head, 4);
  return Buffer.concat([head, Buffer.from(sizes.name)]);
}

/** What the header could not say yet. */
function descriptor({ crc, compressed, bytes }: Sizes): Buffer {
  const end = Buffer.alloc(16);
  end.writeUInt32LE(signature.descriptor, 0);
  end.writeUInt32LE(crc, 4);
  end.writeUInt32LE(compressed, 8);
  end.writeUInt32LE(bytes, 12);
  return end;
}

/** The 26 bytes that both headers share: version needed, flags, method, time, date, CRC, sizes, lengths. */
function shared({ name, crc, compressed, bytes }: Sizes): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(dosDate, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(compressed, 14);
  fields.writeUInt32LE(bytes, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function directory(entries: readonly Placed[], start: number): Buffer {
  mustFit(start);
  const central = Buffer.concat(
    entries.map((entry) => {
      const head = Buffer.alloc(46);
      head.writeUInt32LE(signature.central, 0);
      head.writeUInt16LE(20, 4);
      shared(entry).copy(head, 6);
      head.writeUInt32LE(entry.offset, 42);
      return Buffer.concat([head, Buffer.from(entry.name)]);
    }),
  );
  const end = Buffer.alloc(22);
  end.writeUInt32LE(signature.end, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([central, end]);
}
