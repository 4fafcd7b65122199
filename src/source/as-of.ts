import { contractFailure } from '../platform/errors/contract.js';
import { fileFailure } from '../platform/errors/file.js';
import { localMoment } from '../platform/local-moment.js';
import type { ActiveDay } from './cells/index.js';

export type AsOfOrigin = 'flag' | 'workbook' | 'data';

export interface AsOf {
  /** The dump's own moment in the factory's local time, `YYYY-MM-DDTHH:MM:SS`. */
  readonly moment: string;
  readonly origin: AsOfOrigin;
}

const dayMs = 86_400_000;
/**
 * A gap of more days than this without any event, near the end, makes the events after it suspect, if they are few: at
 * most `fewOutliers`, or `fewOutliersShare` of all, whichever is more.
 */
const longestSilenceDays = 31;
/**
 * The most events behind a silence that are still taken for typing errors; `fewOutliersShare` of all, if that is more.
 */
const fewOutliers = 3;
const fewOutliersShare = 0.0005;
/** A shorter gap than that, of more days than this, suffices where it is at most `fewOutliers`: no factory comes back so slowly. */
const ordinarySilenceDays = 7;
/** The workbook's own time is believed up to this many days after the last event. */
const longestDelayDays = 31;

export interface AsOfInputs {
  /** `--as-of`, already as a moment. */
  readonly flag: string | null;
  /** The workbook's modified property, W3CDTF. */
  readonly modified: string | null;
  readonly activeDays: readonly ActiveDay[];
  readonly timeZone: string;
}

/**
 * When the dump was made: the flag, else the workbook's own modified time where it is plausible, else the latest
 * actual date after isolated outliers. Never the server's clock, planned dates or skills.
 */
export function decideAsOf({ flag, modified, activeDays, timeZone }: AsOfInputs): AsOf {
  if (flag !== null) return { moment: flag, origin: 'flag' };
  const written = modified === null ? null : momentOf(modified, timeZone);
  if (written !== null && isPlausible(written, activeDays)) return { moment: written, origin: 'workbook' };
  const lastEvent = latestEvent(activeDays);
  if (lastEvent !== null) return { moment: lastEvent, origin: 'data' };
  throw contractFailure('NO_CLOCK');
}

/**
 * The latest moment at which something happened. From the end, events behind a silence of more than 31 days are set
 * aside as typing errors while they are few (3, or 0.05 % of all) and at least ten times as many stand before them; up
 * to 3 of them also behind a silence of more than 7 days.
 */
export function latestEvent(activeDays: readonly ActiveDay[]): string | null {
  const total = eventsOn(activeDays);
  let end = activeDays.length;
  let setAside = 0;
  for (let place = activeDays.length - 1; place > 0; place--) {
    setAside += activeDays[place]!.count;
    if (!areFew(setAside, total)) break;
    const silenceDays = (Date.parse(activeDays[place]!.day) - Date.parse(activeDays[place - 1]!.day)) / dayMs;
    const longestDays = setAside <= fewOutliers ? ordinarySilenceDays : longestSilenceDays;
    if (silenceDays > longestDays) end = place;
  }
  return activeDays[end - 1]?.latest ?? null;
}

function eventsOn(days: readonly ActiveDay[]): number {
  return days.reduce((sum, day) => sum + day.count, 0);
}

/** So few of all that they may be typing errors. */
function areFew(events: number, total: number): boolean {
  return events <= Math.max(fewOutliers, total * fewOutliersShare) && total - events >= 10 * events;
}

/** Nothing happens after a file was written, but for dates that were mistyped; and nobody exports long after the last event. */
function isPlausible(written: string, activeDays: readonly ActiveDay[]): boolean {
  const before = activeDays.filter(({ latest }) => latest <= written);
  const total = eventsOn(activeDays);
  if (!areFew(total - eventsOn(before), total)) return false;
  const lastEvent = latestEvent(before);
  return (
    lastEvent === null || Date.parse(`${written}Z`) - Date.parse(`${lastEvent}Z`) <= longestDelayDays * dayMs
  );
}

/** A W3CDTF moment (`2023-04-30T17:00:00Z`) in the factory's local time; null where it is none. */
function momentOf(w3cdtf: string, timeZone: string): string | null {
  const instant = new Date(w3cdtf.trim());
  return Number.isNaN(instant.getTime()) ? null : localMoment(instant, timeZone);
}

/**
 * The moment of `--as-of`: `YYYY-MM-DD` (the end of that day) or `YYYY-MM-DDTHH:MM[:SS]`. Throws `BAD_AS_OF`.
 */
export function parseAsOf(text: string, now = new Date()): string {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?)?$/.exec(text.trim());
  if (found !== null) {
    const [, day, minutes, seconds] = found;
    const moment = `${day}T${minutes === undefined ? '23:59:59' : `${minutes}${seconds ?? ':00'}`}`;
    const parsed = new Date(`${moment}Z`);
    if (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(moment)) {
      mustHavePassed(parsed, moment, now);
      return moment;
    }
  }
  throw fileFailure('BAD_AS_OF', { text, future: false });
}

/** A dump of the future would make every later one look old. A day is left for time zones and the end of today. */
function mustHavePassed(moment: Date, text: string, now: Date): void {
  if (moment.getTime() <= now.getTime() + dayMs) return;
  throw fileFailure('BAD_AS_OF', { text: text.replace('T', ' '), future: true });
}
