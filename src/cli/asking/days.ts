import { normalise } from '../../aggregates/index.js';

/** Days from and to, both included; null: open. */
export interface DaysAsked {
  readonly from: string | null;
  readonly to: string | null;
}

const dayMs = 86_400_000;

/** Monday first, as people in Portugal and England say them. */
const weekDays = [
  ['segunda', 'segunda-feira', 'monday', 'mon'],
  ['terca', 'terca-feira', 'tuesday', 'tue'],
  ['quarta', 'quarta-feira', 'wednesday', 'wed'],
  ['quinta', 'quinta-feira', 'thursday', 'thu'],
  ['sexta', 'sexta-feira', 'friday', 'fri'],
  ['sabado', 'saturday', 'sat'],
  ['domingo', 'sunday', 'sun'],
] as const;

const near: Readonly<Record<string, number>> = {
  ...{ hoje: 0, today: 0, ontem: -1, yesterday: -1, amanha: 1, tomorrow: 1 },
};

/** What people write for days, for those who wrote something else. */
export const dayForms =
  '30/04/2023, 2023-04-30, 04/2023, hoje, ontem, amanha, sexta, esta-semana, proxima-semana, este-mes, +7, -30, hoje..+7';

/**
 * The days that a text means, counted from the day of the dump, never from the wall clock: a day of the week is the
 * next one, that day included. Null: it means none.
 */
export function daysOf(text: string, today: string): DaysAsked | null {
  const ends = text.split('..');
  if (ends.length === 1) return oneSpan(text, today);
  if (ends.length !== 2 || text === '..') return null;
  const [first, last] = ends.map((end) => (end === '' ? open : oneSpan(end, today)));
  if (first == null || last == null) return null;
  return { from: first.from, to: last.to };
}

const open: DaysAsked = { from: null, to: null };

function oneSpan(text: string, today: string): DaysAsked | null {
  const word = normalise(text).trim().replaceAll(/\s+/g, '-');
  const day = oneDay(word, today);
  return day === null ? severalDays(word, today) : { from: day, to: day };
}

function oneDay(word: string, today: string): string | null {
  if (Object.hasOwn(near, word)) return shifted(today, near[word]!);
  const weekDay = weekDays.findIndex((names) => (names as readonly string[]).includes(word));
  if (weekDay !== -1) return shifted(today, (weekDay - weekDayOf(today) + 7) % 7);
  if (/^[+-]\d{1,5}$/.test(word)) return shifted(today, Number(word));
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(word);
  if (iso !== null) return dateOf(iso[1]!, iso[2]!, iso[3]!);
  const written = /^(\d\d?)([/.-])(\d\d?)\2(\d{4})$/.exec(word);
  return written === null ? null : dateOf(written[4]!, written[3]!, written[1]!);
}

function severalDays(word: string, today: string): DaysAsked | null {
  const monday = shifted(today, -weekDayOf(today));
  if (['esta-semana', 'this-week'].includes(word)) return weekFrom(monday);
  if (['proxima-semana', 'next-week'].includes(word)) return weekFrom(shifted(monday, 7));
  if (['semana-passada', 'last-week'].includes(word)) return weekFrom(shifted(monday, -7));
  if (['este-mes', 'this-month'].includes(word)) return monthOf(today.slice(0, 4), today.slice(5, 7));
  const month = /^(?:(\d{4})-(\d\d?)|(\d\d?)\/(\d{4}))$/.exec(word);
  return month === null ? null : monthOf(month[1] ?? month[4]!, month[2] ?? month[3]!);
}

function weekFrom(monday: string | null): DaysAsked | null {
  return monday === null ? null : { from: monday, to: shifted(monday, 6) };
}

function monthOf(year: string, month: string): DaysAsked | null {
  const from = dateOf(year, month, '1');
  if (from === null) return null;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from, to: dateOf(year, month, String(days)) };
}

/** Null: the calendar has no such day. */
function dateOf(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || isoOf(ms) !== text || year === '0000' ? null : text;
}

function weekDayOf(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

function shifted(day: string | null, days: number): string | null {
  if (day === null) return null;
  const moved = isoOf(Date.parse(day) + days * dayMs);
  return /^(?!0000)\d{4}-/.test(moved) ? moved : null;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
