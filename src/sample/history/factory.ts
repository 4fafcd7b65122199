import { makeModels } from '../catalogue/models.js';
import { makePeople, type People } from '../catalogue/people.js';
import { type Floor, runFloor } from '../floor/floor.js';
import { Weighted } from '../random.js';
import type { Minute } from '../time.js';
import { type Calendar, type HistorySize, makeCalendar } from './calendar.js';
import type { Catalogue } from './sales.js';

/** What all orders of a history have in common. */
export interface Factory extends Catalogue {
  readonly cut: Minute;
  readonly calendar: Calendar;
  readonly people: People;
  readonly floor: Floor;
  /** Far above the oldest order, so that ids grow with time and stay positive. */
  readonly topIndex: number;
}

export function makeFactory(size: HistorySize, cut: Minute): Factory {
  const models = makeModels(size.seed);
  // One boat sells as many as the next five; behind it the sales thin out, and every model is ordered in five years.
  const weights = models.bySales.map((_, rank) => (rank === 0 ? 0.168 : (rank + 12) ** -1.2));
  const calendar = makeCalendar(size, cut);
  const catalogue: Catalogue = { size, models, sales: new Weighted(weights) };
  return {
    ...catalogue,
    cut,
    calendar,
    people: makePeople(size.seed),
    floor: runFloor(catalogue, calendar, cut),
    topIndex: Math.ceil(size.orders * 1.25) + 20_000,
  };
}
