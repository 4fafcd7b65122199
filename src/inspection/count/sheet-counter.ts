import type { Column, Sheet } from '../../contract/index.js';
import { CellKind, type RowView } from '../../workbook/index.js';
import type { FoundSheet, InspectedPart } from '../open.js';
import { DateOrder } from '../relate/date-order.js';
import { ColumnCounter, type CountedPart } from './column-counter.js';
import { sharedText } from './text-table.js';

/** Keys and references are counted one by one further than other columns: match rates need every one. */
const exactKeys = 1 << 22;

/** Columns that the contract does not know are counted as text, and nothing of what they hold is shown. */
const unknownColumn: Column<'text', false> = {
  kind: 'text',
  header: '',
  aliases: [],
  required: false,
  sentinels: [],
  zeroIsNone: false,
  min: null,
  max: null,
  personal: true,
  actual: false,
  unit: '',
  about: '',
};

/** Counts one sheet, row by row. */
export class SheetCounter {
  readonly found: FoundSheet;
  /** Data rows so far. */
  rows = 0;
  /** By database column; missing ones are not there. */
  readonly columns: ReadonlyMap<string, ColumnCounter>;
  /** Columns that the contract does not know, by their place in the file. */
  readonly extra: readonly { readonly header: string; readonly counter: ColumnCounter }[];
  readonly dateOrders: readonly DateOrder[];
  /** Data rows of each part that has begun. */
  readonly partRows: number[] = [];
  /** The part whose rows are being counted. */
  part: CountedPart;
  /** Excel row of the last data row of that part; 0 without one. */
  lastRow = 0;
  readonly #counters: readonly ColumnCounter[];
  readonly #all: readonly { readonly counter: ColumnCounter; placeIn(part: InspectedPart): number }[];

  /** `refusedDates`: what an earlier count of the sheet found out. */
  constructor(found: FoundSheet, refusedDates: ReadonlySet<string> = new Set()) {
    this.found = found;
    const first = found.parts[0]!;
    const part = countedPart(found, first);
    this.part = part;
    const keys = keyColumns(found.sheet);
    const counter = (column: Column, place: number, name: string | null): ColumnCounter =>
      new ColumnCounter({
        column,
        place,
        part,
        refusesDates: name !== null && refusedDates.has(name),
        ...(name !== null && keys.has(name) ? { limit: exactKeys } : {}),
      });
    this.columns = new Map(
      Object.entries(found.sheet.columns).flatMap(([name, column], at) => {
        return found.has[at] ? [[name, counter(column, first.places[at]!, name)] as const] : [];
      }),
    );
    this.extra = found.extra.map((header, at) => ({
      header,
      counter: counter({ ...unknownColumn, header }, first.extraPlaces[at]!, null),
    }));
    const names = Object.keys(found.sheet.columns);
    this.#all = [
      ...[...this.columns].map(([name, one]) => ({
        counter: one,
        placeIn: ({ places }: InspectedPart) => places[names.indexOf(name)]!,
      })),
      ...this.extra.map((one, at) => ({
        counter: one.counter,
        placeIn: ({ extraPlaces }: InspectedPart) => extraPlaces[at]!,
      })),
    ];
    this.#counters = this.#all.map((one) => one.counter);
    this.dateOrders = found.sheet.contradictions.map((one) => new DateOrder(found.sheet, one, this.columns));
  }

  /** The rows that follow are those of this part, the first one included. */
  beginPart(part: InspectedPart): void {
    this.part = countedPart(this.found, part);
    this.lastRow = 0;
    this.partRows.push(0);
    for (const { counter, placeIn } of this.#all) counter.beginPart(placeIn(part), this.part);
  }

  /** Counts a row; one without any value is no row, and false is returned. */
  count(row: RowView): boolean {
    if (!this.#holdsAnything(row)) return false;
    this.rows++;
    this.partRows[this.partRows.length - 1]!++;
    this.lastRow = row.rowNumber;
    for (const column of this.#counters) column.count(row);
    for (const order of this.dateOrders) order.compare(row.rowNumber, this.part);
    return true;
  }

  /** Columns whose texts of the form dd/mm/aaaa were counted as dates, and are none. */
  get refusedDates(): ReadonlySet<string> {
    return new Set(this.#withDateTexts('not-dates'));
  }

  /** Columns in which nothing proves that such texts have the day first. */
  get assumedDates(): readonly string[] {
    return this.#withDateTexts('assumed').map((name) => this.columns.get(name)!.column.header);
  }

  #withDateTexts(reading: ColumnCounter['dateTexts']): string[] {
    return [...this.columns].flatMap(([name, counter]) => (counter.dateTexts === reading ? [name] : []));
  }

  finish(): void {
    for (const column of this.#counters) column.finish(this.rows);
  }

  /** The text NULL and a column that the contract does not know make it a row, white space does not. */
  #holdsAnything(row: RowView): boolean {
    for (let place = 0; place < row.width; place++) {
      const kind = row.kind[place]!;
      if (kind === CellKind.empty) continue;
      if (kind === CellKind.number || kind === CellKind.date || kind === CellKind.formula) return true;
      const text =
        kind === CellKind.shared
          ? sharedText(this.part.strings, row.start[place]!)
          : row.bytes.toString('utf8', row.start[place]!, row.end[place]!);
      if (text.trim() !== '') return true;
    }
    return false;
  }
}

function countedPart({ parts }: FoundSheet, { link }: InspectedPart): CountedPart {
  const { sharedStrings: strings, date1904 } = link.workbook;
  return { name: parts.length > 1 ? link.place : null, strings, date1904 };
}

/** Columns that hold keys of this sheet, or of another. */
function keyColumns(sheet: Sheet): ReadonlySet<string> {
  return new Set([...(sheet.key === 'row' ? [] : sheet.key), ...sheet.references.map((one) => one.column)]);
}
