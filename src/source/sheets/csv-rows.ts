import { CellKind, type RowView } from '../../workbook/index.js';
import { CsvLines, csvComma as comma, csvQuote as quote } from './csv-lines.js';

/** Reads the cells of CSV as `extract` writes it, from chunks of any size. */
export class CsvRows {
  readonly #onRow: (row: RowView) => void;
  readonly #lines = new CsvLines((bytes, from, to) => this.#take(bytes, from, to));
  readonly #row: RowView;

  /** `columns`: how many fields a row has. */
  constructor(columns: number, onRow: (row: RowView) => void) {
    this.#onRow = onRow;
    this.#row = {
      rowNumber: 0,
      width: columns,
      kind: new Uint8Array(columns),
      start: new Int32Array(columns),
      end: new Int32Array(columns),
      bytes: Buffer.alloc(0),
    };
  }

  push(chunk: Buffer): void {
    this.#lines.push(chunk);
  }

  end(): void {
    this.#lines.end();
  }

  #take(bytes: Buffer, from: number, to: number): void {
    const row = this.#row;
    row.rowNumber++;
    row.bytes = bytes;
    let at = from;
    for (let place = 0; place < row.width; place++) {
      if (at > to) throw new Error(`row ${row.rowNumber} has ${place} fields instead of ${row.width}`);
      const end = bytes[at] === quote ? unquote(row, place, at) : plainField(row, place, at, to);
      at = end + 1;
    }
    if (at !== to + 1) throw new Error(`row ${row.rowNumber} has more than ${row.width} fields`);
    this.#onRow(row);
  }
}

function plainField(row: RowView, place: number, from: number, to: number): number {
  let end = from;
  while (end < to && row.bytes[end] !== comma) end++;
  row.kind[place] = end > from ? CellKind.text : CellKind.empty;
  row.start[place] = from;
  row.end[place] = end;
  return end;
}

/** Takes the quotes away in place: what is left is never longer. */
function unquote(row: RowView, place: number, from: number): number {
  const bytes = row.bytes;
  let to = from + 1;
  let at = from + 1;
  for (; ; at++) {
    if (bytes[at] === quote) {
      if (bytes[at + 1] !== quote) break;
      at++;
    }
    bytes[to++] = bytes[at]!;
  }
  row.kind[place] = CellKind.text;
  row.start[place] = from + 1;
  row.end[place] = to;
  return at + 1;
}
