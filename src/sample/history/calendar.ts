import { sampleFailure } from '../../platform/errors/sample.js';
import { changes, isKeptPlain, isPlaced } from '../quirks.js';
import { Random } from '../random.js';
import { addMonths, day, type Minute, minuteOf, monthOf, never, startOfDay, weekday } from '../time.js';

/** The moment at which a history of N orders shows N orders. Changing it changes every sample. */
export const anchorDay: Minute = minuteOf(2023, 4, 30);
export const anchor: Minute = anchorDay + 18 * 60;

export interface HistorySize {
  readonly orders: number;
  readonly seed: number;
}

/**
 * When every order was created. Orders are numbered backwards from the anchor: 0 is the last one created before
 * it, 1 the one before that, -1 the first one after it. So the numbers do not depend on where a dump is cut.
 */
export interface Calendar {
  /** The oldest order; every history starts with it. */
  readonly oldest: number;
  /** The newest order that exists at the cut; -1, -2 ... after the anchor. */
  readonly newest: number;
  readonly createdAt: (index: number) => Minute;
}

/** In days. A tenth of the factory in a tenth of its five years would have no history; in all of them, no bustle. */
function windowDays(orders: number): number {
  return Math.min(2000, Math.max(300, 2000 * (orders / 27_380) ** 0.6));
}

const weekdayFactor = [1.06, 1.42, 1.1, 1.22, 0.95, 0.22, 0.1];
const augustFactor = 0.45;

const farthestMonths = 36;

export function makeCalendar(size: HistorySize, cut: Minute): Calendar {
  if (cut > addMonths(anchor, farthestMonths))
    throw sampleFailure('AS_OF_TOO_LATE', { months: farthestMonths });
  const perDay = size.orders / windowDays(size.orders);
  const past = pastDays(size, perDay);
  const future = cut >= anchorDay + day ? futureDays(size, perDay, cut) : [];
  const createdAt = (index: number) => (index >= 0 ? past[index] : future[-index - 1]) as Minute;
  let newest = -future.length;
  while (newest < past.length && createdAt(newest) > cut) newest++;
  return { oldest: past.length - 1, newest, createdAt };
}

/** Creation days of orders 0, 1, 2 ... until enough of them are alive at the anchor. */
function pastDays(size: HistorySize, perDay: number): Minute[] {
  const days: Minute[] = [];
  let alive = 0;
  for (let at = anchorDay; alive < size.orders; at -= day) {
    for (let left = ordersOn(size, perDay, at); left > 0 && alive < size.orders; left--) {
      if (isListedAt(size, days.length, at, anchor)) alive++;
      days.push(at);
    }
  }
  return days;
}

/** Creation days of orders -1, -2, -3 ... */
function futureDays(size: HistorySize, perDay: number, cut: Minute): Minute[] {
  const days: Minute[] = [];
  for (let at = anchorDay + day; at <= cut; at += day)
    for (let left = ordersOn(size, perDay, at); left > 0; left--) days.push(at);
  return days;
}

function ordersOn({ seed }: HistorySize, perDay: number, at: Minute): number {
  const random = new Random(seed, 303, at / day);
  const season = (monthOf(at) === 8 ? augustFactor : 1.05) * (weekdayFactor[weekday(at)] ?? 1);
  // Orders come in batches: a club's order, a dealer's container.
  const bustle = random.chance(0.025) ? random.between(3, 7) : 0.35 + random.exponential(0.55);
  return Math.floor(perDay * season * bustle + random.next());
}

/** When an order was deleted in the ERP, with all its rows. Known without making the order. */
export function vanishesAt({ seed, orders }: HistorySize, index: number, createdAt: Minute): Minute {
  const random = new Random(seed, 404, index);
  if (!random.chance(changes.orderVanishes) || isKeptPlain(index, orders)) return never;
  return startOfDay(createdAt) + random.between(3, 150) * day + random.between(500, 1000);
}

/** Whether the orders' sheet of a dump has the order. */
export function isListedAt(size: HistorySize, index: number, createdAt: Minute, cut: Minute): boolean {
  return !isPlaced('unlisted', index) && cut < vanishesAt(size, index, createdAt);
}
