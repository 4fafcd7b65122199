import { badXml, WorkbookError } from '../errors.js';
import { ByteSink } from '../xml/byte-sink.js';
import { passesThrough } from '../xml/compatibility.js';
import { readRichText, readText } from '../xml/rich-text.js';
import { Token, type XmlTokenizer } from '../xml/tokenizer.js';
import { isInline, kindOfCell } from './cell-kind.js';
import { cellAddress, cellReference, parseReference, rowNumberOf } from './cell-reference.js';
import { type CellContext, CellKind, mostColumns, newRow, type RowView } from './row-view.js';

const nameOfCell = Buffer.from('c');
const nameOfFormula = Buffer.from('f');
const nameOfInline = Buffer.from('is');
const nameOfReference = Buffer.from('r');
const nameOfValue = Buffer.from('v');
/** A column of which no cell has been seen yet; it becomes `empty` when the row is complete. */
const unseen = 255;

/**
 * Reads a row of any shape that XML allows. It is slower than the fast path and gives the same values: every value
 * is copied, decoded, into bytes of its own, so that nothing of the chunk is changed while the row may still turn
 * out to be incomplete.
 */
export class GeneralRowReader {
  /** What was read last, here or by the fast path. */
  readonly row = newRow();
  readonly #context: CellContext;
  readonly #values: ByteSink;
  #from = 0;
  #to = 0;
  /** Whether the cell that was read last has a formula. */
  #hasFormula = false;
  /** Whether the number of the row is known: by its own attribute, or by the address of one of its cells. */
  #numbered = false;
  /** The column of the cell that is being read, -1 outside of cells. */
  #column = -1;
  /** The column of the cell before it, -1 at the row's beginning. */
  #before = -1;
  /** What reads the row; null before the first one. */
  #tokens: XmlTokenizer | null = null;
  /** Whether a row is being read; what the fast path has read is complete. */
  reading = false;

  constructor(context: CellContext, rowBytes: number) {
    this.#context = context;
    this.#values = new ByteSink(4096, rowBytes * 3 + 4096, 'A row');
  }

  /** The tokenizer has just read the row's start tag; false where the row's end is not there yet. */
  read(tokens: XmlTokenizer, numberBefore: number): boolean {
    const { row } = this;
    const number = rowNumberOf(tokens);
    this.#numbered = number !== null;
    row.rowNumber = number ?? numberBefore + 1;
    row.width = 0;
    this.#values.length = 0;
    this.#column = -1;
    this.#before = -1;
    this.#tokens = tokens;
    this.reading = true;
    if (!tokens.selfClosing && !this.#cells(tokens)) return false;
    for (let column = 0; column < row.width; column++) {
      if (row.kind[column] === unseen) row.kind[column] = CellKind.empty;
    }
    row.bytes = this.#values.bytes;
    this.reading = false;
    return true;
  }

  /** Where the reading stands within a row; null outside of rows. */
  get place(): { row: number; cell: string | null; afterCell: string | null } | null {
    if (!this.reading) return null;
    const { rowNumber } = this.row;
    const column = this.#column < 0 ? this.#columnOfTag() : this.#column;
    if (column >= 0) return { row: rowNumber, cell: cellAddress(column, rowNumber), afterCell: null };
    const before = this.#before;
    return { row: rowNumber, cell: null, afterCell: before < 0 ? null : cellAddress(before, rowNumber) };
  }

  /**
   * The column that the tag which was read last, perhaps in part, gives as its own: where that tag is wrong itself it is no
   * cell yet. -1 where it gives none behind the cells that were read.
   */
  #columnOfTag(): number {
    const written = this.#tokens?.attributes.raw(nameOfReference) ?? null;
    const found = written === null ? null : parseReference(written);
    const isNext = found !== null && found.row === this.row.rowNumber && found.column > this.#before;
    return isNext && found.column < mostColumns ? found.column : -1;
  }

  /** Copies the values to bytes of its own, for those in which they were read do not last. */
  retain(): void {
    const { row } = this;
    if (row.bytes === this.#values.bytes) return;
    this.#values.length = 0;
    for (let column = 0; column < row.width; column++) this.#copyCell(row, column);
    row.bytes = this.#values.bytes;
  }

  /** Adds the cells of another element of the same row; it may hold none that is there already. */
  append(other: RowView): void {
    const { row } = this;
    this.retain();
    this.reading = true;
    for (let column = 0; column < other.width; column++) {
      if (column >= row.width) row.kind[row.width++] = CellKind.empty;
      if (other.kind[column] === CellKind.empty) continue;
      this.#column = column;
      if (row.kind[column] !== CellKind.empty) {
        throw new WorkbookError('REPEATED_ROW', 'Its row stands there more than once, and so does the cell.');
      }
      this.#copyCell(other, column);
    }
    row.bytes = this.#values.bytes;
    this.reading = false;
  }

  #copyCell(from: RowView, column: number): void {
    const { row } = this;
    const kind = from.kind[column]!;
    const start = from.start[column]!;
    const end = from.end[column]!;
    row.kind[column] = kind;
    if (kind === CellKind.empty) return;
    const isShared = kind === CellKind.shared;
    row.start[column] = isShared ? start : this.#values.length;
    if (!isShared) this.#values.append(from.bytes, start, end);
    row.end[column] = isShared ? end : this.#values.length;
  }

  #cells(tokens: XmlTokenizer): boolean {
    const outside = tokens.depth - 1;
    for (;;) {
      this.#column = -1;
      const token = tokens.next();
      if (token === Token.incomplete) return false;
      if (token === Token.end && tokens.depth === outside) return true;
      if (token !== Token.start || passesThrough(tokens)) continue;
      if (tokens.isOwn(nameOfCell)) {
        this.#column = this.#columnOf(tokens, this.#before);
        if (!this.#cell(tokens, this.#column)) return false;
        this.#before = this.#column;
      } else if (!tokens.skipElement()) {
        return false;
      }
    }
  }

  /** The column of the cell whose start tag was just read; without an address it follows the one before. */
  #columnOf(tokens: XmlTokenizer, before: number): number {
    const { row } = this;
    const attribute = tokens.attribute(nameOfReference);
    const { column, row: number } =
      attribute < 0 ? { column: before + 1, row: row.rowNumber } : cellReference(tokens, attribute);
    if (column >= mostColumns) throw badXml('A cell stands beyond the last column that Excel has.');
    if (attribute >= 0 && !this.#numbered && number > 0) {
      row.rowNumber = number;
      this.#numbered = true;
    }
    if (number !== row.rowNumber)
      throw badXml(`A cell of it has the address ${cellAddress(column, number)}.`);
    return column;
  }

  #cell(tokens: XmlTokenizer, column: number): boolean {
    const { row } = this;
    const kind = kindOfCell(tokens, this.#context);
    const isInlineText = kind === CellKind.text && isInline(tokens);
    if (column < row.width && row.kind[column] !== unseen) {
      throw badXml('It stands there twice.');
    }
    while (row.width <= column) row.kind[row.width++] = unseen;
    row.kind[column] = CellKind.empty;
    if (tokens.selfClosing) return true;
    const found = this.#value(tokens, kind, isInlineText);
    if (found === 'incomplete') return false;
    if (found === 'value') this.#place(column, kind);
    if (this.#hasFormula && row.kind[column] === CellKind.empty) {
      row.kind[column] = CellKind.formula;
      row.start[column] = row.end[column] = 0;
    }
    return true;
  }

  /**
   * Appends what the cell holds; where its value lies is then in `#from` and `#to`. An inline text is what `<is>`
   * holds, and `<v>` beside it is left over from another program; any other cell is what `<v>` holds. A text that has
   * only the other one of the two is taken from that.
   */
  #value(tokens: XmlTokenizer, kind: number, isInlineText: boolean): 'value' | 'none' | 'incomplete' {
    const outside = tokens.depth - 1;
    const isText = kind === CellKind.text;
    /** 1: the element that the type asks for was there, 2: the other one. */
    let seen = 0;
    this.#hasFormula = false;
    for (;;) {
      const holder = this.#nextHolder(tokens, outside, isText);
      if (holder === 'end') return seen > 0 ? 'value' : 'none';
      if (holder === 'incomplete') return 'incomplete';
      const place = (holder === 'is') === isInlineText ? 1 : 2;
      if ((seen & place) > 0) throw badXml('It holds two values.');
      if (!this.#append(tokens, holder, isText, (seen & 1) === 0)) return 'incomplete';
      seen |= place;
    }
  }

  /** Appends what `<v>` or `<is>` holds, and takes it for the cell's value where `isValue`. */
  #append(tokens: XmlTokenizer, holder: 'v' | 'is', isText: boolean, isValue: boolean): boolean {
    const values = this.#values;
    const from = values.length;
    const mode = isText ? 'text' : 'raw';
    const complete = holder === 'is' ? readRichText(tokens, values) : readText(tokens, values, mode);
    if (isValue) {
      this.#from = from;
      this.#to = values.length;
    }
    return complete;
  }

  /** Sets the cell to the value that was appended. */
  #place(column: number, kind: number): void {
    const { row } = this;
    const { bytes } = this.#values;
    let start = this.#from;
    let end = this.#to;
    if (kind !== CellKind.text) {
      while (start < end && bytes[start]! <= 0x20) start++;
      while (end > start && bytes[end - 1]! <= 0x20) end--;
      if (start === end) return;
      if (kind === CellKind.boolean) this.#makeBoolean(start, end);
      if (kind === CellKind.boolean) end = start + 1;
      if (kind === CellKind.shared) start = end = this.#sharedIndex(start, end);
    }
    row.kind[column] = kind;
    row.start[column] = start;
    row.end[column] = end;
  }

  /** XML Schema also knows `true` and `false`. */
  #makeBoolean(start: number, end: number): void {
    const written = this.#values.bytes.toString('latin1', start, end);
    const value = { '0': 0x30, '1': 0x31, false: 0x30, true: 0x31 }[written];
    if (value === undefined) throw badXml('It holds a boolean that is none.');
    this.#values.bytes[start] = value;
  }

  #sharedIndex(start: number, end: number): number {
    const written = this.#values.bytes.toString('latin1', start, end);
    const index = Number(written);
    if (!/^[0-9]+$/.test(written) || index >= this.#context.sharedCount) {
      throw badXml('It refers to a shared text that is not there.');
    }
    return index;
  }

  /** Goes to the next element of a cell that can hold its value, or to the cell's end; `<is>` can in a text only. */
  #nextHolder(tokens: XmlTokenizer, outside: number, isText: boolean): 'v' | 'is' | 'end' | 'incomplete' {
    for (;;) {
      const token = tokens.next();
      if (token === Token.incomplete) return 'incomplete';
      if (token === Token.end && tokens.depth === outside) return 'end';
      if (token !== Token.start || passesThrough(tokens)) continue;
      this.#hasFormula ||= tokens.isOwn(nameOfFormula);
      if (tokens.isOwn(nameOfValue)) return 'v';
      if (isText && tokens.isOwn(nameOfInline)) return 'is';
      if (!tokens.skipElement()) return 'incomplete';
    }
  }
}
