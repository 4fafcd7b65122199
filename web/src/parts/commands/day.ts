import { dayNumber } from '../../words/format.ts';
import { fold } from './lexicon.ts';

/** The first letters of every month, in both languages: `mai` and `may` are the same one. */
const months = [
  'jan',
  'fev feb',
  'mar',
  'abr apr',
  'mai may',
  'jun',
  'jul',
  'ago aug',
  'set sep',
  'out oct',
  'nov',
  'dez dec',
];

function monthOf(text: string): number {
  const three = fold(text).slice(0, 3);
  return months.findIndex((names) => names.split(' ').includes(three)) + 1;
}

/**
 * `19 mai`, `19 de maio`, `may 19`, `19/5`, `19-05-2023`, `2023-05-19`: as the API writes it. Without a year it is the one
 * in which the day lies nearest to that of the file. Null: it is no day.
 */
export function readDay(text: string, fileDay: string): string | null {
  const plain = fold(text)
    .replaceAll(/\b(de|of)\b|,/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(plain);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, month, year] = numeric(plain) ?? worded(plain) ?? [];
  if (day === undefined || month === undefined) return null;
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const near = Number(fileDay.slice(0, 4));
  const found = [near - 1, near, near + 1].flatMap((one) => dayOf(one, Number(month), Number(day)) ?? []);
  const distance = (one: string): number => Math.abs(dayNumber(one) - dayNumber(fileDay));
  return found.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

type Parts = readonly (string | null | undefined)[];

function numeric(text: string): Parts | null {
  return /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(text) as Parts | null;
}

function worded(text: string): Parts | null {
  const found = /^(\d{1,2}) ([a-z]{3,})(?: (\d{4}))?$/.exec(text);
  const turned = /^([a-z]{3,}) (\d{1,2})(?: (\d{4}))?$/.exec(text);
  const [day, name, year] =
    found !== null ? [found[1], found[2], found[3]] : [turned?.[2], turned?.[1], turned?.[3]];
  if (day === undefined || name === undefined) return null;
  const month = monthOf(name);
  return month === 0 ? null : [null, day, String(month), year];
}

/** Null for a day that no calendar has. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
