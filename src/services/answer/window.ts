import { z } from 'zod';
import type { Window } from '../../evidence/index.js';
import { monthsBefore } from './months.js';

/** The period that a question is about if its caller names none: no answer averages years unless it was asked to. */
export interface UsualPeriod {
  /** Portuguese, after "Sem from nem to, ". */
  readonly said: string;
  /** Its first day; the last one is the dump's. */
  from(today: string): string;
}

const usualWindowDays = 90;

/** Of headlines and of whatever is counted by the day. */
export const usualDays: UsualPeriod = {
  said: `os ${usualWindowDays} dias até ao do ficheiro, incluído`,
  from: (today) => daysBefore(today, usualWindowDays - 1)!,
};

/** Of what is only kept by the month. */
export const usualMonths: UsualPeriod = {
  said: 'o mês do ficheiro e os dois antes dele',
  from: (today) => monthsBefore(today, 2),
};

export const windowShape = z
  .object({
    from: z.iso.date().nullable().describe('Primeiro dia; null: desde sempre'),
    to: z.iso.date().nullable().describe('Último dia, incluído; null: até ao fim'),
    days: z.int().nullable().describe('Dias do período; null se não tem primeiro dia'),
    is_default: z.boolean().describe('É o período habitual: não se pediu outro'),
  })
  .meta({ id: 'Window' });

/** Everything, also what has no day. */
export const allTime: Window = { from: null, to: null, days: null, is_default: false };

interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The period that a caller means. `from` alone reaches to the dump's day, `to` alone has no beginning. */
export function windowAsked(usual: UsualPeriod, asked: Asked, today: string): Window {
  const is_default = asked.from === undefined && asked.to === undefined;
  const from = is_default ? usual.from(today) : (asked.from ?? null);
  const to = asked.to ?? (from !== null && from > today ? from : today);
  return { from, to, days: from === null ? null : daysFrom(from, to) + 1, is_default };
}

/** The window of the same length just before; null where it has no beginning, or none could be before it. */
export function windowBefore({ from, days }: Window): Window | null {
  if (from === null || days === null) return null;
  const [first, last] = [daysBefore(from, days), daysBefore(from, 1)];
  return first === null || last === null ? null : { from: first, to: last, days, is_default: false };
}

/** In words, for reasons: `de 2023-01-31 a 2023-04-30`. */
export function windowText({ from, to }: Window): string {
  if (from === null) return to === null ? 'desde sempre' : `até ${to}`;
  return `de ${from} a ${to}`;
}

const dayMs = 86_400_000;

/** Null: before the calendar begins. */
export function daysBefore(day: string, days: number): string | null {
  const ms = Date.parse(day) - days * dayMs;
  return ms < Date.parse('0001-01-01') ? null : new Date(ms).toISOString().slice(0, 10);
}

function daysFrom(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / dayMs);
}
