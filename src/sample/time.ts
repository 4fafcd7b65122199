import { fileFailure } from '../platform/errors/file.js';

/**
 * Moments are whole minutes since Excel's day zero, in the factory's local time: exact in a double, and a serial
 * is one division away. The ERP keeps no seconds.
 */
export type Minute = number;

export const day: Minute = 1440;

/** Something that never happens. */
export const never: Minute = Number.POSITIVE_INFINITY;

const excelZeroMs = Date.UTC(1899, 11, 30);

export function minuteOf(year: number, month: number, dayOfMonth: number): Minute {
  return (Date.UTC(year, month - 1, dayOfMonth) - excelZeroMs) / 60_000;
}

export function startOfDay(at: Minute): Minute {
  return Math.floor(at / day) * day;
}

/** 0 is Monday. Excel's day 2 was a Monday. */
export function weekday(at: Minute): number {
  return (Math.floor(at / day) + 5) % 7;
}

/** 1 to 12. */
export function monthOf(at: Minute): number {
  return dateOf(at).getUTCMonth() + 1;
}

/** The same clock time so many months later or earlier: how a month is mistyped. */
export function addMonths(at: Minute, months: number): Minute {
  const date = dateOf(at);
  date.setUTCMonth(date.getUTCMonth() + months);
  return Math.round((date.getTime() - excelZeroMs) / 60_000);
}

/** `2023-04-30 08:15:00`, as a tool that exports text writes it. */
export function isoText(at: Minute): string {
  return dateOf(at).toISOString().slice(0, 19).replace('T', ' ');
}

const asOfPattern = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?$/;

/** A day alone means its six o'clock in the evening, when the factory exports. */
export function parseSampleAsOf(text: string): { cut: Minute; local: string } {
  const parts = asOfPattern.exec(text);
  const local = parts?.[4] === undefined ? `${text}T18:00:00` : text;
  const at = new Date(`${local}Z`);
  // A day that does not exist (31 April) rolls over or fails: either way it does not come back as it went in.
  if (!parts || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 19) !== local) {
    throw fileFailure('BAD_AS_OF', { text, future: false });
  }
  return { cut: (at.getTime() - excelZeroMs) / 60_000, local };
}

/** The factory's local time as the UTC instant that a workbook's properties hold. */
export function lisbonToUtc(local: string): string {
  const asUtcMs = Date.parse(`${local}Z`);
  const instant = new Date(asUtcMs - lisbonOffsetMs(asUtcMs));
  return `${instant.toISOString().slice(0, 19)}Z`;
}

function lisbonOffsetMs(utcMs: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Lisbon',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).formatToParts(utcMs);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const wallMs = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wallMs - utcMs;
}

function dateOf(at: Minute): Date {
  return new Date(excelZeroMs + at * 60_000);
}
