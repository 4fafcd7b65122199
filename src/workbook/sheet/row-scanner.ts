import { Utf8Input } from '../xml/encoding.js';
import { type ItemReader, ItemScanner } from '../xml/item-scanner.js';
import type { XmlTokenizer } from '../xml/tokenizer.js';
import { fastRow } from './fast-row.js';
import { GeneralRowReader } from './general-row.js';
import { type CellContext, newRow, type RowView } from './row-view.js';

/** Reads the rows of one sheet from its XML, however that is cut into chunks. */
export class RowScanner implements ItemReader {
  readonly root = Buffer.from('worksheet');
  readonly container = Buffer.from('sheetData');
  readonly item = Buffer.from('row');
  readonly itemEnd = Buffer.from('</row>');
  /** Rows that held a cell. */
  rows = 0;
  readonly #onRow: (row: RowView) => void;
  readonly #context: CellContext;
  readonly #row = newRow();
  readonly #general: GeneralRowReader;
  readonly #items: ItemScanner;
  readonly #input: Utf8Input;
  #numberBefore = 0;

  constructor(context: CellContext, rowBytes: number, onRow: (row: RowView) => void) {
    this.#context = context;
    this.#onRow = onRow;
    this.#general = new GeneralRowReader(this.#row, context, rowBytes);
    this.#items = new ItemScanner(this, rowBytes);
    this.#input = new Utf8Input((chunk) => this.#items.push(chunk));
  }

  push(chunk: Buffer): void {
    this.#input.push(chunk);
  }

  end(): void {
    this.#input.end();
    this.#items.end();
  }

  fast(bytes: Buffer, from: number): number {
    const next = fastRow(bytes, from, this.#row, this.#context);
    if (next >= 0) this.#emit();
    return next;
  }

  general(tokens: XmlTokenizer): boolean {
    if (!this.#general.read(tokens, this.#numberBefore)) return false;
    this.#emit();
    return true;
  }

  #emit(): void {
    const row = this.#row;
    this.#numberBefore = row.rowNumber;
    if (row.width === 0) return;
    this.rows++;
    this.#onRow(row);
  }
}
