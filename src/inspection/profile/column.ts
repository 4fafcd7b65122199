import { nullClasses } from '../count/cell-class.js';
import type { ColumnCounter } from '../count/column-counter.js';
import { type DayCounts, momentSeconds, momentText } from '../count/day-counts.js';
import { DistinctSketch } from '../count/distinct-sketch.js';
import type { SortedValues } from '../count/number-table.js';
import { quantileError } from '../count/quantile-sketch.js';
import type { BreakFacts, ColumnProfile, DateFacts, NumberFacts, TextFacts, TopValue } from '../findings.js';
import type { Mask } from './mask.js';
import { histogramOf, nearestRank, quantilesFrom } from './quantiles.js';
import { topValues } from './top.js';

/** Texts in a report are cut at so many characters. */
const longestShown = 200;
const daySeconds = 86_400;

export interface ColumnContext {
  readonly name: string | null;
  readonly header: string;
  readonly rows: number;
  /** Whether a bad value costs the row. */
  readonly rejects: boolean;
  /** No text of this column is shown: it, or its sheet where the text is out of place, has names. */
  readonly masked: boolean;
  readonly mask: Mask;
  readonly asOf: string | null;
}

/** The profile of a column whose counting is over. */
export function profileColumn(counter: ColumnCounter, context: ColumnContext): ColumnProfile {
  const { column, classes, numbers, texts } = counter;
  const isDate = column.kind === 'timestamp';
  const hidden = context.name === null || column.personal;
  const sorted = hidden ? null : numbers.sorted();
  const null_rows = nullClasses.reduce((sum, name) => sum + classes[name], 0);
  return {
    header: context.header,
    column: context.name,
    kind: context.name === null ? null : column.kind,
    unit: column.unit,
    about: column.about,
    required: column.required,
    masked: hidden,
    cells: { ...classes },
    null_rows,
    null_share: context.rows === 0 ? null : null_rows / context.rows,
    sentinel_rows: counter.sentinelRows,
    distinct_values: numbers.distinct + texts.distinct,
    distinct_standard_error: numbers.isExact && texts.isExact ? 0 : DistinctSketch.standardError,
    top_values: hidden ? [] : topOf(counter, context, isDate),
    numbers: sorted === null || isDate ? null : numberFacts(counter, sorted),
    dates: sorted === null || !isDate ? null : dateFacts(counter, sorted, context.asOf),
    texts: textFacts(counter, context),
    breaks: breakFacts(counter, context),
  };
}

function numberFacts({ numbers }: ColumnCounter, sorted: SortedValues): NumberFacts | null {
  if (numbers.size === 0) return null;
  const sketch = numbers.quantileSketch();
  const at = (share: number): number =>
    sketch === null ? nearestRank(sorted, share) : sketch.getValueAtQuantile(share);
  return {
    rows: sketch === null ? sorted.total : numbers.rows,
    min: numbers.min,
    max: numbers.max,
    quantiles: quantilesFrom(at),
    quantile_error: sketch === null ? 0 : quantileError,
    histogram: sketch === null ? histogramOf(sorted) : null,
  };
}

function dateFacts(
  { column, numbers, days }: ColumnCounter,
  sorted: SortedValues,
  asOf: string | null,
): DateFacts | null {
  if (numbers.size === 0) return null;
  const isExact = numbers.isExact;
  const values = isExact ? sorted : byDay(days!);
  const now =
    asOf === null ? null : isExact ? momentSeconds(asOf) : momentSeconds(`${asOf.slice(0, 10)}T00:00:00`);
  return {
    rows: isExact ? sorted.total : numbers.rows,
    min: momentText(numbers.min),
    max: momentText(numbers.max),
    quantiles: quantilesFrom((share) => momentText(nearestRank(values, share))),
    future_rows: now === null ? null : rowsWhere(values, (seconds) => seconds > now),
    must_have_happened: column.actual,
    resolution: isExact ? 'second' : 'day',
    midnight_rows: isExact ? rowsWhere(sorted, (seconds) => seconds % daySeconds === 0) : null,
    months: monthsOf(days!),
  };
}

function byDay(days: DayCounts): SortedValues {
  const all = [...days];
  return {
    values: Float64Array.from(all, (one) => one.day * daySeconds),
    rows: Float64Array.from(all, (one) => one.rows),
    total: all.reduce((sum, one) => sum + one.rows, 0),
  };
}

function rowsWhere({ values, rows }: SortedValues, test: (value: number) => boolean): number {
  let found = 0;
  for (let place = 0; place < values.length; place++) if (test(values[place]!)) found += rows[place]!;
  return found;
}

function monthsOf(days: DayCounts): [string, number][] {
  const months = new Map<string, number>();
  for (const { day, rows } of days) {
    const month = momentText(day * daySeconds).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + rows);
  }
  return [...months];
}

function topOf({ numbers, texts }: ColumnCounter, context: ColumnContext, isDate: boolean): TopValue[] {
  const tops: TopValue[] = [
    ...topValues(numbers.entries()).map(({ value, rows }) => ({
      value: isDate ? momentText(value) : value,
      rows,
    })),
    ...topValues(texts.inline()).map(({ value, rows }) => ({ value: shown(value, context), rows })),
  ];
  // Numbers and texts are each in order; a stable sort by rows keeps it.
  return tops.sort((a, b) => b.rows - a.rows).slice(0, 10);
}

function textFacts({ texts }: ColumnCounter, context: ColumnContext): TextFacts | null {
  let longest: string | null = null;
  let shortest_characters = Number.POSITIVE_INFINITY;
  for (const text of texts.inline().keys()) {
    if (text.length < shortest_characters) shortest_characters = text.length;
    if (
      longest === null ||
      text.length > longest.length ||
      (text.length === longest.length && text < longest)
    )
      longest = text;
  }
  if (longest === null) return null;
  return {
    rows: texts.rows,
    distinct_values: texts.distinct,
    shortest_characters,
    longest_characters: longest.length,
    longest: shown(longest, context),
  };
}

function breakFacts({ breaks }: ColumnCounter, context: ColumnContext): BreakFacts[] {
  return [...breaks]
    .map(([code, { rows, examples }]) => ({
      code,
      rows,
      rejects: context.rejects,
      examples: examples.map(({ value, ...place }) => ({
        ...place,
        value: value === null ? null : shown(value, context),
      })),
    }))
    .sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
}

/** A text as a report may show it: null where it may name a person, cut where it is long. */
function shown(text: string, { masked, mask }: ColumnContext): string | null {
  // A number cannot be a name.
  if (masked && !/^[\d.,:T+-]+$/.test(text)) return null;
  const whole = mask.show(text);
  if (whole === null) return null;
  return whole.length > longestShown ? `${whole.slice(0, longestShown - 1).toWellFormed()}…` : whole;
}
