import { oldestOpenDays } from '../../../aggregates/index.js';

/** What the quantiles say of an open order and its due day; days are counted from the dump's day. */
export interface ToldOrder {
  readonly days_left: number;
  readonly remaining_days_median: number | null;
  readonly remaining_days_p80: number | null;
  readonly remaining_days_p90: number | null;
  readonly no_forecast_reason: string | null;
}

const reasons: Readonly<Record<string, string>> = {
  NO_CREATION: 'não se sabe quando foi criada',
  AT_REST: 'está onde os barcos ficam (armazém, embalado ...): não se espera que ande',
  TOO_OLD: `foi criada há mais de ${oldestOpenDays} dias, e dessas a história não diz quando acabam`,
  NO_HISTORY: 'não há história que chegue para dizer quando acaba',
};

/** One Portuguese sentence: how the due day stands to the days by which such boats are finished. */
export function sentenceOf(order: ToldOrder): string {
  const { days_left, remaining_days_median: p50, no_forecast_reason } = order;
  const passed = days_left < 0 ? `O prazo passou há ${days(-days_left)}; ` : '';
  if (p50 === null) return capital(`${passed}${reasons[no_forecast_reason ?? ''] ?? reasons.NO_HISTORY}.`);
  if (days_left < 0) return `${passed}metade acaba ${within(p50)}${tail(order)}.`;
  return `${againstDue(order, p50)}.`;
}

function againstDue({ days_left, remaining_days_p80: p80, remaining_days_p90: p90 }: ToldOrder, p50: number) {
  if (p50 > days_left) return `Metade acaba ${days(p50 - days_left)} depois do prazo ou mais tarde`;
  if (p80 === null || p80 > days_left)
    return `Metade acaba dentro do prazo, mas um em cada cinco acaba ${after(p80, days_left)}`;
  if (p90 === null || p90 > days_left)
    return `Quatro em cada cinco acabam dentro do prazo; um em cada dez acaba ${after(p90, days_left)}`;
  return 'Nove em cada dez acabam dentro do prazo';
}

function after(quantile: number | null, days_left: number): string {
  return quantile === null ? 'muito depois' : `${days(quantile - days_left)} depois ou mais tarde`;
}

function tail({ remaining_days_p90: p90 }: ToldOrder): string {
  return p90 === null ? '' : `, nove em cada dez ${within(p90)}`;
}

function within(count: number): string {
  return count === 0 ? 'ainda hoje' : `nos próximos ${days(count)}`;
}

function days(count: number): string {
  return count === 1 ? '1 dia' : `${count} dias`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
