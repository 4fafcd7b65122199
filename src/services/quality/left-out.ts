import { noFamily, phase } from '../../contract/factory/index.js';
import type { Support } from '../../evidence/index.js';
import { excluding } from '../answer/excluding.js';
import { type Queryable, sqlFile } from '../answer/sql-file.js';
import type { Asked, LinesAsked } from './asked.js';

const leftOutQuery = sqlFile(import.meta.url, 'left-out.sql', { prepared: true });

const unlistedQuery = sqlFile(import.meta.url, 'unlisted-orders.sql', { prepared: true });

const withoutSeverityQuery = sqlFile(import.meta.url, 'lines-without-severity.sql');

/** What `qualityLeftOut` and `linesLeftOut` ask. */
export const leftOutQueries = [leftOutQuery, unlistedQuery, withoutSeverityQuery];

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
  client: Queryable,
  asked: Asked,
  { ofOrders = false, ofAllClasses = true } = {},
): Promise<Support['rows_excluded']> {
  const mayBeOfIt = asked.familia !== null && asked.familia !== noFamily;
  const [counts] = await leftOutQuery.rows<Counts & Record<string, number>>(client, { ...asked });
  return excluding({
    'linhas de erro sobre o estado do molde': ofAllClasses ? counts!.mould_lines : 0,
    'linhas de controlo que passaram': ofAllClasses ? counts!.passed_lines : 0,
    'linhas de erro de barcos que ainda não passaram a primeira inspeção (desmolde, ou controlo final onde não o há)':
      counts!.lines_before_inspection,
    ...(ofOrders
      ? { 'barcos acabados sem a primeira inspeção registada': counts!.finished_without_inspection }
      : {}),
    'defeitos de barcos cuja família não se conhece': mayBeOfIt ? counts!.defects_without_family : 0,
    'barcos cuja família não se conhece': mayBeOfIt ? counts!.orders_without_family : 0,
    ...(ofOrders ? await unlistedOrders(client, asked) : {}),
  });
}

/**
 * The same where lines are told apart: who asks for one class or one text asks for nothing of the others, and a line
 * without a severity may be of the one that is asked for.
 */
export async function linesLeftOut(
  client: Queryable,
  asked: LinesAsked,
  { ofOrders = false } = {},
): Promise<Support['rows_excluded']> {
  const ofAllClasses =
    !asked.classes.some((one) => one === 'MOULD' || one === 'PASSED') && asked.classes.length > 1;
  const leftOut = await qualityLeftOut(client, asked, { ofOrders, ofAllClasses });
  if (asked.gravidade === null) return leftOut;
  const [found] = await withoutSeverityQuery.rows<{ lines: number }>(client, { ...asked });
  return [...leftOut, ...excluding({ 'linhas de erro sem gravidade': found!.lines })];
}

async function unlistedOrders(client: Queryable, { from, to }: Asked): Promise<Record<string, number>> {
  const [found] = await unlistedQuery.rows<{ unlisted_orders: number }>(client, {
    from,
    to,
    demould: phase.demould,
  });
  return { 'ordens desmoldadas que a folha OrdensFabrico não tem': found!.unlisted_orders };
}
