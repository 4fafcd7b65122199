import { currentPhase, dueDayShown, isOrderAlive } from '../cut.js';
import type { Factory } from '../history/factory.js';
import { makeOrder, type OrderHistory } from '../history/order.js';
import { isPlaced } from '../quirks.js';
import { day } from '../time.js';
import { type FactoryFigures, measureFigures, type ShownOrder } from './figures.js';

/** The order as the dump at the factory's cut lists it. */
export function shownOrder({ cut, models }: Factory, order: OrderHistory): ShownOrder {
  const due = dueDayShown(order, cut);
  return {
    created: Math.floor(order.createdAt / day),
    finished: order.finishedAt <= cut ? Math.floor(order.finishTyped / day) : null,
    phaseId: currentPhase(order, cut),
    due: due === null ? null : due / day,
    rotomoulded: models.rotomoulded.has(order.productId),
  };
}

/** The figures of a factory, without writing its workbook. */
export function figuresOf(factory: Factory): FactoryFigures {
  const { calendar, cut } = factory;
  const orders: ShownOrder[] = [];
  for (let index = calendar.oldest; index >= calendar.newest; index--) {
    const order = makeOrder(factory, index);
    if (isOrderAlive(order, cut) && !isPlaced('unlisted', index)) orders.push(shownOrder(factory, order));
  }
  return measureFigures({ orders, today: Math.floor(cut / day) });
}
