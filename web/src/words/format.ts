import type { Words } from './pt.ts';

export type Language = 'pt' | 'en';

const locales = { pt: 'pt-PT', en: 'en-GB' } as const;
const dayMs = 86_400_000;

/**
 * The one place where numbers and moments become text. The API's moments have no zone: they are the factory's own, and
 * are written as they stand, wherever the browser is.
 */
export interface Formatter {
  /** 1 234,5: thousands are always grouped, which pt-PT by itself does from 10 000 on only. */
  number(value: number | null | undefined, digits?: number): string;
  /** 58,5 %: of a share between 0 and 1. */
  share(value: number | null | undefined, digits?: number): string;
  /** «sex, 19 mai 2023», or without its weekday or its year. */
  day(value: string | number | null | undefined, parts?: DayParts): string;
  /** «mai 2023» */
  month(value: string): string;
  /** «19 mai 2023, 18:00» */
  moment(value: string | null | undefined): string;
  /** «3 dias» */
  days(count: number): string;
  /** «2 dias», «3,5 h», «20 min»: one unit, the one that fits. */
  hours(hours: number): string;
}

export interface DayParts {
  readonly weekday?: boolean;
  readonly year?: boolean;
}

export function formatter(language: Language, words: Words): Formatter {
  const numbers = new Map<number, Intl.NumberFormat>();
  const plain = (value: number, digits: number): string => {
    const made =
      numbers.get(digits) ??
      new Intl.NumberFormat(locales[language], {
        useGrouping: 'always',
        minimumFractionDigits: 0,
        maximumFractionDigits: digits,
        // What rounds to nothing is 0, not -0.
        signDisplay: 'negative',
      });
    numbers.set(digits, made);
    return made.format(value);
  };
  const number: Formatter['number'] = (value, digits = 0) =>
    value == null ? words.unknown : plain(value, digits);
  const days = (count: number): string => `${number(count)} ${words.days(count)}`;
  const day: Formatter['day'] = (value, { weekday = false, year = true } = {}) => {
    if (value == null) return words.unknown;
    const date =
      typeof value === 'number' ? new Date(value * dayMs) : new Date(`${value.slice(0, 10)}T00:00:00Z`);
    // Names of months and weekdays are our own: with month and year alone pt-PT writes 01/2025.
    const text = `${date.getUTCDate()} ${words.months[date.getUTCMonth()]}`;
    return [
      weekday ? `${words.weekdays[date.getUTCDay()]}, ` : '',
      text,
      year ? ` ${date.getUTCFullYear()}` : '',
    ].join('');
  };
  return {
    number,
    share: (value, digits = 1) => (value == null ? words.unknown : `${plain(100 * value, digits)}\u00a0%`),
    day,
    month: (value) => `${words.months[Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}`,
    moment: (value) => (value == null ? words.unknown : `${day(value)}, ${value.slice(11, 16)}`),
    days,
    hours: (hours) => {
      if (hours >= 48) return days(Math.round(hours / 24));
      if (hours >= 1) return `${plain(hours, hours < 10 ? 1 : 0)} ${words.hoursShort}`;
      return `${plain(hours * 60, 0)} ${words.minutesShort}`;
    },
  };
}

/** Whole days since 1970-01-01 of a day or moment of the API. */
export function dayNumber(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / dayMs;
}

/** The day so many days after another, as the API writes it. */
export function dayAfter(text: string, days: number): string {
  return new Date((dayNumber(text) + days) * dayMs).toISOString().slice(0, 10);
}
