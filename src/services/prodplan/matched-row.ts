import { z } from 'zod';
import type { MatchedDifference } from './matched.js';

const daysOrNull = z.number().nullable();

const shape = z.object({
  orders_matched: z.int().describe('As que têm com que se comparar'),
  orders_others: z.int().describe('Aquelas com que se comparam'),
  days_with: daysOrNull.describe('Tempo de entrega médio das comparadas'),
  days_without: daysOrNull.describe('O das outras, com o peso das comparadas'),
  difference_days: daysOrNull.describe('null: poucas para comparar'),
  difference_low: daysOrNull,
  difference_high: daysOrNull,
  difference_total_days: daysOrNull.describe('difference_days x orders_matched'),
});

/** Lead times of matched orders as answers tell them. */
export const differenceRow = { shape: shape.shape, of };

function of(found: MatchedDifference | null): z.output<typeof shape> {
  if (found === null)
    return {
      ...{ orders_matched: 0, orders_others: 0, days_with: null, days_without: null },
      ...{ difference_days: null, difference_low: null, difference_high: null, difference_total_days: null },
    };
  const { matched, others, difference_days, ...days } = found;
  return {
    ...{ orders_matched: matched, orders_others: others, ...days, difference_days },
    difference_total_days: difference_days * matched,
  };
}

/** The whole interval lies below nothing: what is asked about is no cost. */
export function sooner({ difference_high }: { readonly difference_high: number | null }): boolean {
  return difference_high !== null && difference_high < 0;
}
