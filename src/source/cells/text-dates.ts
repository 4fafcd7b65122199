import type { Column } from '../../contract/index.js';
import { Clock } from './clock.js';
import { isOtherOrder, readDayFirst } from './moments.js';
import { type CellForm, judgeMoment, type Normalised, normaliseCell } from './normalise.js';

/**
 * What becomes of the cells of a column that write a date as the factory does, `dd/mm/aaaa`: they are read day first, or
 * none of them is a date, because another text of the column writes its date in another order.
 */
export type DateReading = 'day-first' | 'not-dates';

/** The cells of one column of a sheet that are in that notation, and hold what the column may hold. */
export interface TextDateFacts {
  readonly reading: DateReading;
  readonly cells: number;
  /** Those of them that stand for 'no date', such as 01/01/1900. */
  readonly sentinels: number;
  /** No day goes beyond 12, so that they might have been written month first. */
  readonly assumed: boolean;
  readonly first: { readonly rowNo: number; readonly value: string };
}

/** A cell as `normaliseCell` has it, and its moment where it is in the factory's notation. */
export interface JudgedDate extends Normalised {
  readonly dayFirst: string | null;
}

/**
 * Watches the texts of one date column while it streams. What a cell in the factory's notation means is known at the end
 * of the sheet, so that until then it is only counted: memory does not grow with the cells.
 */
export class TextDates {
  readonly #column: Column;
  readonly #settled: DateReading | null;
  readonly #heedsIso: boolean;
  #clock: Clock | null = null;
  #cells = 0;
  #sentinels = 0;
  #first: TextDateFacts['first'] | null = null;
  #hasDayBeyond12 = false;
  #hasOtherOrder = false;

  /**
   * `settled`: how the workbook of an extract was read, null where the extract does not say; undefined for a workbook. In
   * an extract every date is a text in ISO form, so that those say nothing there.
   */
  constructor(column: Column, settled?: DateReading | null) {
    this.#column = column;
    this.#settled = settled ?? null;
    this.#heedsIso = settled === undefined;
  }

  /** Judges a cell. One with a `dayFirst` and no code is to be given to `add`. */
  judge(form: CellForm, raw: string): JudgedDate {
    const judged = normaliseCell(this.#column, form, raw);
    const { text, code } = judged;
    if (code !== 'NOT_A_DATE') {
      const isIso = form === 'text' && text !== '' && (code === null || code === 'OUT_OF_RANGE');
      if (isIso && this.#heedsIso && !this.#column.sentinels.includes(text)) this.#hasOtherOrder = true;
      return { ...judged, dayFirst: null };
    }
    const moment = form === 'text' || form === 'date' ? readDayFirst(text) : null;
    if (moment !== null) return { text, code: judgeMoment(this.#column, moment), dayFirst: moment };
    if (form === 'text' && isOtherOrder(text)) this.#hasOtherOrder = true;
    return { ...judged, dayFirst: null };
  }

  add({ text, dayFirst }: JudgedDate, rowNo: number): void {
    this.#cells++;
    this.#first ??= { rowNo, value: text };
    if (dayFirst!.slice(8, 10) > '12') this.#hasDayBeyond12 = true;
    if (this.#column.sentinels.includes(dayFirst!)) this.#sentinels++;
    else if (this.#column.actual) {
      this.#clock ??= new Clock();
      this.#clock.add(Buffer.from(dayFirst!, 'latin1'), 0);
    }
  }

  /** Called when the sheet has been read to its end; null where no cell was in that notation. */
  facts(): TextDateFacts | null {
    if (this.#first === null) return null;
    const reading = this.#settled ?? (this.#hasOtherOrder ? 'not-dates' : 'day-first');
    const assumed = reading === 'day-first' && !this.#hasDayBeyond12;
    return { reading, cells: this.#cells, sentinels: this.#sentinels, assumed, first: this.#first };
  }

  /** Counts the days of those cells, once it is known that they are dates. */
  countDays(clock: Clock): void {
    if (this.#clock !== null) clock.addAll(this.#clock);
  }
}
