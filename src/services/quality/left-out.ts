import { noFamily } from '../../contract/factory/index.js';
import type { Support } from '../../evidence/index.js';
import { excluding } from '../answer/excluding.js';
import { sqlFile } from '../answer/sql-file.js';
import type { Context } from '../service.js';
import type { Asked, LinesAsked } from './asked.js';
import { daysQuery, isOf, isWithin, type QualityDay, readDays } from './days.js';

const leftOutQuery = sqlFile(import.meta.url, 'left-out.sql', { prepared: true });

const unlistedQuery = sqlFile(import.meta.url, 'unlisted-orders.sql', { prepared: true });

const withoutSeverityQuery = sqlFile(import.meta.url, 'lines-without-severity.sql');

/** What `qualityLeftOut` and `linesLeftOut` ask. */
export const leftOutQueries = [leftOutQuery, daysQuery, unlistedQuery, withoutSeverityQuery];

interface Counts {
  readonly mould_lines: number;
  readonly passed_lines: number;
  readonly lines_before_inspection: number;
  readonly finished_without_inspection: number;
  readonly defects_without_family: number;
  readonly orders_without_family: number;
}

/**
 * The rows that the question could not use: lines that are no defects of the boat, lines of boats that have not passed
 * their first inspection, boats that finished without one, and what has no known family where one family is asked for. Where
 * orders are counted (`ofOrders`), those that no sheet lists, too.
 */
export async function qualityLeftOut(
  context: Context,
  asked: Asked,
  { ofOrders = false, ofAllClasses = true } = {},
): Promise<Support['rows_excluded']> {
  const mayBeOfIt = asked.familia !== null && asked.familia !== noFamily;
  const counts = await countsOf(context, asked);
  return excluding({
    'linhas de erro sobre o estado do molde': ofAllClasses ? counts.mould_lines : 0,
    'linhas de controlo que passaram': ofAllClasses ? counts.passed_lines : 0,
    'linhas de erro de barcos que ainda não passaram a primeira inspeção (desmolde, ou controlo final onde não o há)':
      counts.lines_before_inspection,
    ...(ofOrders
      ? { 'barcos acabados sem a primeira inspeção registada': counts.finished_without_inspection }
      : {}),
    'defeitos de barcos cuja família não se conhece': mayBeOfIt ? counts.defects_without_family : 0,
    'barcos cuja família não se conhece': mayBeOfIt ? counts.orders_without_family : 0,
    ...(ofOrders ? await unlistedOrders(context, asked) : {}),
  });
}

/**
 * The same if lines are filtered. Lines of classes and texts that were not asked for are not named as left out. If a
 * severity is asked for, lines without one are named, because they may have it.
 */
export async function linesLeftOut(
  context: Context,
  asked: LinesAsked,
  { ofOrders = false } = {},
): Promise<Support['rows_excluded']> {
  const ofAllClasses =
    !asked.classes.some((one) => one === 'MOULD' || one === 'PASSED') && asked.classes.length > 1;
  const leftOut = await qualityLeftOut(context, asked, { ofOrders, ofAllClasses });
  if (asked.gravidade === null) return leftOut;
  const [found] = await withoutSeverityQuery.rows<{ lines: number }>(context.client, {
    ...asked,
  });
  return [...leftOut, ...excluding({ 'linhas de erro sem gravidade': found!.lines })];
}

/** Of all products they are counted from the days that are remembered; of one there are few rows, which are read. */
async function countsOf(context: Context, asked: Asked): Promise<Counts> {
  if (asked.produto_id !== null) {
    const [counts] = await leftOutQuery.rows<Counts & Record<string, number>>(context.client, { ...asked });
    return counts!;
  }
  const families = asked.familia === null ? null : [asked.familia, noFamily];
  const counts = { ...nothing };
  for (const one of await readDays(context)) {
    if (!hasLeftOut(one) || !isOf(one, asked, families) || !isWithin(one, asked)) continue;
    if (one.familia === noFamily) {
      counts.defects_without_family += one.defects;
      counts.orders_without_family += one.boats;
    }
    if (asked.familia !== null && one.familia !== asked.familia) continue;
    counts.mould_lines += one.mould_lines;
    counts.passed_lines += one.passed_lines;
    counts.lines_before_inspection += one.lines_without_inspection;
    counts.finished_without_inspection += one.finished_without_inspection;
  }
  return counts;
}

const nothing = {
  mould_lines: 0,
  passed_lines: 0,
  lines_before_inspection: 0,
  finished_without_inspection: 0,
  defects_without_family: 0,
  orders_without_family: 0,
};

/** Most days have boats and defects of known families only. */
function hasLeftOut(one: QualityDay): boolean {
  const lines = one.mould_lines + one.passed_lines + one.lines_without_inspection;
  return one.familia === noFamily || lines + one.finished_without_inspection > 0;
}

async function unlistedOrders(
  { client, remember }: Context,
  { from, to }: Asked,
): Promise<Record<string, number>> {
  const orders = await remember('quality.unlisted_orders', () =>
    unlistedQuery.rows<{ demould_day: string }>(client),
  );
  const within = orders.filter(
    ({ demould_day: day }) => (from === null || day >= from) && (to === null || day <= to),
  );
  return { 'ordens desmoldadas que a folha OrdensFabrico não tem': within.length };
}
