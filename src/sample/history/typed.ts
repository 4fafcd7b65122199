import { isPlaced, isTyped2032 } from '../quirks.js';
import { addMonths, day, type Minute, minuteOf, never } from '../time.js';
import { anchor } from './calendar.js';

/** The phase of such an order whose start was typed wrong; the third, for the first two may be waiting. */
const mistypedPosition = 2;

/** What was typed for a start: the year 2032 once in a history, and years ahead in a few more. */
export function typedStart(index: number, orders: number, position: number, start: Minute): Minute {
  if (position !== mistypedPosition || start === never) return start;
  if (isTyped2032(index, orders)) return minuteOf(2032, 1, 1) + (start % (200 * day));
  if (!isPlaced('futureStart', index)) return start;
  let typed = start;
  while (typed <= anchor) typed = addMonths(typed, 12);
  return typed;
}
