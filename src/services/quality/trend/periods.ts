import { lastOfMonth } from '../../answer/months.js';
import { sqlFile } from '../../answer/sql-file.js';
import { daysBefore } from '../../answer/window.js';
import type { Context } from '../../service.js';
import type { LinesAsked } from '../asked.js';
import { daysByPeriod, groupedBy, isOf, isWithin, type QualityDay } from '../days.js';

const linesQuery = sqlFile(import.meta.url, 'trend.sql');
const productQuery = sqlFile(import.meta.url, 'product-days.sql', { prepared: true });

export const periodQueries = [linesQuery, productQuery];

export type Bucket = 'month' | 'week';

/** A month or week; `in_*` counts only what lies between from and to. */
export interface TrendPeriod {
  readonly start: string;
  readonly end: string;
  readonly orders: number;
  readonly defects: number;
  readonly in_orders: number;
  readonly in_defects: number;
  readonly mould_lines: number;
  readonly passed_lines: number;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Day = Pick<QualityDay, 'boats' | 'defects' | 'mould_lines' | 'passed_lines'> & {
  readonly day: string;
  readonly week: string;
};

/** Boats past their first inspection and their error lines, from the first period to the last in which there is any or that is asked for. */
export async function readPeriods(
  context: Context,
  asked: LinesAsked,
  bucket: Bucket,
): Promise<TrendPeriod[]> {
  const ofSomeLines = asked.by_line || asked.fase_id !== null;
  const found = new Map<string, Writable<TrendPeriod>>();
  for (const [start, days] of await boatDays(context, asked, bucket)) {
    const period = emptyPeriod(start, bucket);
    // Only of a period that from or to cuts are the days looked at one by one.
    const [isInside, isOutside] = [isWhole(period, asked), !overlaps(period, asked)];
    for (const one of days)
      addDay(period, one, ofSomeLines ? 0 : one.defects, isInside || (!isOutside && isWithin(one, asked)));
    if (period.orders > 0 || period.defects > 0) found.set(start, period);
  }
  if (ofSomeLines) await addLines(found, { context, asked, bucket });
  return filled(found, bucket);
}

async function boatDays(
  context: Context,
  asked: LinesAsked,
  bucket: Bucket,
): Promise<ReadonlyMap<string, readonly Day[]>> {
  const { produto_id, familia, first_inspection } = asked;
  if (produto_id !== null) {
    const days = await productQuery.rows<Day & Record<string, unknown>>(context.client, {
      produto_id,
      familia,
      first_inspection,
    });
    return groupedBy(days, bucket);
  }
  const families = familia === null ? null : [familia];
  const all = await daysByPeriod(context, bucket);
  if (families === null && first_inspection === null) return all;
  return new Map([...all].map(([start, days]) => [start, days.filter((one) => isOf(one, asked, families))]));
}

function addDay(period: Writable<TrendPeriod>, one: Day, defects: number, isInside: boolean): void {
  if (one.boats === 0 && defects === 0) return;
  period.orders += one.boats;
  period.defects += defects;
  if (!isInside) return;
  period.in_orders += one.boats;
  period.in_defects += defects;
  period.mould_lines += one.mould_lines;
  period.passed_lines += one.passed_lines;
}

interface Reading {
  readonly context: Context;
  readonly asked: LinesAsked;
  readonly bucket: Bucket;
}

/** Whole periods first; those that from or to cuts are read again, by the days that are inside. */
async function addLines(found: Map<string, Writable<TrendPeriod>>, reading: Reading): Promise<void> {
  const { asked, bucket } = reading;
  for (const { start, lines } of await readLines(reading, { from: null, to: null, grain: grainOf(bucket) })) {
    const period = periodOf(found, start, bucket);
    period.defects += lines;
    if (isWhole(period, asked)) period.in_defects += lines;
  }
  for (const cut of cutDays(asked, bucket))
    for (const { start, lines } of await readLines(reading, { ...cut, grain: 'day' }))
      periodOf(found, start, bucket).in_defects += lines;
}

/** Sums are kept by day and month; a week is made of its days. */
function grainOf(bucket: Bucket): 'day' | 'month' {
  return bucket === 'month' ? 'month' : 'day';
}

interface Range {
  readonly from: string | null;
  readonly to: string | null;
  readonly grain: 'day' | 'month';
}

async function readLines(
  { context, asked, bucket }: Reading,
  range: Range,
): Promise<readonly { readonly start: string; readonly lines: number }[]> {
  return await linesQuery.rows<{ start: string; lines: number }>(context.client, {
    ...asked,
    bucket,
    ...range,
  });
}

/** The days inside of the periods that from and to cut; one period may be cut by both. */
function cutDays({ from, to }: LinesAsked, bucket: Bucket): { from: string; to: string }[] {
  if (from !== null && to !== null && startOf(from, bucket) === startOf(to, bucket)) {
    const isCut = from !== startOf(from, bucket) || to !== endOf(startOf(to, bucket), bucket);
    return isCut ? [{ from, to }] : [];
  }
  const first =
    from === null || from === startOf(from, bucket)
      ? []
      : [{ from, to: endOf(startOf(from, bucket), bucket) }];
  const last =
    to === null || to === endOf(startOf(to, bucket), bucket) ? [] : [{ from: startOf(to, bucket), to }];
  return [...first, ...last];
}

function overlaps({ start, end }: TrendPeriod, { from, to }: LinesAsked): boolean {
  return (from === null || end >= from) && (to === null || start <= to);
}

function isWhole({ start, end }: TrendPeriod, { from, to }: LinesAsked): boolean {
  return (from === null || start >= from) && (to === null || end <= to);
}

function periodOf(
  found: Map<string, Writable<TrendPeriod>>,
  start: string,
  bucket: Bucket,
): Writable<TrendPeriod> {
  const known = found.get(start);
  if (known !== undefined) return known;
  const made = emptyPeriod(start, bucket);
  found.set(start, made);
  return made;
}

function emptyPeriod(start: string, bucket: Bucket): Writable<TrendPeriod> {
  const counts = { orders: 0, defects: 0, in_orders: 0, in_defects: 0, mould_lines: 0, passed_lines: 0 };
  return { start, end: endOf(start, bucket), ...counts };
}

/** With the periods between them in which there is nothing. */
function filled(found: Map<string, Writable<TrendPeriod>>, bucket: Bucket): TrendPeriod[] {
  const known = [...found.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
  return known.flatMap((one, at) => {
    const following = known[at + 1];
    const between: TrendPeriod[] = [];
    let start = following === undefined ? null : dayAfter(one.end);
    while (start !== null && start < following!.start) {
      const empty = emptyPeriod(start, bucket);
      between.push(empty);
      start = dayAfter(empty.end);
    }
    return [one, ...between];
  });
}

/** The first of its month, or the Monday of its week. */
function startOf(day: string, bucket: Bucket): string {
  if (bucket === 'month') return `${day.slice(0, 7)}-01`;
  return daysBefore(day, (new Date(day).getUTCDay() + 6) % 7)!;
}

function endOf(start: string, bucket: Bucket): string {
  return bucket === 'month' ? lastOfMonth(start) : daysBefore(start, -6)!;
}

function dayAfter(day: string): string {
  return daysBefore(day, -1)!;
}
