import { phase } from '../../aggregates/index.js';
import type { Support } from '../../evidence/index.js';
import { excluding } from '../answer/excluding.js';
import type { Given } from '../answer/given.js';
import { type Queryable, sqlFile } from '../answer/sql-file.js';

const leftOutQuery = sqlFile(import.meta.url, 'left-out.sql', { prepared: true });

const unlistedQuery = sqlFile(import.meta.url, 'unlisted-orders.sql', { prepared: true });

/** What `qualityLeftOut` asks. */
export const leftOutQueries = [leftOutQuery, unlistedQuery];

interface Counts {
  readonly dateless_defects: number;
  readonly defects_without_family: number;
  readonly orders_without_family: number;
}

/**
 * The rows that filters could not judge: errors without a day where days are asked for (`byDay`: always), and what has
 * no known family where families are told apart (`byFamily`: always). Where orders are counted (`ofOrders`), those that
 * no sheet lists, too: their errors count, they do not.
 */
export async function qualityLeftOut(
  client: Queryable,
  params: Given,
  { byDay = false, byFamily = false, ofOrders = false } = {},
): Promise<Support['rows_excluded']> {
  const dated = byDay || params.from !== null || params.to !== null;
  const familied = byFamily || params.familia !== null;
  const unlisted = ofOrders ? await unlistedOrders(client, params) : {};
  if (!dated && !familied) return excluding(unlisted);
  const [counts] = await leftOutQuery.rows<Counts & Record<string, number>>(client, { ...params });
  return excluding({
    'erros sem dia de confiança (só a criação da ordem, ou depois do momento do ficheiro)': dated
      ? counts!.dateless_defects
      : 0,
    'erros de ordens cuja família não se conhece': familied ? counts!.defects_without_family : 0,
    'ordens desmoldadas cuja família não se conhece': familied ? counts!.orders_without_family : 0,
    ...unlisted,
  });
}

async function unlistedOrders(client: Queryable, { from, to }: Given): Promise<Record<string, number>> {
  const [found] = await unlistedQuery.rows<{ unlisted_orders: number }>(client, {
    from,
    to,
    demould: phase.demould,
  });
  return { 'ordens desmoldadas que a folha OrdensFabrico não tem': found!.unlisted_orders };
}
