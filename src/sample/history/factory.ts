import { type Models, makeModels } from '../catalogue/models.js';
import { makePeople, type People } from '../catalogue/people.js';
import { Weighted } from '../random.js';
import type { Minute } from '../time.js';
import { type Calendar, type HistorySize, makeCalendar } from './calendar.js';

/** What all orders of a history have in common. */
export interface Factory {
  readonly size: HistorySize;
  readonly cut: Minute;
  readonly calendar: Calendar;
  readonly people: People;
  readonly models: Models;
  /** Positions in `models.bySales`. */
  readonly sales: Weighted;
  /** Far above the oldest order, so that ids grow with time and stay positive. */
  readonly topIndex: number;
}

export function makeFactory(size: HistorySize, cut: Minute): Factory {
  const models = makeModels(size.seed);
  // One boat sells as many as the next five; behind it the sales thin out, and every model is ordered in five years.
  const weights = models.bySales.map((_, rank) => (rank === 0 ? 0.168 : (rank + 12) ** -1.2));
  return {
    size,
    cut,
    calendar: makeCalendar(size, cut),
    people: makePeople(size.seed),
    models,
    sales: new Weighted(weights),
    topIndex: Math.ceil(size.orders * 1.25) + 20_000,
  };
}
