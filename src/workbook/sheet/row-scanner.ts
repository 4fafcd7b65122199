import type { SheetPlace } from '../errors.js';
import { Utf8Input } from '../xml/encoding.js';
import { type ItemReader, ItemScanner } from '../xml/item-scanner.js';
import type { XmlTokenizer } from '../xml/tokenizer.js';
import { fastRow } from './fast-row.js';
import { GeneralRowReader } from './general-row.js';
import type { CellContext, RowView } from './row-view.js';

/**
 * Reads the rows of one sheet from its XML, however that is cut into chunks. A row is held until the next one is
 * read: some programs write each cell in a `<row>` of its own, and what follows each other under one number is one row.
 */
export class RowScanner implements ItemReader {
  readonly root = Buffer.from('worksheet');
  readonly container = Buffer.from('sheetData');
  readonly item = Buffer.from('row');
  readonly itemEnd = Buffer.from('</row>');
  /** Rows that held a cell. */
  rows = 0;
  readonly #onRow: (row: RowView) => void;
  readonly #context: CellContext;
  /** The row that was read last, if it has cells, and the place for the next one. */
  #held: GeneralRowReader;
  #next: GeneralRowReader;
  readonly #items: ItemScanner;
  readonly #input: Utf8Input;
  #numberBefore = 0;

  constructor(context: CellContext, rowBytes: number, onRow: (row: RowView) => void) {
    this.#context = context;
    this.#onRow = onRow;
    this.#held = new GeneralRowReader(context, rowBytes);
    this.#next = new GeneralRowReader(context, rowBytes);
    this.#items = new ItemScanner(this, rowBytes);
    this.#input = new Utf8Input((chunk) => this.#items.push(chunk));
  }

  push(chunk: Buffer): void {
    this.#input.push(chunk);
  }

  end(): void {
    this.#input.end();
    this.#items.end();
    this.#emit();
  }

  fast(bytes: Buffer, from: number): number {
    const after = fastRow(bytes, from, this.#next.row, this.#context);
    if (after >= 0) this.#take();
    return after;
  }

  general(tokens: XmlTokenizer): boolean {
    if (!this.#next.read(tokens, this.#numberBefore)) return false;
    this.#take();
    return true;
  }

  settle(): void {
    if (this.#held.row.width > 0) this.#held.retain();
  }

  /** Where the reading stands. */
  get place(): SheetPlace {
    const { row = null, cell = null, afterCell = null } = this.#next.place ?? this.#held.place ?? {};
    return { row, cell, afterCell, afterRow: this.#numberBefore };
  }

  /** Takes the row that was just read: it is the next one, or a further part of the one before. */
  #take(): void {
    const next = this.#next;
    const held = this.#held;
    const { rowNumber, width } = next.row;
    this.#numberBefore = rowNumber;
    next.reading = false;
    if (width === 0) return;
    if (held.row.width > 0 && held.row.rowNumber === rowNumber) return held.append(next.row);
    this.#emit();
    this.#held = next;
    this.#next = held;
  }

  #emit(): void {
    const { row } = this.#held;
    if (row.width === 0) return;
    this.rows++;
    this.#onRow(row);
    row.width = 0;
  }
}
