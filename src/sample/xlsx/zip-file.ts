import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { ProdplanError } from '../../platform/errors.js';

export interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly compressed: number;
}

interface Placed extends Entry {
  readonly crc: number;
  readonly offset: number;
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
const deflated = 8;
/** 1 January 1980, midnight: the same sample is the same file, to the byte. */
const dosDate = 0x21;
/** Beyond this a zip archive needs other records (zip64), which this writer does not have. */
const largest = 0xffff_ffff;
const chunk = 1 << 18;
/** How many bytes may wait for the compressor. */
const backlog = 4 * chunk;
/** What Excel uses. */
const level = 6;

/** A zip archive that is written front to back, one entry at a time; sizes are filled in when they are known. */
export class ZipFile {
  readonly #file: FileHandle;
  readonly #entries: Placed[] = [];
  #position = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create(path: string): Promise<ZipFile> {
    return new ZipFile(await open(path, 'w'));
  }

  async add(name: string, chunks: Iterable<Buffer>): Promise<Entry> {
    const offset = this.#position;
    const header = 30 + Buffer.byteLength(name);
    this.#position += header;
    const { crc, bytes, compressed } = await this.#deflate(chunks);
    const entry = { name, bytes, compressed, crc, offset };
    refuseTooLarge(Math.max(bytes, this.#position));
    await this.#file.write(localRecord(entry), 0, header, offset);
    this.#entries.push(entry);
    return entry;
  }

  /** The chunks are made here while zlib's own thread compresses the one before. */
  async #deflate(chunks: Iterable<Buffer>) {
    const deflate = createDeflateRaw({ level, memLevel: 9, chunkSize: chunk });
    let [crc, bytes, compressed] = [0, 0, 0];
    const written = pipeline(deflate, async (parts: AsyncIterable<Buffer>) => {
      for await (const part of parts) {
        await this.#file.write(part, 0, part.length, this.#position);
        this.#position += part.length;
        compressed += part.length;
      }
    });
    // A failure of the file is thrown where `written` is awaited; until then it must not count as unhandled.
    written.catch(() => undefined);
    try {
      for (const part of chunks) {
        crc = crc32(part, crc);
        bytes += part.length;
        deflate.write(part);
        const behind = deflate.writableLength > backlog;
        await (behind ? Promise.race([once(deflate, 'drain'), written]) : setImmediate());
      }
    } catch (error) {
      deflate.destroy();
      throw error;
    }
    deflate.end();
    await written;
    return { crc, bytes, compressed };
  }

  /** Writes the directory; answers the size of the file. */
  async finish(): Promise<number> {
    const start = this.#position;
    const directory = Buffer.concat(this.#entries.map(centralRecord));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(endRecord, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(start, 16);
    await this.#file.write(Buffer.concat([directory, end]), 0, directory.length + end.length, start);
    return start + directory.length + end.length;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

function refuseTooLarge(bytes: number): void {
  if (bytes <= largest) return;
  throw new ProdplanError(
    'usage',
    'SAMPLE_TOO_LARGE',
    'O exemplo passaria dos 4 GiB que um ficheiro zip simples leva.',
    'Peça menos ordens (--orders).',
  );
}

function localRecord(entry: Placed): Buffer {
  const record = Buffer.alloc(30);
  record.writeUInt32LE(localHeader, 0);
  fields(entry).copy(record, 4);
  return Buffer.concat([record, Buffer.from(entry.name)]);
}

function centralRecord(entry: Placed): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(centralHeader, 0);
  record.writeUInt16LE(20, 4);
  fields(entry).copy(record, 6);
  record.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([record, Buffer.from(entry.name)]);
}

/** The 26 bytes that both headers share: version needed, flags, method, time, date, CRC, sizes, lengths. */
function fields({ name, crc, compressed, bytes }: Placed): Buffer {
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(deflated, 4);
  shared.writeUInt16LE(dosDate, 8);
  shared.writeUInt32LE(crc, 10);
  shared.writeUInt32LE(compressed, 14);
  shared.writeUInt32LE(bytes, 18);
  shared.writeUInt16LE(Buffer.byteLength(name), 22);
  return shared;
}
