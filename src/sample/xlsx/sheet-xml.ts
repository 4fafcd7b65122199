import type { Buffer } from 'node:buffer';
import { day } from '../time.js';
import { AsciiWriter } from './ascii-writer.js';
import { type Cell, NumberText, type Row } from './cell.js';
import { sheetEnd, sheetStart } from './parts.js';

/** Texts that cells share, numbered as they first occur. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  uses = 0;

  number(text: string): number {
    this.uses++;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get size(): number {
    return this.#numbers.size;
  }

  texts(): Iterable<string> {
    return this.#numbers.keys();
  }
}

export interface SheetContent {
  readonly headers: readonly string[];
  /** Columns whose numbers are moments. */
  readonly moments: readonly boolean[];
  /** Rows without the header; Excel says at the top of a sheet how far it reaches. */
  readonly rowCount: number;
  readonly rows: Iterable<Row>;
}

const chunkLength = 1 << 18;

/** The sheet's XML in chunks; few and large ones, for each costs a hand-over to the compressor. */
export function* sheetXml(content: SheetContent, strings: SharedStrings): Generator<Buffer> {
  const rows = new RowWriter(content, strings);
  rows.write(content.headers);
  for (const row of content.rows) {
    rows.write(row);
    if (rows.out.full) yield rows.out.take();
  }
  rows.out.text(sheetEnd);
  yield rows.out.take();
}

/** Everything in a sheet is ASCII: the texts live in the shared strings. */
class RowWriter {
  readonly out = new AsciiWriter(chunkLength);
  readonly #starts: readonly string[];
  readonly #moments: readonly boolean[];
  readonly #strings: SharedStrings;
  readonly #span: string;
  #number = 1;

  constructor({ headers, moments, rowCount }: SheetContent, strings: SharedStrings) {
    const letters = headers.map((_, i) => String.fromCharCode(65 + i));
    this.#starts = letters.map((letter) => `<c r="${letter}`);
    this.#moments = moments;
    this.#strings = strings;
    this.#span = `" spans="1:${headers.length}">`;
    this.out.text(sheetStart(`A1:${letters.at(-1)}${rowCount + 1}`));
  }

  write(row: Row): void {
    const { out } = this;
    out.text('<row r="');
    out.number(this.#number);
    out.text(this.#span);
    for (let i = 0; i < this.#starts.length; i++) {
      const cell = row[i];
      if (cell !== undefined) this.#cell(cell, i);
    }
    out.text('</row>');
    this.#number++;
  }

  #cell(cell: NonNullable<Cell>, column: number): void {
    const { out } = this;
    out.text(this.#starts[column] as string);
    out.number(this.#number);
    if (typeof cell === 'string') {
      out.text('" t="s"><v>');
      out.number(this.#strings.number(cell));
    } else if (cell instanceof NumberText) {
      out.text('"><v>');
      out.text(cell.text);
    } else if (this.#moments[column] === true) {
      // Style 1 is the date.
      out.text('" s="1"><v>');
      out.number(cell / day);
    } else {
      out.text('"><v>');
      out.number(cell);
    }
    out.text('</v></c>');
  }
}
