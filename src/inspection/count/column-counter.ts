import type { Column } from '../../contract/index.js';
import {
  type CellCode,
  type CellForm,
  formulaMark,
  type JudgedDate,
  normaliseCell,
  readIso,
  TextDates,
} from '../../source/cells/index.js';
import {
  CellKind,
  type RowView,
  type SharedStrings,
  serialSeconds,
  writeNumber,
} from '../../workbook/index.js';
import { type CellClass, cellClasses, classOfText } from './cell-class.js';
import { DayCounts, momentSeconds, momentText } from './day-counts.js';
import { NumberTable } from './number-table.js';
import { readNumber } from './read-number.js';
import { sharedText, TextTable } from './text-table.js';

/** So many cells of each kind of break are shown. */
const mostExamples = 5;

/** What a cell says: nothing, a number (a moment: seconds since 1970), or a text. */
type Meaning =
  | { readonly is: 'nothing' }
  | { readonly is: 'sentinel' }
  | { readonly is: 'number'; readonly value: number; readonly valid: boolean }
  | { readonly is: 'text'; readonly text: string };

interface Reading {
  readonly cellClass: CellClass;
  readonly meaning: Meaning;
  readonly code: CellCode | null;
  /** What the cell holds, for an example. */
  readonly raw: string;
}

export interface Break {
  rows: number;
  /** Excel row and content; the sheet where several parts make it up. */
  readonly examples: (RowPlace & { readonly value: string | null })[];
}

/** Where a row stands in the file: `sheet` only where the rows of a sheet stand in several parts. */
export interface RowPlace {
  readonly row: number;
  readonly sheet?: string;
}

/** What the rows of a part of a sheet refer to. */
export interface CountedPart {
  /** How the part is called; null where it is the only one. */
  readonly name: string | null;
  readonly strings: SharedStrings;
  readonly date1904: boolean;
}

export function placeOfRow(row: number, { name }: Pick<CountedPart, 'name'>): RowPlace {
  return name === null ? { row } : { row, sheet: name };
}

export interface CounterOptions {
  readonly column: Column;
  /** Column of the workbook's rows. */
  readonly place: number;
  readonly part: CountedPart;
  /** So many different numbers are counted one by one. */
  readonly limit?: number;
  /** The column has been read before, and its texts of the form dd/mm/aaaa are no dates. */
  readonly refusesDates?: boolean;
}

/**
 * Counts the cells of one column, as they come. A number cell costs one look-up; a shared text is read once, however
 * often it occurs. Numbers and dates, also those written as text, are counted by value; what the contract cannot read
 * as one is counted as the text it is.
 */
export class ColumnCounter {
  readonly column: Column;
  #place: number;
  /** Cells by class. Empty cells are what is left over, and shared texts join in `finish`. */
  readonly classes: Record<CellClass, number>;
  readonly numbers: NumberTable;
  readonly texts: TextTable;
  /** Rows with each day of a date column. */
  readonly days: DayCounts | null;
  readonly breaks = new Map<CellCode, Break>();
  /** Cells with a value that stands for 'no value'. */
  sentinelRows = 0;
  /** The valid value of the row at hand, NaN without one; text has none. */
  current = Number.NaN;

  #part: CountedPart;
  #strings: SharedStrings;
  #date1904: boolean;
  readonly #dates: TextDates | null;
  readonly #refusesDates: boolean;
  readonly #isDate: boolean;
  readonly #isText: boolean;
  readonly #isWhole: boolean;
  readonly #min: number;
  readonly #max: number;
  /** By shared string, read once: what it means in this column. */
  readonly #readings = new Map<number, Reading>();
  #simple: Uint8Array | null = null;
  #numberCells = 0;
  #dateCells = 0;

  constructor({ column, place, part, limit, refusesDates = false }: CounterOptions) {
    const { strings, date1904 } = part;
    this.column = column;
    this.#place = place;
    this.#part = part;
    this.#strings = strings;
    this.#date1904 = date1904;
    this.classes = Object.fromEntries(cellClasses.map((name) => [name, 0])) as Record<CellClass, number>;
    this.numbers = new NumberTable(limit);
    this.texts = new TextTable(strings, limit);
    this.#isDate = column.kind === 'timestamp';
    this.#dates = this.#isDate ? new TextDates(column) : null;
    this.#refusesDates = refusesDates;
    this.#isText = column.kind === 'text';
    this.#isWhole = column.kind === 'id' || column.kind === 'integer' || column.kind === 'flag';
    this.days = this.#isDate ? new DayCounts() : null;
    const [min, max] = valueLimitsOf(column);
    this.#min = min;
    this.#max = max;
  }

  /** Counts the cell of a row that is not blank as a whole. */
  count(row: RowView): void {
    const place = this.#place;
    this.current = Number.NaN;
    const kind = place < row.width ? row.kind[place]! : CellKind.empty;
    switch (kind) {
      case CellKind.empty:
        if (this.column.required) this.#break('REQUIRED_MISSING', row.rowNumber, null);
        return;
      case CellKind.shared:
        return this.#shared(row.start[place]!, row.rowNumber);
      case CellKind.number:
        this.#numberCells++;
        return this.#number(row, place);
      case CellKind.date:
        this.#dateCells++;
        return this.#number(row, place);
      default:
        return this.#other(row, place, kind);
    }
  }

  /** How texts of the form dd/mm/aaaa must be read, by all the texts there are; they were counted as dates. */
  get dateTexts(): 'none' | 'day-first' | 'assumed' | 'not-dates' {
    const facts = this.#dates?.facts() ?? null;
    if (facts === null) return 'none';
    return facts.assumed ? 'assumed' : facts.reading;
  }

  /** The cells that follow stand in another part of the sheet, in this column of its rows. */
  beginPart(place: number, part: CountedPart): void {
    this.#place = place;
    this.#part = part;
    this.#date1904 = part.date1904;
    if (part.strings === this.#strings) return;
    this.#countShared();
    this.#strings = part.strings;
    this.texts.useStrings(part.strings);
    this.#simple = null;
  }

  /** Puts what was counted apart together; `rows` are the rows of the sheet. */
  finish(rows: number): void {
    this.classes.number += this.#numberCells;
    this.classes.date += this.#dateCells;
    this.#countShared();
    const counted = Object.values(this.classes).reduce((sum, cells) => sum + cells, 0);
    this.classes.empty = rows - counted;
  }

  #countShared(): void {
    for (const [index, count] of this.texts.shared()) {
      const { cellClass, meaning } = this.#readingOf(index);
      this.classes[cellClass] += count;
      this.#add(meaning, count);
    }
    this.#readings.clear();
  }

  #number(row: RowView, place: number): void {
    const start = row.start[place]!;
    const end = row.end[place]!;
    if (this.#isText) return this.#odd(row, place, 'number');
    const value = this.#isDate
      ? serialSeconds(row.bytes, start, end, this.#date1904)
      : readNumber(row.bytes, start, end);
    if (value >= this.#min && value <= this.#max && (!this.#isWhole || Number.isInteger(value))) {
      this.current = value;
      this.numbers.add(value);
      this.days?.add(value);
      return;
    }
    this.#odd(row, place, row.kind[place] === CellKind.date ? 'date' : 'number');
  }

  /** A number cell outside the limits, or one that is no number or no date. */
  #odd(row: RowView, place: number, cellClass: 'number' | 'date'): void {
    const { bytes } = row;
    const start = row.start[place]!;
    const end = row.end[place]!;
    const raw = bytes.toString('utf8', start, end);
    let form: CellForm = 'number';
    let text = raw;
    if (this.#isDate) {
      const seconds = serialSeconds(bytes, start, end, this.#date1904);
      form = Number.isNaN(seconds) ? 'number' : 'date';
      if (form === 'date') text = momentText(seconds);
    } else {
      const out = Buffer.alloc(end - start + 32);
      const to = writeNumber(out, 0, bytes, start, end);
      if (to >= 0) text = out.toString('latin1', 0, to);
    }
    this.#take(this.#read(form, text, cellClass), row.rowNumber, false);
  }

  #other(row: RowView, place: number, kind: number): void {
    const raw = row.bytes.toString('utf8', row.start[place]!, row.end[place]!);
    if (kind === CellKind.boolean) this.#take(this.#read('boolean', raw, 'boolean'), row.rowNumber, true);
    else if (kind === CellKind.formula)
      this.#take(this.#read('error', formulaMark, 'formula'), row.rowNumber, true);
    else if (kind === CellKind.error) this.#take(this.#read('error', raw, 'error'), row.rowNumber, true);
    else if (kind === CellKind.isoDate) this.#take(this.#read('date', raw, 'date'), row.rowNumber, true);
    else this.#take(this.#read('text', raw, classOfText(raw)), row.rowNumber, true);
  }

  #shared(index: number, rowNumber: number): void {
    this.texts.addShared(index);
    this.#simple ??= new Uint8Array(this.#strings.count);
    if (this.#simple[index] === 1) return;
    const reading = this.#readingOf(index);
    const { meaning, code } = reading;
    if (meaning.is === 'number' && meaning.valid) this.current = meaning.value;
    else if (code !== null) this.#break(code, rowNumber, reading.raw);
    else if (meaning.is === 'nothing' && this.column.required)
      this.#break('REQUIRED_MISSING', rowNumber, null);
    // The next cell with this text needs no second look.
    else this.#simple[index] = 1;
  }

  #readingOf(index: number): Reading {
    const known = this.#readings.get(index);
    if (known !== undefined) return known;
    const text = sharedText(this.#strings, index);
    const reading = this.#read('text', text, classOfText(text));
    // Plain texts are read again at the end: keeping them would cost more than that.
    if (reading.meaning.is === 'number' || reading.code !== null) this.#readings.set(index, reading);
    return reading;
  }

  #read(form: CellForm, raw: string, cellClass: CellClass): Reading {
    const { text, code, dayFirst } = this.#judge(form, raw);
    return { cellClass, code, raw: text, meaning: this.#meaning(form, dayFirst ?? text, code) };
  }

  /** Texts of the form dd/mm/aaaa are dates until the last text of the column has been seen. */
  #judge(form: CellForm, raw: string): JudgedDate {
    if (this.#dates === null) return { ...normaliseCell(this.column, form, raw), dayFirst: null };
    const judged = this.#dates.judge(form, raw);
    if (judged.dayFirst === null || judged.code !== null) return judged;
    if (this.#refusesDates) return { text: judged.text, code: 'NOT_A_DATE', dayFirst: null };
    this.#dates.add(judged, 0);
    return judged;
  }

  #meaning(form: CellForm, text: string, code: CellCode | null): Meaning {
    if (code === null && text === '') return { is: 'nothing' };
    if (this.column.sentinels.includes(text)) return { is: 'sentinel' };
    const value = this.#isText ? Number.NaN : this.#valueOf(form, text, code);
    return Number.isFinite(value) ? { is: 'number', value, valid: code === null } : { is: 'text', text };
  }

  /** The number or the moment that a cell holds, also one outside the limits; NaN where it holds none. */
  #valueOf(form: CellForm, text: string, code: CellCode | null): number {
    if (this.#isDate) return momentIn(text, code);
    if (code === null) return Number(text);
    if (form === 'boolean' || form === 'error' || form === 'date') return Number.NaN;
    return classOfText(text) === 'number_text' ? Number(text) : Number.NaN;
  }

  /** Counts a cell that is not shared. */
  #take({ cellClass, meaning, code, raw }: Reading, rowNumber: number, countClass: boolean): void {
    // Number cells have been counted where they were met.
    if (countClass) this.classes[cellClass]++;
    if (meaning.is === 'number' && meaning.valid) this.current = meaning.value;
    this.#add(meaning, 1);
    if (code !== null) this.#break(code, rowNumber, raw);
    else if (meaning.is === 'nothing' && this.column.required)
      this.#break('REQUIRED_MISSING', rowNumber, null);
  }

  #add(meaning: Meaning, rows: number): void {
    if (meaning.is === 'sentinel') this.sentinelRows += rows;
    else if (meaning.is === 'text') this.texts.add(meaning.text, rows);
    else if (meaning.is === 'number') {
      this.numbers.add(meaning.value, rows);
      if (meaning.valid) this.days?.add(meaning.value, rows);
    }
  }

  #break(code: CellCode, row: number, value: string | null): void {
    const found = this.breaks.get(code) ?? { rows: 0, examples: [] };
    if (found.rows === 0) this.breaks.set(code, found);
    found.rows++;
    if (found.examples.length < mostExamples) found.examples.push({ ...placeOfRow(row, this.#part), value });
  }
}

/** The limits of the numbers (for dates: of the seconds) that need no second look. */
export function valueLimitsOf(column: Column): [min: number, max: number] {
  if (column.kind === 'flag') return [0, 1];
  const min = column.min ?? Number.NEGATIVE_INFINITY;
  const max = column.max ?? Number.POSITIVE_INFINITY;
  if (column.kind !== 'timestamp') return [min, max];
  return [Date.UTC(min, 0, 1) / 1000, Date.UTC(max + 1, 0, 1) / 1000 - 1];
}

/** A moment that is possible, also one outside the years of the contract. */
function momentIn(text: string, code: CellCode | null): number {
  if (code === null) return momentSeconds(text);
  if (code !== 'OUT_OF_RANGE') return Number.NaN;
  return momentSeconds(readIso(text) ?? text);
}
