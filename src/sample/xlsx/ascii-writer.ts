import { Buffer } from 'node:buffer';

const largestRow = 1 << 14;

/**
 * Writes ASCII straight into bytes. Strings glued together and turned into bytes at the end took three times as
 * long, and a full-size sheet has 200 million characters.
 */
export class AsciiWriter {
  #bytes: Buffer;
  #length = 0;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
    this.#bytes = Buffer.allocUnsafe(size + largestRow);
  }

  /** Whether it is time to hand over what was written. */
  get full(): boolean {
    return this.#length >= this.#size;
  }

  text(text: string): void {
    let at = this.#length;
    for (let i = 0; i < text.length; i++) this.#bytes[at++] = text.charCodeAt(i);
    this.#length = at;
  }

  number(value: number): void {
    if (value > 0 && value <= 0x7fff_ffff && (value | 0) === value) this.#integer(value);
    else this.text(String(value));
  }

  /** What was written since the last time. The bytes are the taker's: the compressor reads them later. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(this.#size + largestRow);
    this.#length = 0;
    return taken;
  }

  #integer(value: number): void {
    let digits = 1;
    for (let limit = 10; value >= limit; limit *= 10) digits++;
    let at = this.#length + digits;
    this.#length = at;
    for (let rest = value; digits > 0; digits--) {
      const next = (rest / 10) | 0;
      this.#bytes[--at] = 48 + rest - next * 10;
      rest = next;
    }
  }
}
