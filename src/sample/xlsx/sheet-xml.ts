import { Buffer } from 'node:buffer';
import { day } from '../time.js';
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

const dateStyle = 1;
const chunkLength = 1 << 18;

/** The sheet's XML in chunks; few and large ones, for each costs a hand-over to the compressor. */
export function* sheetXml(content: SheetContent, strings: SharedStrings): Generator<Buffer> {
  const letters = content.headers.map((_, i) => String.fromCharCode(65 + i));
  let xml = sheetStart(`A1:${letters.at(-1)}${content.rowCount + 1}`);
  let number = 1;
  const write = (row: Row) => rowXml(row, number++, letters, content.moments, strings);
  xml += write(content.headers);
  for (const row of content.rows) {
    xml += write(row);
    if (xml.length < chunkLength) continue;
    // Everything in a sheet is ASCII: the texts live in the shared strings.
    yield Buffer.from(xml, 'latin1');
    xml = '';
  }
  yield Buffer.from(xml + sheetEnd, 'latin1');
}

function rowXml(
  row: Row,
  number: number,
  letters: readonly string[],
  moments: readonly boolean[],
  strings: SharedStrings,
): string {
  let xml = `<row r="${number}" spans="1:${letters.length}">`;
  for (let i = 0; i < letters.length; i++) {
    const cell = row[i];
    if (cell !== undefined) xml += cellXml(cell, `${letters[i]}${number}`, moments[i] === true, strings);
  }
  return `${xml}</row>`;
}

function cellXml(cell: NonNullable<Cell>, at: string, moment: boolean, strings: SharedStrings): string {
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${strings.number(cell)}</v></c>`;
  if (cell instanceof NumberText) return `<c r="${at}"><v>${cell.text}</v></c>`;
  return moment
    ? `<c r="${at}" s="${dateStyle}"><v>${cell / day}</v></c>`
    : `<c r="${at}"><v>${cell}</v></c>`;
}
