import { noFamily, phase } from '../../contract/factory/index.js';
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
  const days = (await readDays(context)).filter((one) => isWithin(one, asked) && isOf(one, asked, families));
  const own = asked.familia === null ? days : days.filter(({ familia }) => familia === asked.familia);
  const unknown = days.filter(({ familia }) => familia === noFamily);
  return {
    mould_lines: sum(own, 'mould_lines'),
    passed_lines: sum(own, 'passed_lines'),
    lines_before_inspection: sum(own, 'lines_without_inspection'),
    finished_without_inspection: sum(own, 'finished_without_inspection'),
    defects_without_family: sum(unknown, 'defects'),
    orders_without_family: sum(unknown, 'boats'),
  };
}

type Counted =
  | 'boats'
  | 'defects'
  | 'mould_lines'
  | 'passed_lines'
  | `${'lines' | 'finished'}_without_inspection`;

function sum(days: readonly QualityDay[], name: Counted): number {
  return days.reduce((total, { [name]: count }) => total + count, 0);
}

async function unlistedOrders(
  { client, remember }: Context,
  { from, to }: Asked,
): Promise<Record<string, number>> {
  const orders = await remember('quality.unlisted_orders', () =>
    unlistedQuery.rows<{ demould_day: string }>(client, { demould: phase.demould }),
  );
  const within = orders.filter(
    ({ demould_day: day }) => (from === null || day >= from) && (to === null || day <= to),
  );
  return { 'ordens desmoldadas que a folha OrdensFabrico não tem': within.length };
}
