import { day, type Minute, weekday } from '../time.js';

/** How much of a usual day is worked on each day of the week, Monday first; nobody works on Sundays. */
const weekdayShare = [0.92, 0.9, 1.03, 1.08, 1.28, 0.79, 0] as const;

/** Month and day of the holidays that do not move, as month x 100 + day. */
const holidays: ReadonlySet<number> = new Set([101, 425, 501, 610, 815, 1005, 1101, 1201, 1208, 1225]);

/** The factory is closed for the middle of August and between Christmas and the new year. */
const closures = [
  [809, 821],
  [1224, 1231],
] as const;

/** The share of a usual day that is worked on this one; 0 where the factory is closed. */
export function workShare(at: Minute): number {
  const date = monthDay(at);
  if (holidays.has(date)) return 0;
  for (const [first, last] of closures) if (date >= first && date <= last) return 0;
  return weekdayShare[weekday(at)] ?? 0;
}

function monthDay(at: Minute): number {
  const date = new Date((Math.floor(at / day) - 25_569) * 86_400_000);
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
