import { Buffer } from 'node:buffer';

/** Room behind the size: most rows fit into it. */
const slack = 1 << 14;

/**
 * Writes text straight into bytes. Strings glued together and turned into bytes at the end took three times as
 * long, and a full-size sheet has 200 million characters.
 */
export class ByteWriter {
  #bytes: Buffer;
  #length = 0;
  /** What may still come in ASCII. */
  #asked = slack;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
    this.#bytes = Buffer.allocUnsafe(size + slack);
  }

  /** Whether it is time to hand over what was written. */
  get full(): boolean {
    return this.#length >= this.#size;
  }

  /** Makes room for so many bytes of ASCII; texts between them do not take it away. */
  room(bytes: number): void {
    this.#asked = bytes;
    this.#grow(bytes);
  }

  #grow(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(needed * 2);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  /** ASCII alone; there must be room for it. */
  ascii(text: string): void {
    let at = this.#length;
    for (let i = 0; i < text.length; i++) this.#bytes[at++] = text.charCodeAt(i);
    this.#length = at;
  }

  /** Any text, as UTF-8, however long. */
  utf8(text: string): void {
    this.#grow(text.length * 3 + this.#asked);
    this.#length += this.#bytes.write(text, this.#length);
  }

  number(value: number): void {
    if (value > 0 && value <= 0x7fff_ffff && (value | 0) === value) this.#integer(value);
    else this.ascii(String(value));
  }

  /** What was written since the last time. The bytes are the taker's: the compressor reads them later. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(this.#size + slack);
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
