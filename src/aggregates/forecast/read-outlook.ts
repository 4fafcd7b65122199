import type { ClientBase } from 'pg';
import { yearDays } from '../../contract/factory/index.js';
import { FinishDays, type Outlook, outlookOf } from './output.js';
import { epoch, readPastOrders } from './past-orders.js';
import { firstDayOf } from './record-backtest.js';

/** The outlook of the published state. */
export interface ReadOutlook extends Outlook {
  /** Finishes of each product in the year up to the day. */
  readonly finishesOfProduct: ReadonlyMap<number, number>;
}

/** All orders are read, for the season is told from years before. */
export async function readOutlook(client: Pick<ClientBase, 'query'>): Promise<ReadOutlook> {
  const { rows } = await client.query<{ day: number }>(
    `SELECT as_of::date - ${epoch} AS day FROM publication`,
  );
  const { day } = rows[0]!;
  const orders = await readPastOrders(client, null);
  const outlook = outlookOf(orders, new FinishDays(orders, day), day, firstDayOf(orders, day));
  const finishesOfProduct = new Map<number, number>();
  for (const { product, finished } of orders)
    if (product !== null && finished !== null && finished < day && finished >= day - yearDays)
      finishesOfProduct.set(product, (finishesOfProduct.get(product) ?? 0) + 1);
  return { ...outlook, finishesOfProduct };
}
