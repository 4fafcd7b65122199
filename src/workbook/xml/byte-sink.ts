import { tooLarge } from '../errors.js';

/** A buffer that grows, up to a limit. */
export class ByteSink {
  bytes: Buffer;
  length = 0;
  readonly #limit: number;
  readonly #what: string;

  constructor(initialBytes: number, limit: number, what: string) {
    this.bytes = Buffer.allocUnsafe(initialBytes);
    this.#limit = limit;
    this.#what = what;
  }

  append(from: Buffer, start: number, end: number): void {
    this.reserve(end - start);
    from.copy(this.bytes, this.length, start, end);
    this.length += end - start;
  }

  appendText(text: string): void {
    this.reserve(text.length * 3);
    this.length += this.bytes.write(text, this.length);
  }

  /** Makes room for so many bytes more. */
  reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.bytes.length) return;
    if (wanted > this.#limit) throw tooLarge(this.#what);
    const grown = Buffer.allocUnsafe(Math.max(wanted, Math.min(this.bytes.length * 2, this.#limit)));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}
