import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { WorkbookError } from '../errors.js';

/** A file that is open already, and how it is called in messages. */
export interface OpenFile {
  readonly name: string;
  readonly handle: FileHandle;
}

/** A file that is read in ranges, never as a whole. */
export class RandomAccessFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly #handle: FileHandle;

  private constructor(path: string, sizeBytes: number, handle: FileHandle) {
    this.path = path;
    this.sizeBytes = sizeBytes;
    this.#handle = handle;
  }

  static async open(path: string): Promise<RandomAccessFile> {
    const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
      throw refusal(path, error);
    });
    try {
      const stat = await handle.stat();
      if (!stat.isFile())
        throw new WorkbookError('UNREADABLE_FILE', `${path} is not a file. Name a .xlsx file.`);
      return new RandomAccessFile(path, stat.size, handle);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** One that is open already, to be closed with this. */
  static async of({ name, handle }: OpenFile): Promise<RandomAccessFile> {
    return new RandomAccessFile(name, (await handle.stat()).size, handle);
  }

  /** Exactly `length` bytes; a file that ends before is TRUNCATED. */
  async read(position: number, length: number): Promise<Buffer> {
    if (length < 0 || position < 0 || position + length > this.sizeBytes) throw this.#truncated();
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await this.#handle.read(buffer, filled, length - filled, position + filled);
      if (bytesRead === 0) throw this.#truncated();
      filled += bytesRead;
    }
    return buffer;
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  #truncated(): WorkbookError {
    return new WorkbookError(
      'TRUNCATED',
      `${this.path} ends too early: a part of it is missing. Copy or export it again, and wait until that is done.`,
    );
  }
}

function refusal(path: string, error: NodeJS.ErrnoException): WorkbookError {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new WorkbookError('FILE_NOT_FOUND', `There is no file ${path}.`, { cause: error });
  }
  const why = `${path} cannot be opened (${error.code ?? error.message}).`;
  return new WorkbookError('UNREADABLE_FILE', `${why} Check its permissions, and that no program locks it.`, {
    cause: error,
  });
}
