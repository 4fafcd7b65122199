import { oldestOpenDays } from '../../../aggregates/index.js';
import type { Language } from '../../../platform/errors/kinds.js';

/** What the quantiles say of an open order and its due day; days are counted from the dump's day. */
export interface ToldOrder {
  readonly days_left: number;
  readonly remaining_days_median: number | null;
  readonly remaining_days_p80: number | null;
  readonly remaining_days_p90: number | null;
  readonly no_forecast_reason: string | null;
}

const pt = {
  reasons: {
    NO_CREATION: 'não se sabe quando foi criada',
    AT_REST: 'está onde os barcos ficam (armazém, embalado ...): não se espera que ande',
    TOO_OLD: `foi criada há mais de ${oldestOpenDays} dias, e dessas a história não diz quando acabam`,
    NO_HISTORY: 'não há história que chegue para dizer quando acaba',
  },
  days: (n: number) => (n === 1 ? '1 dia' : `${n} dias`),
  passed: (days: string) => `O prazo passou há ${days}; `,
  half: (when: string) => `metade acaba ${when}`,
  nineInTen: (when: string) => `, nove em cada dez ${when}`,
  today: 'ainda hoje',
  within: (days: string) => `nos próximos ${days}`,
  muchLater: 'muito depois',
  later: (days: string) => `${days} depois ou mais tarde`,
  halfLate: (days: string) => `Metade acaba ${days} depois do prazo ou mais tarde`,
  fifthLate: (when: string) => `Metade acaba dentro do prazo, mas um em cada cinco acaba ${when}`,
  tenthLate: (when: string) => `Quatro em cada cinco acabam dentro do prazo; um em cada dez acaba ${when}`,
  onTime: 'Nove em cada dez acabam dentro do prazo',
};

const en: typeof pt = {
  reasons: {
    NO_CREATION: 'nobody knows when it was created',
    AT_REST: 'it is where boats stay (warehouse, packed ...): it is not expected to move',
    TOO_OLD: `it was created more than ${oldestOpenDays} days ago, and of those the history does not tell when they finish`,
    NO_HISTORY: 'there is not enough history to tell when it finishes',
  },
  days: (n) => (n === 1 ? '1 day' : `${n} days`),
  passed: (days) => `The due day passed ${days} ago; `,
  half: (when) => `half finish ${when}`,
  nineInTen: (when) => `, nine in ten ${when}`,
  today: 'yet today',
  within: (days) => `within the next ${days}`,
  muchLater: 'much later',
  later: (days) => `${days} after it or later`,
  halfLate: (days) => `Half finish ${days} after the due day or later`,
  fifthLate: (when) => `Half finish by the due day, but one in five finishes ${when}`,
  tenthLate: (when) => `Four in five finish by the due day; one in ten finishes ${when}`,
  onTime: 'Nine in ten finish by the due day',
};

const words: Readonly<Record<Language, typeof pt>> = { pt, en };

/** One sentence: how the due day stands to the days by which such boats are finished. */
export function sentenceOf(order: ToldOrder, language: Language = 'pt'): string {
  const w = words[language];
  const { days_left, remaining_days_median: p50, no_forecast_reason: reason } = order;
  const passed = days_left < 0 ? w.passed(w.days(-days_left)) : '';
  if (p50 === null) return capital(`${passed}${reasonOf(reason, w)}.`);
  if (days_left < 0) return `${passed}${w.half(within(p50, w))}${tail(order, w)}.`;
  return `${againstDue(order, p50, w)}.`;
}

function reasonOf(reason: string | null, { reasons }: typeof pt): string {
  return reasons[(reason ?? 'NO_HISTORY') as keyof typeof reasons] ?? reasons.NO_HISTORY;
}

function againstDue(order: ToldOrder, p50: number, w: typeof pt): string {
  const { days_left, remaining_days_p80: p80, remaining_days_p90: p90 } = order;
  if (p50 > days_left) return w.halfLate(w.days(p50 - days_left));
  if (p80 === null || p80 > days_left) return w.fifthLate(after(p80, days_left, w));
  if (p90 === null || p90 > days_left) return w.tenthLate(after(p90, days_left, w));
  return w.onTime;
}

function after(quantile: number | null, days_left: number, w: typeof pt): string {
  return quantile === null ? w.muchLater : w.later(w.days(quantile - days_left));
}

function tail({ remaining_days_p90: p90 }: ToldOrder, w: typeof pt): string {
  return p90 === null ? '' : w.nineInTen(within(p90, w));
}

function within(count: number, w: typeof pt): string {
  return count === 0 ? w.today : w.within(w.days(count));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
