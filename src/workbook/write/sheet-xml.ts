import type { Buffer } from 'node:buffer';
import { ByteWriter } from './byte-writer.js';
import { type Cell, DateSerial, NumberText, QuotedText, type Row } from './cell.js';
import { columnName } from './column-name.js';
import type { SheetContent } from './content.js';
import { DoesNotFitError } from './errors.js';
import { cellStyle, sheetEnd, sheetStart } from './parts.js';
import type { SharedStringsWriter } from './shared-strings.js';
import { textElement } from './text.js';

const chunkLength = 1 << 18;
/** What Excel's grid holds. */
const most = { rows: 1_048_576, columns: 16_384 };

/**
 * The sheet's XML in chunks; few and large ones, for each costs a hand-over to the compressor. At the end it is told how
 * many rows there were.
 */
export async function* sheetXml(
  content: SheetContent,
  strings: SharedStringsWriter,
  told: (rows: number) => void = () => {},
): AsyncGenerator<Buffer> {
  const rows = new RowWriter(content, strings);
  for await (const block of content.blocks) {
    for (const row of block) {
      rows.write(row);
      if (rows.out.full) yield rows.out.take();
    }
  }
  rows.out.utf8(sheetEnd(content.table !== undefined));
  told(rows.written);
  yield rows.out.take();
}

class RowWriter {
  readonly out = new ByteWriter(chunkLength);
  readonly #starts: readonly string[];
  readonly #momentsPerDay: readonly (number | undefined)[];
  /** What stands between a number's place and the number. */
  readonly #numberStarts: readonly string[];
  readonly #textStyles: readonly string[];
  /** null: texts stand in their cells. */
  readonly #strings: SharedStringsWriter;
  readonly #span: string;
  readonly #room: number;
  readonly #isTable: boolean;
  #row = 1;

  constructor({ columns, hasHeader, rowCount, table }: SheetContent, strings: SharedStringsWriter) {
    if (columns.length > most.columns) throw new DoesNotFitError('A sheet has 16,384 columns at most.');
    const letters = columns.map((_, i) => columnName(i));
    this.#starts = letters.map((letter) => `<c r="${letter}`);
    this.#momentsPerDay = columns.map(({ momentsPerDay }) => momentsPerDay);
    this.#numberStarts = columns.map(({ format }) =>
      format === undefined ? '"><v>' : `" s="${cellStyle[format]}"><v>`,
    );
    this.#textStyles = columns.map(({ wraps }) => (wraps === true ? `" s="${cellStyle.wrapped}` : ''));
    this.#isTable = table !== undefined;
    this.#strings = strings;
    this.#span = `" spans="1:${columns.length}">`;
    this.#room = 100 * (columns.length + 1);
    const dimension = rowCount === null ? null : `A1:${letters.at(-1)}${Math.max(1, rowCount)}`;
    const widths = columns.map(({ width }) => width);
    this.out.utf8(sheetStart(dimension, widths, hasHeader));
  }

  get written(): number {
    return this.#row - 1;
  }

  write(row: Row): void {
    const { out } = this;
    if (this.#row > most.rows) throw new DoesNotFitError('A sheet has 1,048,576 rows at most.');
    out.room(this.#room);
    out.ascii('<row r="');
    out.number(this.#row);
    out.ascii(this.#span);
    for (let i = 0; i < this.#starts.length; i++) {
      const cell = row[i];
      if (cell !== undefined) this.#cell(cell, i);
    }
    out.ascii('</row>');
    this.#row++;
  }

  #cell(cell: NonNullable<Cell>, column: number): void {
    const { out } = this;
    out.ascii(this.#starts[column] as string);
    out.number(this.#row);
    if (typeof cell === 'string') return this.#text(cell, this.#styleOfText(column));
    if (typeof cell === 'number') {
      const perDay = this.#momentsPerDay[column];
      if (perDay === undefined) this.#value(cell, this.#numberStarts[column] as string);
      else this.#value(cell / perDay, isoMomentStart);
    } else if (cell instanceof NumberText) {
      out.ascii('"><v>');
      out.ascii(cell.text);
    } else if (cell instanceof DateSerial) this.#value(cell.serial, cell.isDay ? dayStart : momentStart);
    else if (cell instanceof QuotedText) return this.#text(cell.text, `" s="${cellStyle.quoted}`);
    else out.ascii(cell ? '" t="b"><v>1' : '" t="b"><v>0');
    out.ascii('</v></c>');
  }

  /** The names of a table's columns are long, its columns are not. */
  #styleOfText(column: number): string {
    if (this.#isTable && this.#row === 1) return headerStyle;
    return this.#textStyles[column] as string;
  }

  #value(value: number, start: string): void {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is no number that a cell can hold`);
    this.out.ascii(start);
    this.out.number(value);
  }

  #text(text: string, attributes: string): void {
    const { out } = this;
    out.ascii(attributes);
    const number = this.#strings.number(text);
    if (number === null) {
      out.ascii('" t="inlineStr"><is>');
      out.utf8(textElement(text));
      out.ascii('</is></c>');
    } else {
      out.ascii('" t="s"><v>');
      out.number(number);
      out.ascii('</v></c>');
    }
  }
}

const headerStyle = `" s="${cellStyle.header}`;
const isoMomentStart = `" s="${cellStyle.isoMoment}"><v>`;
const dayStart = `" s="${cellStyle.day}"><v>`;
const momentStart = `" s="${cellStyle.moment}"><v>`;
