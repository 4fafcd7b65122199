import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWork, leadTimes } from './in-work.js';
import { type OrderSpan, sorted } from './spans.js';

/** An order of a small factory: some were never created as far as anybody knows, some are not finished. */
const order: fc.Arbitrary<OrderSpan> = fc
  .record({
    created: fc.option(fc.integer({ min: -40, max: 40 }), { freq: 8 }),
    lasted: fc.option(fc.nat(60), { freq: 3 }),
  })
  .map(({ created, lasted }) => ({
    created,
    finished: lasted === null ? null : (created ?? 0) + lasted,
    lead_time_days: lasted,
    produto_id: 1,
    familia: 'K1',
  }));

const period = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 40 }))
  .map(([first, days]) => ({ first, before: first + days }));

/** Whether it is in work as the day begins. */
function isInWork({ created, finished }: OrderSpan, day: number, zombie_days: number): boolean {
  if (created === null || created >= day) return false;
  return (finished === null || finished >= day) && day - created <= zombie_days + 1;
}

describe('orders in work over a period', () => {
  it('are those that are counted order by order and day by day', () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 30 }), period, fc.nat(30), (orders, days, zombie_days) => {
        const { first, before } = days;
        const ages = (day: number) =>
          orders.filter((one) => isInWork(one, day, zombie_days)).map((one) => day - one.created!);
        const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
        const finished = orders.filter(
          (one) => one.finished !== null && one.finished >= first && one.finished < before,
        );
        const old = finished.filter((one) => one.lead_time_days! > zombie_days + 1);
        // It is in work as the last of its days begins, and not as the next one does, though nobody finished it.
        const turned = Array.from({ length: before - first }, (_, n) => first + n).map(
          (day) =>
            orders.filter(
              (one) =>
                isInWork(one, day, zombie_days) &&
                !isInWork(one, day + 1, zombie_days) &&
                !(one.finished !== null && one.finished <= day),
            ).length,
        );
        expect(inWork(sorted(orders), days, zombie_days)).toEqual({
          days: before - first,
          finished: finished.length,
          lead_days: sum(finished.map((one) => one.lead_time_days!)),
          orders_before: ages(first).length,
          age_days_before: sum(ages(first)),
          orders_after: ages(before).length,
          age_days_after: sum(ages(before)),
          became_zombies: sum(turned),
          zombies_finished: old.length,
          zombies_lead_days: sum(old.map((one) => one.lead_time_days!)),
        });
      }),
    );
  });

  it('leave lead times of which a percentile is the least that as many do not exceed', () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 30 }), period, (orders, days) => {
        const lead = orders
          .filter((one) => one.finished !== null && one.finished >= days.first && one.finished < days.before)
          .map((one) => one.lead_time_days!);
        const least = (tenths: number) =>
          lead
            .toSorted((a, b) => a - b)
            .find((one) => 10 * lead.filter((other) => other <= one).length >= tenths * lead.length) ?? null;
        const told = leadTimes(sorted(orders), days);
        expect(told).toMatchObject({
          lead_time_orders: lead.length,
          lead_time_days_median: least(5),
          lead_time_days_p90: least(9),
        });
        if (lead.length === 0) expect(told.lead_time_days_mean).toBeNull();
        else
          expect(told.lead_time_days_mean).toBeCloseTo(
            lead.reduce((sum, one) => sum + one, 0) / lead.length,
            9,
          );
      }),
    );
  });
});
