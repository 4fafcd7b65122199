/**
 * The notations of a moment that are read. All of them are wall-clock times of the factory: a zone is dropped and the
 * clock stays as written, for programs that write `Z` behind a plain date of Excel are more common than any that mean it.
 */
const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})([.,]\d+)?)?(?: ?(?:Z|[+-]\d{2}(?::?\d{2})?))?|Z|[+-]\d{2}:\d{2})?$/i;

/** The factory's own: `dd/mm/aaaa`, alone or with `hh:mm[:ss]`; never without its zeros, as Americans write dates. */
const dayFirst = /^(\d{2})\/(\d{2})\/(\d{4})(?: (\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** Three numbers that may be a date in some notation. */
const anyDate = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?!\d)(.*)$/s;

/**
 * `YYYY-MM-DDTHH:MM:SS`, rounded to the second, of a text in ISO 8601: with `T` or a space, without a clock, with fractions
 * of a second, with a zone. Null where it is none, or no possible moment.
 */
export function readIso(text: string): string | null {
  const found = iso.exec(text);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, fraction] = found;
  const moment = momentOf(year!, month!, day!, hour, minute, second);
  if (moment === null) return null;
  if (Number((fraction ?? '0').replace(',', '.')) >= 0.5) moment.setUTCSeconds(moment.getUTCSeconds() + 1);
  return moment.toISOString().slice(0, 19);
}

/** The same of a text in the factory's own notation, read day first. */
export function readDayFirst(text: string): string | null {
  const found = dayFirst.exec(text);
  if (found === null) return null;
  const [, day, month, year, hour, minute, second] = found;
  return momentOf(year!, month!, day!, hour, minute, second)?.toISOString().slice(0, 19) ?? null;
}

/**
 * Whether a text that is in neither notation is a date all the same, and one that does not read day first: year or month
 * stand first, or its clock has am and pm. A day that does not exist (`31/02/2023`) is a typing error, and says nothing
 * of the others.
 */
export function isOtherOrder(text: string): boolean {
  const found = anyDate.exec(text);
  if (found === null) return false;
  const [, first, , second, third, rest] = found;
  const [a, b] = [Number(first), Number(second)];
  if (first!.length > 2) return b <= 12 && Number(third) <= 31;
  if (/\d\s*[ap]\.?\s?m/i.test(rest!)) return true;
  return b > 12 && b <= 31 && a >= 1 && a <= 12;
}

function momentOf(year: string, month: string, day: string, ...clock: (string | undefined)[]): Date | null {
  const [hour, minute, second] = clock.map((part) => Number(part ?? 0)) as [number, number, number];
  if (hour >= 24 || minute >= 60 || second >= 60) return null;
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), hour, minute, second));
  // Date.UTC takes years below 100 for 19xx and lets 30 February through: only what comes back unchanged is a date.
  return moment.toISOString().slice(0, 10) === `${year}-${month}-${day}` ? moment : null;
}
