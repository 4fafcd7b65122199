import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** Room for a compressed block: zlib hands over and waits for the event loop whenever its room is full. */
const member_bytes = 1 << 19;

export interface GzipResult {
  /** SHA-256 of the CSV text, in hex. */
  readonly sha256: string;
  readonly csvBytes: number;
  readonly gzipBytes: number;
}

/**
 * Writes blocks of text as one gzip file of several members, which `gzip -d` reads as one. Each member is
 * compressed by itself on the thread pool, at level 1: a higher level costs most of all the time there is.
 * The file is readable by its owner alone, for it may hold names.
 */
export class GzipFile {
  readonly #hash = createHash('sha256');
  readonly #file: FileHandle;
  #csvBytes = 0;
  #gzipBytes = 0;
  #lastWrite: Promise<void> = Promise.resolve();

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create(path: string): Promise<GzipFile> {
    return new GzipFile(await open(path, 'w', 0o600));
  }

  /** Resolves when this block, and so every one before it, is in the file. */
  write(block: Buffer): Promise<void> {
    this.#hash.update(block);
    this.#csvBytes += block.length;
    const member = compress(block, { level: 1, chunkSize: member_bytes });
    const written = this.#lastWrite.then(async () => {
      const bytes = await member;
      this.#gzipBytes += bytes.length;
      await writeWhole(this.#file, bytes);
    });
    // The caller awaits each write; this copy of the chain must not be reported as unhandled beside it.
    written.catch(() => {});
    member.catch(() => {});
    this.#lastWrite = written;
    return written;
  }

  async finish(): Promise<GzipResult> {
    await this.#lastWrite;
    await this.#file.close();
    return { sha256: this.#hash.digest('hex'), csvBytes: this.#csvBytes, gzipBytes: this.#gzipBytes };
  }

  /** Closes the file without waiting for what is on its way. */
  async abandon(): Promise<void> {
    await this.#lastWrite.catch(() => {});
    await this.#file.close().catch(() => {});
  }
}

/** On a disk that is nearly full a write takes a part only, and the next one fails. */
async function writeWhole(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}
