import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** Room for a compressed block: zlib hands over and waits for the event loop whenever its room is full. */
const memberBytes = 1 << 19;
/** A block that cannot be compressed becomes a little longer. */
const overheadBytes = 1 << 10;

export interface GzipSums {
  /** SHA-256 of the uncompressed bytes, in hex. */
  readonly sha256: string;
  readonly plainBytes: number;
  readonly gzipBytes: number;
}

/**
 * Blocks as gzip members one after the other, which every reader of gzip takes for one stream. Each member is
 * compressed by itself on the thread pool, at level 1: a higher level costs most of all the time there is.
 */
export class GzipMembers {
  readonly #hash = createHash('sha256');
  readonly #append: (bytes: Buffer) => Promise<void>;
  #plainBytes = 0;
  #gzipBytes = 0;
  #lastWrite: Promise<void> = Promise.resolve();

  /** `append` is called with one member after the other, never before the one before has been taken. */
  constructor(append: (bytes: Buffer) => Promise<void>) {
    this.#append = append;
  }

  /** Resolves when this block, and so every one before it, has been taken. */
  write(block: Buffer): Promise<void> {
    this.#hash.update(block);
    this.#plainBytes += block.length;
    const member = compress(block, {
      level: 1,
      chunkSize: Math.min(memberBytes, block.length + overheadBytes),
    });
    const written = this.#lastWrite.then(async () => {
      const bytes = await member;
      this.#gzipBytes += bytes.length;
      await this.#append(bytes);
    });
    // The caller awaits each write; this copy of the chain must not be reported as unhandled beside it.
    written.catch(() => {});
    member.catch(() => {});
    this.#lastWrite = written;
    return written;
  }

  async finish(): Promise<GzipSums> {
    await this.#lastWrite;
    return {
      sha256: this.#hash.digest('hex'),
      plainBytes: this.#plainBytes,
      gzipBytes: this.#gzipBytes,
    };
  }

  /** Waits for what is on its way, however it ends. */
  async settle(): Promise<void> {
    await this.#lastWrite.catch(() => {});
  }
}

/** What `write` of a file handle takes; on a disk that is nearly full it takes a part only, and the next one fails. */
interface Writable {
  write(
    bytes: Buffer,
    offset: number,
    length: number,
    position: number | null,
  ): Promise<{ bytesWritten: number }>;
}

/** Writes all of the bytes: at `position`, or where the file stands. */
export async function writeWhole(
  file: Writable,
  bytes: Buffer,
  position: number | null = null,
): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const place = position === null ? null : position + at;
    at += (await file.write(bytes, at, bytes.length - at, place)).bytesWritten;
  }
}
