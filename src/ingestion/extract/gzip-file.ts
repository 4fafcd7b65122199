import { type FileHandle, open } from 'node:fs/promises';
import { GzipMembers, writeWhole } from '../../platform/gzip-members.js';

export interface GzipResult {
  /** SHA-256 of the CSV text, in hex. */
  readonly sha256: string;
  readonly csvBytes: number;
  readonly gzipBytes: number;
}

/** Writes blocks of text as one gzip file, readable by its owner alone, for it may hold names. */
export class GzipFile {
  readonly #file: FileHandle;
  readonly #members: GzipMembers;

  private constructor(file: FileHandle) {
    this.#file = file;
    this.#members = new GzipMembers((bytes) => writeWhole(file, bytes));
  }

  static async create(path: string): Promise<GzipFile> {
    return new GzipFile(await open(path, 'w', 0o600));
  }

  /** Resolves when this block, and so every one before it, is in the file. */
  write(block: Buffer): Promise<void> {
    return this.#members.write(block);
  }

  async finish(): Promise<GzipResult> {
    const { sha256, plainBytes, gzipBytes } = await this.#members.finish();
    await this.#file.close();
    return { sha256, csvBytes: plainBytes, gzipBytes };
  }

  /** Closes the file without waiting for what is on its way. */
  async abandon(): Promise<void> {
    await this.#members.settle();
    await this.#file.close().catch(() => {});
  }
}
