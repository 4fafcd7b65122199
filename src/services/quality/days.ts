import { sqlFile } from '../answer/sql-file.js';
import type { Context } from '../service.js';
import type { Asked } from './asked.js';

export const daysQuery = sqlFile(import.meta.url, 'days.sql', { prepared: true });

/** One day, family and kind of route; without a day: what has none that can be trusted. */
export interface QualityDay {
  readonly day: string | null;
  /** The Monday of its week. */
  readonly week: string | null;
  readonly familia: string;
  readonly first_inspection: number;
  readonly boats: number;
  readonly defects: number;
  readonly mould_lines: number;
  readonly passed_lines: number;
  readonly lines_without_inspection: number;
  readonly finished_without_inspection: number;
}

/** Every day there is: some thousand rows, to which most questions about all products go back, and which stay as long as the data do. */
export async function readDays({ client, remember }: Context): Promise<readonly QualityDay[]> {
  return await remember('quality.days', () => daysQuery.rows<QualityDay & Record<string, unknown>>(client));
}

type Dated = QualityDay & { readonly day: string; readonly week: string };

/** The same by the month or week of the day, without what has no day; by the first day of each. */
export async function daysByPeriod(
  context: Context,
  bucket: 'month' | 'week',
): Promise<ReadonlyMap<string, readonly Dated[]>> {
  const days = await readDays(context);
  return await context.remember(`quality.days by ${bucket}`, async () =>
    groupedBy(days.filter(isDated), bucket),
  );
}

function isDated(one: QualityDay): one is Dated {
  return one.day !== null;
}

/** Of days in any order. */
export function groupedBy<D extends Pick<Dated, 'day' | 'week'>>(
  days: readonly D[],
  bucket: 'month' | 'week',
): ReadonlyMap<string, readonly D[]> {
  const groups = new Map<string, D[]>();
  for (const one of days) {
    const start = bucket === 'week' ? one.week : `${one.day.slice(0, 7)}-01`;
    const group = groups.get(start);
    if (group === undefined) groups.set(start, [one]);
    else group.push(one);
  }
  return groups;
}

/** Whether it is of the kind of route that is asked for, and of one of these families; null: of all. */
export function isOf(
  one: QualityDay,
  { first_inspection }: Asked,
  families: readonly string[] | null,
): boolean {
  return (
    (first_inspection === null || one.first_inspection === first_inspection) &&
    (families === null || families.includes(one.familia))
  );
}

/** A day without a date is of any period. */
export function isWithin(
  { day }: Pick<QualityDay, 'day'>,
  { from, to }: Pick<Asked, 'from' | 'to'>,
): boolean {
  return day === null || ((from === null || day >= from) && (to === null || day <= to));
}
