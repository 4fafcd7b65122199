import { Readable } from 'node:stream';
import { createInflateRaw, type InflateRaw } from 'node:zlib';

/** Each chunk costs a turn of the event loop and a hand-over between threads: from 2 MiB on, larger ones gain nothing. */
export const inflatedChunkBytes = 2048 * 1024;

/** What the directory says may be wrong: a part that it calls empty gets some room all the same. */
const smallestChunkBytes = 16 * 1024;

/** Chunks that may wait for the consumer; inflation goes on meanwhile, one chunk further at most. */
const queueDepth = 2;

/**
 * Inflates on the thread pool while the consumer works on the chunk before.
 * Taking the chunks from 'data' events, and not through the stream's iterator, lets zlib start on the next chunk
 * before ours is looked at, and never joins two chunks into a copy.
 */
export class Inflation {
  readonly #source: Readable;
  readonly #inflater: InflateRaw;
  readonly #queue: Buffer[] = [];
  #ended = false;
  #error: Error | null = null;
  #wake: (() => void) | null = null;

  /** `inflatedBytes` is what it should become: a small part gets no more room than that. */
  constructor(compressed: AsyncIterable<Buffer>, inflatedBytes: number) {
    this.#source = Readable.from(compressed, { highWaterMark: 1 });
    this.#inflater = createInflateRaw({ chunkSize: chunkBytesFor(inflatedBytes) });
    this.#source.on('error', (error) => this.#fail(error));
    this.#inflater.on('error', (error) => this.#fail(error));
    this.#inflater.on('end', () => this.#finish());
    this.#inflater.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#source.pipe(this.#inflater);
  }

  /** The next chunk, null after the last one. */
  async next(): Promise<Buffer | null> {
    for (;;) {
      const chunk = this.#queue.shift();
      if (chunk !== undefined) {
        if (this.#queue.length < queueDepth) this.#inflater.resume();
        return chunk;
      }
      if (this.#error !== null) throw this.#error;
      if (this.#ended) return null;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Stops at once; a `next` that waits fails with the reason. */
  stop(reason?: Error): void {
    this.#fail(reason ?? new Error('The inflation was stopped.'));
    this.#queue.length = 0;
    this.#source.destroy();
    this.#inflater.destroy();
  }

  #take(chunk: Buffer): void {
    this.#queue.push(chunk);
    if (this.#queue.length >= queueDepth) this.#inflater.pause();
    this.#signal();
  }

  #finish(): void {
    this.#ended = true;
    // zlib may be done before its input is: what follows the end of the deflated data is not read.
    this.#source.destroy();
    this.#signal();
  }

  #fail(error: Error): void {
    this.#error ??= error;
    this.#signal();
  }

  #signal(): void {
    this.#wake?.();
    this.#wake = null;
  }
}

/** With one byte to spare zlib sees that it is done, and asks for no further room. */
function chunkBytesFor(inflatedBytes: number): number {
  return Math.min(inflatedChunkBytes, Math.max(smallestChunkBytes, inflatedBytes + 1));
}
