const quote = 0x22;
const comma = 0x2c;
const newline = 0x0a;

/** A row of CSV as it stands in `bytes[from, to)`, without its end; `fields`: where each field begins. */
export interface CsvRow {
  bytes: Buffer;
  from: number;
  to: number;
  readonly fields: Int32Array;
}

/** Takes CSV as the extract writes it apart into rows, in whatever pieces it comes; every row ends with a line feed. */
export class CsvRows {
  readonly #onRow: (row: CsvRow) => void;
  readonly #row: CsvRow;
  #rest: Buffer = Buffer.alloc(0);

  /** The row that `onRow` gets is the same object every time. */
  constructor(columns: number, onRow: (row: CsvRow) => void) {
    this.#onRow = onRow;
    this.#row = { bytes: this.#rest, from: 0, to: 0, fields: new Int32Array(columns) };
  }

  take(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const { fields } = this.#row;
    let from = 0;
    let place = 0;
    let isQuoted = false;
    fields[0] = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === quote) isQuoted = !isQuoted;
      else if (isQuoted) continue;
      else if (byte === comma) fields[++place] = at + 1;
      else if (byte === newline) {
        this.#tell(bytes, from, at);
        from = at + 1;
        place = 0;
        fields[0] = from;
      }
    }
    // A row that is not whole is looked at again with the next piece. Pieces may be overwritten by whoever gave them.
    this.#rest = Buffer.from(bytes.subarray(from));
  }

  #tell(bytes: Buffer, from: number, to: number): void {
    this.#row.bytes = bytes;
    this.#row.from = from;
    this.#row.to = to;
    this.#onRow(this.#row);
  }
}
