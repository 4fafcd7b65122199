import type { Column, Sheet } from '../../contract/index.js';
import {
  CellKind,
  type RowView,
  type SharedStrings,
  writeNumber,
  writeSerialDate,
} from '../../workbook/index.js';
import type { Clock } from './clock.js';
import { type BadCell, type CellCode, costsTheRow } from './codes.js';
import { type ColumnCounts, ColumnTally } from './column-tally.js';
import { type CellForm, formulaMark, isErrorText, isNoValue, normaliseCell } from './normalise.js';
import { RepeatedKeys } from './repeated-keys.js';
import { type DateReading, type TextDateFacts, TextDates } from './text-dates.js';

/** Blocks are handed on when they hold this much; one row more may stand behind it. */
export const blockBytes = 1 << 20;
const slackBytes = 64 << 10;
/** No fast-path field is longer than this. */
const fieldBytes = 40;

const comma = 0x2c;
const newline = 0x0a;

/** Classes of shared strings, found once a string: most cells of text are one of few strings. */
const unknown = 0;
const noValue = 1;
const plain = 2;
const odd = 3;

interface Plan {
  readonly name: string;
  /** Its place among the columns of the contract. */
  readonly place: number;
  readonly column: Column;
  readonly source: number;
  /** Numbers with at most this many digits before the point are certainly within the column's limits. */
  readonly safeDigits: number;
  readonly min: number;
  readonly max: number;
  /** Of a column of dates: its cells of text. */
  readonly dates: TextDates | null;
}

/** What is known of a sheet that an extract holds, and cannot be seen in its CSV. */
export interface KnownSheet {
  /** How dates of the factory's notation were read, by column. */
  readonly dateReadings: ReadonlyMap<string, DateReading>;
}

/** From this data row on: Excel row - data row, and the number of the part, from 1. */
export type RowOffset = readonly [dataRow: number, offset: number, part: number];

/** What the rows of a part of a sheet refer to. */
export interface EncoderPart {
  /** For each column of the contract, in its order, the column of the workbook's row that holds it. */
  readonly sources: readonly number[];
  readonly sharedStrings: SharedStrings;
  readonly date1904: boolean;
}

/** A row as it was written: `bytes[from, to)`, without its line feed. The same object comes again with the next row. */
export interface WrittenRow {
  bytes: Buffer;
  from: number;
  to: number;
  /** Data row of the sheet, from 1. */
  rowNo: number;
  /** Where each field begins. */
  readonly fields: Int32Array;
  /** A cell of it is bad, or is a date that only the whole sheet can tell: its bytes alone do not say what it means. */
  isOdd: boolean;
}

/** The rows belong to the part given here until another one begins. */
export interface EncoderOptions extends EncoderPart {
  readonly sheet: Sheet;
  readonly clock: Clock;
  readonly onBlock: (block: Buffer) => void;
  readonly onBadCell: (badCell: BadCell) => void;
  /** Told of every row once it is written, and before the block that holds it is handed on. */
  readonly onWritten?: ((row: WrittenRow) => void) | undefined;
  /** Costs time on every row: only for whoever compares keys afterwards. */
  readonly findRepeatedKeys?: boolean;
  /** Where the rows come from an extract: every one of its rows is a row, and dates are read as they were. */
  readonly known?: KnownSheet | undefined;
}

/**
 * Turns the rows of a sheet into CSV in the contract's column order and validates every cell on the way: the same
 * bytes go to the CSV.gz file and to COPY. Ordinary cells are copied byte by byte; anything else takes the general
 * path of `normalise.ts`.
 */
export class RowEncoder {
  /** Data rows written so far. */
  rows = 0;
  /** Where the distance between data row and Excel row changes, and where a part begins. */
  readonly rowOffsets: RowOffset[] = [];
  /** Data rows of each part that has begun, in order. */
  readonly partRows: number[] = [];
  /** Cells that break the contract, by code; complete after `end`. */
  readonly badCellCounts: Partial<Record<CellCode, number>> = {};

  readonly #options: EncoderOptions;
  readonly #keys: RepeatedKeys | null;
  readonly #tally: ColumnTally;
  /** 1 for each column in which 0 is no value. */
  readonly #zeroIsNone: Uint8Array;
  readonly #clock: Clock;
  #plans: readonly Plan[] = [];
  #strings: SharedStrings;
  #stringClass: Uint8Array;
  #date1904: boolean;
  #partStart = 0;
  /** Grows up to a block: most sheets of a small dump stay far below one. */
  #out = Buffer.allocUnsafeSlow(slackBytes);
  #at = 0;
  #offset = Number.NaN;
  #empty = 0;
  readonly #written: WrittenRow;
  readonly #requiredEmpty: number[] = [];

  constructor(options: EncoderOptions) {
    this.#options = options;
    this.#keys = options.findRepeatedKeys ? new RepeatedKeys(options.sheet) : null;
    this.#strings = options.sharedStrings;
    this.#stringClass = new Uint8Array(options.sharedStrings.count);
    this.#clock = options.clock;
    this.#date1904 = options.date1904;
    const columns = Object.entries(options.sheet.columns);
    this.#tally = new ColumnTally(columns.length);
    const fields = new Int32Array(columns.length);
    this.#written = { bytes: this.#out, from: 0, to: 0, rowNo: 0, fields, isOdd: false };
    this.#zeroIsNone = Uint8Array.from(columns, ([, column]) => (column.zeroIsNone ? 1 : 0));
    this.#plans = columns.map(([name, column], place) => ({
      name,
      place,
      column,
      source: options.sources[place]!,
      safeDigits: column.max === null ? 0 : String(Math.floor(column.max)).length - 1,
      min: column.min ?? -Infinity,
      max: column.max ?? Infinity,
      dates: column.kind === 'timestamp' ? newTextDates(name, column, options.known) : null,
    }));
  }

  /** The rows that follow are those of another part, whose numbers begin anew. */
  beginPart(part: EncoderPart): void {
    this.#endPart();
    this.#plans = this.#plans.map((plan, place) => ({ ...plan, source: part.sources[place]! }));
    this.#date1904 = part.date1904;
    if (this.#strings === part.sharedStrings) return;
    this.#strings = part.sharedStrings;
    this.#stringClass = new Uint8Array(part.sharedStrings.count);
  }

  #endPart(): void {
    this.partRows.push(this.rows - this.#partStart);
    this.#partStart = this.rows;
    this.#offset = Number.NaN;
  }

  /** Writes one row; a row without any value is no row. */
  encode(row: RowView): void {
    if (this.#at >= blockBytes) this.#handOn();
    const start = this.#at;
    this.rows++;
    this.#empty = 0;
    const keys = this.#keys;
    this.#written.isOdd = false;
    if (this.#requiredEmpty.length > 0) this.#requiredEmpty.length = 0;
    for (let place = 0; place < this.#plans.length; place++) {
      if (place > 0) this.#out[this.#at++] = comma;
      const before = this.#at;
      this.#written.fields[place] = before;
      this.#field(this.#plans[place]!, row);
      if (this.#at === before) this.#noteEmpty(place);
      else if (this.#zeroIsNone[place] === 1) this.#noteZero(place, before);
      if (keys !== null && keys.ofKey[place] === 1) keys.field(this.#out, before, this.#at);
      if (this.#out.length - this.#at < fieldBytes) this.#reserve(slackBytes);
    }
    if (this.#empty === this.#plans.length && !this.#holdsAnything(row)) {
      this.rows--;
      this.#tally.blankRows++;
      this.#at = start;
      keys?.forget();
      return;
    }
    this.#out[this.#at++] = newline;
    keys?.endRow(this.rows);
    this.#noteOffset(row);
    for (const place of this.#requiredEmpty) this.#badCell(this.#plans[place]!, 'REQUIRED_MISSING', null);
    if (this.#options.onWritten !== undefined) this.#tellWritten(this.#options.onWritten, start);
  }

  #tellWritten(tell: (row: WrittenRow) => void, from: number): void {
    const written = this.#written;
    written.bytes = this.#out;
    written.from = from;
    written.to = this.#at - 1;
    written.rowNo = this.rows;
    tell(written);
  }

  /** Rows whose key an earlier row may have had; null: not looked for, or too many to be listed. */
  get repeatedKeys(): readonly number[] | null {
    return this.#keys?.rows ?? null;
  }

  /** Number of the last data row of the part at hand, as Excel shows it; NaN without one. */
  get lastRowNumber(): number {
    return this.rows + this.#offset;
  }

  /** What the cells of each column hold, by name; complete after `end`. */
  get columnCounts(): ReadonlyMap<string, ColumnCounts> {
    return new Map(this.#plans.map(({ name, place }) => [name, this.#tally.counts(place, this.rows)]));
  }

  /** The columns in which dates are written as the factory does, by name; known after `end`. */
  get textDates(): ReadonlyMap<string, TextDateFacts> {
    return new Map(
      this.#plans.flatMap(({ name, dates }) => {
        const facts = dates?.facts() ?? null;
        return facts === null ? [] : [[name, facts] as const];
      }),
    );
  }

  /** The sheet has been read to its end: hands on what is left, and decides what its texts are. */
  end(): void {
    if (this.#at > 0) this.#handOn();
    for (const { place, dates } of this.#plans) {
      const facts = dates?.facts() ?? null;
      if (facts?.reading === 'day-first') {
        dates!.countDays(this.#clock);
        this.#tally.none[place]! += facts.sentinels;
      } else if (facts?.reading === 'not-dates') {
        this.badCellCounts.NOT_A_DATE = (this.badCellCounts.NOT_A_DATE ?? 0) + facts.cells;
        this.#tally.addBad(place, facts.first, facts.cells);
      }
    }
    this.#endPart();
  }

  /** A bad value is written as it stands, so an empty field is one without a value. */
  #noteEmpty(place: number): void {
    this.#empty++;
    this.#tally.empty[place]!++;
    if (this.#plans[place]!.column.required) this.#requiredEmpty.push(place);
  }

  #noteZero(place: number, from: number): void {
    if (this.#at - from === 1 && this.#out[from] === 0x30) this.#tally.none[place]!++;
  }

  #noteOffset(row: RowView): void {
    const offset = row.rowNumber - this.rows;
    if (offset === this.#offset) return;
    this.#offset = offset;
    this.rowOffsets.push([this.rows, offset, this.partRows.length + 1]);
  }

  #field(plan: Plan, row: RowView): void {
    const source = plan.source;
    if (source >= row.width) return;
    const kind = row.kind[source]!;
    if (kind === CellKind.empty) return;
    if (kind === CellKind.shared) this.#shared(plan, row.start[source]!);
    else if (kind === CellKind.number || kind === CellKind.date) this.#number(plan, row, source);
    else this.#other(plan, row, source);
  }

  /** Apart, so that the way of the ordinary cells stays short enough to be compiled as one. */
  #other(plan: Plan, row: RowView, source: number): void {
    const kind = row.kind[source]!;
    if (kind === CellKind.formula) return this.#general(plan, 'error', formulaMark);
    const raw = row.bytes.toString('utf8', row.start[source]!, row.end[source]!);
    this.#general(plan, formOf(kind), raw);
  }

  #shared(plan: Plan, index: number): void {
    let found = this.#stringClass[index]!;
    if (found === unknown) found = this.#classify(index);
    if (found === noValue) return;
    const from = this.#strings.offsets[index]!;
    const to = this.#strings.offsets[index + 1]!;
    if (found === plain && plan.column.kind === 'text' && to - from <= plan.max)
      this.#copy(this.#strings.bytes, from, to);
    else this.#general(plan, 'text', this.#strings.bytes.toString('utf8', from, to));
  }

  #classify(index: number): number {
    const from = this.#strings.offsets[index]!;
    const to = this.#strings.offsets[index + 1]!;
    const text = this.#strings.bytes.toString('utf8', from, to);
    const found = isNoValue(text)
      ? noValue
      : !isErrorText(text) && /^[^\s",#\\\0\uFFFD\r\n]([^",\\\0\uFFFD\r\n]*[^\s",\\\0\uFFFD])?$/.test(text)
        ? plain
        : odd;
    this.#stringClass[index] = found;
    return found;
  }

  #number(plan: Plan, row: RowView, source: number): void {
    switch (plan.column.kind) {
      case 'timestamp':
        return this.#date(plan, row, source);
      case 'id':
      case 'integer':
        if (this.#wholeNumber(plan, row.bytes, row.start[source]!, row.end[source]!)) return;
        break;
      case 'decimal':
        if (this.#decimalNumber(plan, row.bytes, row.start[source]!, row.end[source]!)) return;
        break;
      case 'flag':
        if (this.#oneDigitFlag(row.bytes, row.start[source]!, row.end[source]!)) return;
        break;
    }
    this.#generalNumber(plan, row, source);
  }

  /** Copies a plain whole number within the limits; false (and nothing written) for any other text. */
  #wholeNumber(plan: Plan, bytes: Buffer, start: number, end: number): boolean {
    if (end - start > 9 || end === start) return false;
    const out = this.#out;
    let at = this.#at;
    let value = 0;
    for (let i = start; i < end; i++) {
      const digit = bytes[i]! - 48;
      if (digit < 0 || digit > 9) return false;
      value = value * 10 + digit;
      out[at++] = digit + 48;
    }
    if (bytes[start] === 48 && end - start > 1) return false;
    if (value < plan.min || value > plan.max) return false;
    this.#at = at;
    return true;
  }

  #oneDigitFlag(bytes: Buffer, start: number, end: number): boolean {
    const byte = bytes[start]!;
    if (end - start !== 1 || (byte !== 0x30 && byte !== 0x31)) return false;
    this.#out[this.#at++] = byte;
    return true;
  }

  /** Writes a number whose digits before the point already say that it is within the limits. */
  #decimalNumber(plan: Plan, bytes: Buffer, start: number, end: number): boolean {
    let i = start;
    while (i < end && bytes[i]! >= 48 && bytes[i]! <= 57) i++;
    const whole = i - start;
    if (whole === 0 || whole > plan.safeDigits || plan.min > 0) return false;
    if (i < end && bytes[i] !== 0x2e) return false;
    for (i++; i < end; i++) if (bytes[i]! < 48 || bytes[i]! > 57) return false;
    const at = writeNumber(this.#out, this.#at, bytes, start, end);
    if (at < 0) return false;
    this.#at = at;
    return true;
  }

  #date(plan: Plan, row: RowView, source: number): void {
    const start = row.start[source]!;
    const end = row.end[source]!;
    const at = writeSerialDate(this.#out, this.#at, row.bytes, start, end, this.#date1904);
    if (at < 0) return this.#bad(plan, 'NOT_A_DATE', row.bytes.toString('latin1', start, end));
    const year = digits4(this.#out, this.#at);
    if (year < plan.min || year > plan.max) {
      return this.#general(plan, 'date', this.#out.toString('latin1', this.#at, at));
    }
    if (plan.column.actual) this.#clock.add(this.#out, this.#at);
    this.#at = at;
  }

  #generalNumber(plan: Plan, row: RowView, source: number): void {
    const scratch = Buffer.alloc(row.end[source]! - row.start[source]! + 32);
    const to = writeNumber(scratch, 0, row.bytes, row.start[source]!, row.end[source]!);
    const raw = row.bytes.toString('utf8', row.start[source]!, row.end[source]!);
    this.#general(plan, 'number', to < 0 ? raw : scratch.toString('latin1', 0, to));
  }

  #general(plan: Plan, form: CellForm, raw: string): void {
    if (plan.dates !== null) return this.#generalDate(plan, plan.dates, form, raw);
    const { text, code } = normaliseCell(plan.column, form, raw);
    if (code !== null) this.#bad(plan, code, text);
    else if (text !== '') this.#write(text);
  }

  #generalDate(plan: Plan, dates: TextDates, form: CellForm, raw: string): void {
    const judged = dates.judge(form, raw);
    const { text, code, dayFirst } = judged;
    if (code !== null) return this.#bad(plan, code, text);
    if (text === '') return;
    const before = this.#at;
    this.#write(text);
    if (dayFirst !== null) {
      this.#written.isOdd = true;
      dates.add(judged, this.rows);
    } else if (plan.column.sentinels.includes(text)) this.#tally.none[plan.place]!++;
    else if (plan.column.actual) this.#clock.add(this.#out, before);
  }

  #bad(plan: Plan, code: CellCode, text: string): void {
    // The CSV keeps what the cell holds, less what no text file and no database can hold.
    this.#write(text.replaceAll('\0', '').toWellFormed() || '?');
    this.#badCell(plan, code, text);
  }

  #badCell(plan: Plan, code: CellCode, value: string | null): void {
    this.#written.isOdd = true;
    this.badCellCounts[code] = (this.badCellCounts[code] ?? 0) + 1;
    const badCell: BadCell = {
      rowNo: this.rows,
      column: plan.name,
      code,
      value: value === null ? null : value.replaceAll('\0', '').toWellFormed().slice(0, 200),
      rejects: costsTheRow(this.#options.sheet, plan.name),
    };
    if (code !== 'REQUIRED_MISSING') this.#tally.addBad(plan.place, badCell);
    this.#options.onBadCell(badCell);
  }

  #write(text: string): void {
    const field = /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    this.#reserve(Buffer.byteLength(field) + fieldBytes);
    this.#at += this.#out.write(field, this.#at);
  }

  #copy(bytes: Buffer, from: number, to: number): void {
    if (to - from > slackBytes / 2) this.#reserve(to - from + fieldBytes);
    else if (this.#out.length - this.#at < to - from + fieldBytes) this.#reserve(slackBytes);
    const out = this.#out;
    let at = this.#at;
    for (let i = from; i < to; i++) out[at++] = bytes[i]!;
    this.#at = at;
  }

  #reserve(bytes: number): void {
    if (this.#out.length - this.#at >= bytes) return;
    const larger = Buffer.allocUnsafeSlow(this.#out.length * 2 + bytes);
    this.#out.copy(larger, 0, 0, this.#at);
    this.#out = larger;
  }

  #handOn(): void {
    this.#options.onBlock(this.#out.subarray(0, this.#at));
    this.#out = Buffer.allocUnsafeSlow(blockBytes + slackBytes);
    this.#at = 0;
  }

  /** True where a column that the contract does not know, or a cell with the text NULL, makes it a row all the same. */
  #holdsAnything(row: RowView): boolean {
    if (this.#options.known !== undefined) return true;
    for (let source = 0; source < row.width; source++) {
      const kind = row.kind[source]!;
      if (kind === CellKind.empty) continue;
      if (kind === CellKind.formula) return true;
      if (kind === CellKind.shared) {
        const index = row.start[source]!;
        const text = this.#strings.bytes.toString(
          'utf8',
          this.#strings.offsets[index]!,
          this.#strings.offsets[index + 1]!,
        );
        if (text.trim() !== '') return true;
      } else if (row.bytes.toString('utf8', row.start[source]!, row.end[source]!).trim() !== '') return true;
    }
    return false;
  }
}

/** An extract that does not say how it was read comes from a version that knew no such dates. */
function newTextDates(name: string, column: Column, known: KnownSheet | undefined): TextDates {
  return new TextDates(column, known === undefined ? undefined : (known.dateReadings.get(name) ?? null));
}

function formOf(kind: number): CellForm {
  if (kind === CellKind.boolean) return 'boolean';
  if (kind === CellKind.error) return 'error';
  return kind === CellKind.isoDate ? 'date' : 'text';
}

function digits4(bytes: Buffer, at: number): number {
  return (
    (bytes[at]! - 48) * 1000 + (bytes[at + 1]! - 48) * 100 + (bytes[at + 2]! - 48) * 10 + bytes[at + 3]! - 48
  );
}
