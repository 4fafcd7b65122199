/** Days from 1970-01-01 back to serial 0: of the 1900 system after its phantom day, and of the 1904 system. */
const zero1900 = -25_569;
const zero1904 = -24_107;
/** Excel takes 1900 for a leap year: serial 60 is a 29th of February that never was, and all before are one off. */
const phantomSerial = 60;
const secondsOfDay = 86_400;
/** 9999-12-31, in days from 1970-01-01. */
const lastDay = 2_932_896;
const noDay = lastDay + 1;

const isoBytes = 19;
const dayBytes = 11;
/** Days of a workbook repeat: their text is kept, at the place that the day's last bits give. */
const slots = 4096;
const slotDay = new Int32Array(slots).fill(0x7fff_ffff);
const slotText = Buffer.alloc(slots * dayBytes);
/** `00` to `99`. */
const pairs = Buffer.from(Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0')).join(''));

/** Serial split in whole days and seconds; set by the two readers below. */
let days = 0;
let seconds = 0;

/**
 * Writes the ISO form `YYYY-MM-DDTHH:MM:SS` of a serial that is given as text, rounded to the second, and returns the
 * position after it; -1 if it is no date up to the year 9999, and then nothing may be relied on in `out`.
 *
 * In the 1900 system serial 1 is 1900-01-01, a time alone (below 1) falls on 1899-12-31, and serial 60 is no date: it
 * is Excel's phantom 29th of February 1900. Negative serials are no dates, as in Excel.
 */
export function writeSerialDate(
  out: Buffer,
  at: number,
  bytes: Buffer,
  start: number,
  end: number,
  date1904: boolean,
): number {
  const day = dayOfSerial(bytes, start, end, date1904);
  if (day > lastDay || at + isoBytes > out.length) return -1;
  copyDay(out, at, day);
  const minutes = (seconds / 60) | 0;
  const hour = (minutes / 60) | 0;
  writePair(out, at + 11, hour);
  out[at + 13] = 0x3a;
  writePair(out, at + 14, minutes - hour * 60);
  out[at + 16] = 0x3a;
  writePair(out, at + 17, seconds - minutes * 60);
  return at + isoBytes;
}

/**
 * The moment of a serial in seconds since 1970-01-01T00:00:00, by the rules of `writeSerialDate`; NaN if it is no date.
 */
export function serialSeconds(bytes: Buffer, start: number, end: number, date1904: boolean): number {
  const day = dayOfSerial(bytes, start, end, date1904);
  return day > lastDay ? Number.NaN : day * secondsOfDay + seconds;
}

/** Days from 1970-01-01, with the time of that day left in `seconds`; beyond `lastDay` where it is no date. */
function dayOfSerial(bytes: Buffer, start: number, end: number, date1904: boolean): number {
  if (!splitPlain(bytes, start, end) && !splitAny(bytes, start, end)) return noDay;
  if (seconds >= secondsOfDay) {
    seconds -= secondsOfDay;
    days++;
  }
  if (date1904) return days + zero1904;
  if (days === phantomSerial) return noDay;
  return days + zero1900 + (days < phantomSerial ? 1 : 0);
}

/** Digits with at most one point between them: nearly every serial. */
function splitPlain(bytes: Buffer, start: number, end: number): boolean {
  let p = start;
  let whole = 0;
  while (p < end && bytes[p]! >= 0x30 && bytes[p]! <= 0x39) whole = whole * 10 + bytes[p++]! - 0x30;
  if (p === start || p - start > 8) return false;
  days = whole;
  seconds = 0;
  if (p === end) return true;
  if (bytes[p] !== 0x2e) return false;
  let fraction = 0;
  let scale = 1;
  for (p++; p < end; p++) {
    const c = bytes[p]! - 0x30;
    if (c < 0 || c > 9) return false;
    // What stands beyond the 15th place is far below a second.
    if (scale < 1e15) {
      fraction = fraction * 10 + c;
      scale *= 10;
    }
  }
  seconds = Math.round((fraction * secondsOfDay) / scale);
  return true;
}

const numberText = /^\+?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

function splitAny(bytes: Buffer, start: number, end: number): boolean {
  if (end - start > 400) return false;
  const text = bytes.toString('latin1', start, end).replace(/^-(?=[0.]*(?:[eE]|$))/, '');
  const serial = numberText.test(text) ? Number(text) : Number.NaN;
  if (!(serial < 1e8)) return false;
  days = Math.floor(serial);
  seconds = Math.round((serial - days) * secondsOfDay);
  return true;
}

function copyDay(out: Buffer, at: number, day: number): void {
  const slot = day & (slots - 1);
  const from = slot * dayBytes;
  if (slotDay[slot] !== day) {
    slotDay[slot] = day;
    slotText.write(`${new Date(day * 86_400_000).toISOString().slice(0, 10)}T`, from, 'latin1');
  }
  for (let index = 0; index < dayBytes; index++) out[at + index] = slotText[from + index]!;
}

function writePair(out: Buffer, at: number, value: number): void {
  out[at] = pairs[value * 2]!;
  out[at + 1] = pairs[value * 2 + 1]!;
}
