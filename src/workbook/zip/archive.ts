import { WorkbookError } from '../errors.js';
import type { WorkbookLimits } from '../limits.js';
import { crc32 } from './crc32.js';
import { readDirectory, type ZipEntry } from './directory.js';
import { Inflation, inflatedChunkBytes } from './inflation.js';
import { type OpenFile, RandomAccessFile } from './random-access-file.js';

const localSignature = 0x04034b50;
const localHeaderBytes = 30;
/** Large enough to fill an inflated chunk: zlib hands out what it has at the end of each piece of its input. */
const compressedChunkBytes = 512 * 1024;
const stored = 0;
const deflated = 8;

/** A zip archive whose entries are read one by one, in pieces. */
export class Archive {
  readonly file: RandomAccessFile;
  readonly #limits: WorkbookLimits;
  /** By name in lower case: part names are compared without regard to case. */
  readonly #entries = new Map<string, ZipEntry>();

  private constructor(file: RandomAccessFile, entries: readonly ZipEntry[], limits: WorkbookLimits) {
    this.file = file;
    this.#limits = limits;
    for (const entry of entries) {
      const name = entry.name.toLowerCase();
      if (this.#entries.has(name)) throw this.#corrupt(entry, 'is there twice');
      this.#entries.set(name, entry);
    }
  }

  static async open(source: string | OpenFile, limits: WorkbookLimits): Promise<Archive> {
    const file =
      typeof source === 'string' ? await RandomAccessFile.open(source) : await RandomAccessFile.of(source);
    try {
      return new Archive(file, await readDirectory(file), limits);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get entries(): readonly ZipEntry[] {
    return [...this.#entries.values()];
  }

  find(name: string): ZipEntry | undefined {
    return this.#entries.get(name.toLowerCase());
  }

  /** The whole of a small part. */
  async read(entry: ZipEntry): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.chunks(entry, this.#limits.partBytes)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** The inflated bytes of an entry; its size and its checksum are compared after the last chunk. */
  async *chunks(entry: ZipEntry, limitBytes: number, signal?: AbortSignal): AsyncGenerator<Buffer, void> {
    signal?.throwIfAborted();
    const source = await this.#source(entry);
    const onAbort = () => source.stop(signal?.reason);
    signal?.addEventListener('abort', onAbort);
    let crc = 0;
    let inflated = 0;
    try {
      for (;;) {
        const chunk = await source.next();
        if (chunk === null) break;
        inflated += chunk.length;
        this.#hold(entry, inflated, limitBytes);
        crc = crc32(chunk, crc);
        yield chunk;
      }
    } catch (error) {
      throw this.#explain(entry, error);
    } finally {
      signal?.removeEventListener('abort', onAbort);
      source.stop();
    }
    if (inflated !== entry.inflatedBytes) throw this.#corrupt(entry, 'has not the size that it should have');
    if (crc !== entry.crc32) throw this.#corrupt(entry, 'has a wrong checksum');
  }

  close(): Promise<void> {
    return this.file.close();
  }

  async #source(entry: ZipEntry): Promise<ChunkSource> {
    const at = await this.#dataAt(entry);
    if (entry.method === deflated) {
      return new Inflation(
        this.#pieces(at, entry.compressedBytes, compressedChunkBytes),
        entry.inflatedBytes,
      );
    }
    return new StoredSource(this.#pieces(at, entry.compressedBytes, inflatedChunkBytes));
  }

  /** Where the data of an entry starts: its local header has a length of its own. */
  async #dataAt(entry: ZipEntry): Promise<number> {
    if (entry.encrypted) {
      throw new WorkbookError(
        'ENCRYPTED_WORKBOOK',
        `${this.file.path} is an encrypted archive. Take the password away and save it as .xlsx in Excel.`,
      );
    }
    if (entry.method !== stored && entry.method !== deflated) {
      throw new WorkbookError(
        'UNSUPPORTED_COMPRESSION',
        `${entry.name} in ${this.file.path} is packed by method ${entry.method}. Save the file again in Excel.`,
      );
    }
    const header = await this.file.read(entry.headerAt, localHeaderBytes);
    if (header.readUInt32LE(0) !== localSignature) throw this.#corrupt(entry, 'is not where it should be');
    const at = entry.headerAt + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (entry.method === stored && entry.compressedBytes !== entry.inflatedBytes) {
      throw this.#corrupt(entry, 'states two different sizes');
    }
    return at;
  }

  async *#pieces(at: number, length: number, pieceBytes: number): AsyncGenerator<Buffer, void> {
    for (let done = 0; done < length; done += pieceBytes) {
      yield await this.file.read(at + done, Math.min(pieceBytes, length - done));
    }
  }

  #hold(entry: ZipEntry, inflated: number, limitBytes: number): void {
    const { ratio, ratioFloorBytes } = this.#limits;
    const suspicious = inflated > ratioFloorBytes && inflated > ratio * entry.compressedBytes;
    if (suspicious || inflated > limitBytes) {
      throw new WorkbookError(
        'ZIP_BOMB',
        `${entry.name} in ${this.file.path} grows beyond all reason when it is unpacked. Do not trust this file.`,
      );
    }
    if (inflated > entry.inflatedBytes) throw this.#corrupt(entry, 'is larger than it should be');
  }

  #explain(entry: ZipEntry, thrown: unknown): unknown {
    const code = (thrown as NodeJS.ErrnoException | null)?.code ?? '';
    const byZlib = !(thrown instanceof WorkbookError) && /^Z_|^ERR_ZLIB/.test(code);
    return byZlib ? this.#corrupt(entry, 'cannot be unpacked', thrown) : thrown;
  }

  #corrupt(entry: ZipEntry, what: string, cause?: unknown): WorkbookError {
    return new WorkbookError(
      'CORRUPT',
      `${this.file.path} is damaged: ${entry.name} ${what}. Copy or export the file again.`,
      { cause },
    );
  }
}

interface ChunkSource {
  next(): Promise<Buffer | null>;
  stop(reason?: Error): void;
}

/** An entry that is not compressed. */
class StoredSource implements ChunkSource {
  readonly #pieces: AsyncGenerator<Buffer, void>;
  #reason: Error | null = null;

  constructor(pieces: AsyncGenerator<Buffer, void>) {
    this.#pieces = pieces;
  }

  async next(): Promise<Buffer | null> {
    const piece = await this.#pieces.next();
    if (this.#reason !== null) throw this.#reason;
    return piece.value ?? null;
  }

  stop(reason?: Error): void {
    this.#reason = reason ?? null;
  }
}
