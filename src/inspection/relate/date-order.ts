import type { Contradiction, Sheet } from '../../contract/index.js';
import { issueTitles } from '../../evidence/index.js';
import { type ColumnCounter, type CountedPart, placeOfRow, type RowPlace } from '../count/column-counter.js';
import { momentText } from '../count/day-counts.js';
import type { DateOrderFacts } from '../findings.js';

const mostExamples = 5;

/** Counts the pairs of moments that stand the wrong way round. */
export class PairCount {
  compared = 0;
  broken = 0;
  readonly examples: (RowPlace & { earlier: string; later: string })[] = [];

  /** Both in seconds since 1970; NaN where there is none. */
  add(earlier: number, later: number, row: number, part: Pick<CountedPart, 'name'>): void {
    if (Number.isNaN(earlier) || Number.isNaN(later)) return;
    this.compared++;
    if (later >= earlier) return;
    this.broken++;
    if (this.examples.length < mostExamples)
      this.examples.push({
        ...placeOfRow(row, part),
        earlier: momentText(earlier),
        later: momentText(later),
      });
  }

  facts(): Pick<DateOrderFacts, 'compared_rows' | 'broken_rows' | 'broken_share' | 'examples'> {
    return {
      compared_rows: this.compared,
      broken_rows: this.broken,
      broken_share: this.compared === 0 ? null : this.broken / this.compared,
      examples: this.examples,
    };
  }
}

/** Two moments of the same row, as the contract declares them. */
export class DateOrder {
  readonly #sheet: Sheet;
  readonly #rule: Contradiction;
  readonly #earlier: ColumnCounter | undefined;
  readonly #later: ColumnCounter | undefined;
  readonly #pairs = new PairCount();

  constructor(sheet: Sheet, rule: Contradiction, columns: ReadonlyMap<string, ColumnCounter>) {
    this.#sheet = sheet;
    this.#rule = rule;
    this.#earlier = columns.get(rule.earlier);
    this.#later = columns.get(rule.later);
  }

  /** Compares the row that the columns have just counted. */
  compare(rowNumber: number, part: Pick<CountedPart, 'name'>): void {
    if (this.#earlier === undefined || this.#later === undefined) return;
    this.#pairs.add(this.#earlier.current, this.#later.current, rowNumber, part);
  }

  facts(): DateOrderFacts {
    const { code } = this.#rule;
    return {
      code,
      title: issueTitles[code],
      sheet: this.#sheet.sheet,
      status: this.#earlier === undefined || this.#later === undefined ? 'missing' : 'counted',
      ...this.#pairs.facts(),
    };
  }
}

/** The facts of a rule whose sheet is not in the file. */
export function missingDateOrder(sheet: Sheet, rule: Contradiction): DateOrderFacts {
  return new DateOrder(sheet, rule, new Map()).facts();
}
