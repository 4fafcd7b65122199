const newline = 0x0a;
export const csvQuote = 0x22;
export const csvComma = 0x2c;

/** Takes CSV as `extract` writes it (LF, quotes doubled inside quotes) apart into rows, from pieces of any size. */
export class CsvLines {
  readonly #onLine: (bytes: Buffer, from: number, to: number) => void;
  #rest: Buffer = Buffer.alloc(0);

  /** A row stands in `bytes[from, to)`, without its line feed; good until the next one comes. */
  constructor(onLine: (bytes: Buffer, from: number, to: number) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Buffer): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    for (let end = endOfRow(bytes, at); end >= 0; end = endOfRow(bytes, at)) {
      this.#onLine(bytes, at, end);
      at = end + 1;
    }
    this.#rest = Buffer.from(bytes.subarray(at));
  }

  end(): void {
    if (this.#rest.length > 0) throw new Error('the last row does not end with a line feed');
  }
}

/** Position of the line feed that ends the row, -1 if it has not arrived yet. */
function endOfRow(bytes: Buffer, from: number): number {
  let quoted = false;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === csvQuote) quoted = !quoted;
    else if (byte === newline && !quoted) return at;
  }
  return -1;
}
