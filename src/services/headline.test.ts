import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Answer, Found, Refusal, Window } from '../evidence/index.js';
import { periodOf } from './answer/params.js';
import { usualDays, windowAsked } from './answer/window.js';
import { defineHeadline } from './headline.js';
import type { Context } from './service.js';

const shape = z.object({ boats: z.int(), rate: z.number().nullable(), parts: z.array(z.int()) });
const noPeriod: Window = { from: null, to: null, days: null, is_default: false };

/** Boats of a period by its first day; of fewer than five nothing is told. */
function find({ window }: Context): Promise<Found<z.output<typeof shape>> | Refusal> {
  const boats = { '2023-01-31': 20, '2022-11-02': 8, '2023-04-29': 2 }[window!.from ?? ''] ?? 50;
  if (boats < 5)
    return Promise.resolve({ refused: { reason: `Só ${boats}.`, suggestion: 'Mais dias.' }, rowsUsed: 0 });
  return Promise.resolve({ data: { boats, rate: 0.5, parts: [boats] }, rowsUsed: boats });
}

const declared = {
  name: 'test.headline',
  path: '/api/test',
  summary: 'Ensaio',
  method: 'Barcos do período.',
  figures: [],
  params: z.strictObject(periodOf('do ensaio')),
  shape,
  gates: [],
  rows: { day: null },
  references: [],
  queries: [],
  find,
} as const;

const now = {
  shape: z.object({ open: z.int() }),
  find: () => Promise.resolve({ data: { open: 7 }, rowsUsed: 7 }),
};

/** Asks it as `ask` does, without a database and with every gate open. */
async function asked(service: ReturnType<typeof defineHeadline>, params: object) {
  const context = (window: Window): Context =>
    ({
      window,
      over: async (other: Window, findOther: typeof find) => {
        const found = await findOther(context(other));
        const support = { rows_used: found.rowsUsed, rows_excluded: [], gates: [] };
        return ('refused' in found
          ? { status: 'NOT_SUPPORTED_BY_DATA', data: null, ...found.refused, support }
          : { status: 'SUPPORTED', data: found.data, support }) as unknown as Answer<never>;
      },
    }) as unknown as Context;
  const found = await service.find(context(windowAsked(usualDays, params, '2023-04-30')), params);
  if ('data' in found) service.data.parse(found.data);
  return found;
}

describe('a headline', () => {
  it('has its window, the one before it and all time', async () => {
    const service = defineHeadline(declared);
    expect(service.usual).toBe(usualDays);
    const found = await asked(service, {});
    expect(found).toMatchObject({
      rowsUsed: 20,
      data: {
        window: { from: '2023-01-31', to: '2023-04-30', days: 90, is_default: true },
        boats: 20,
        previous: {
          window: { from: '2022-11-02', to: '2023-01-30', days: 90 },
          status: 'SUPPORTED',
          reason: null,
          figures: { boats: 8 },
          support: { rows_used: 8 },
        },
        all_time: { window: noPeriod, figures: { boats: 50 } },
      },
    });
    const table = service.table!;
    const rows = table.rows((found as Found<unknown>).data);
    expect(Object.keys(table.row.shape)).toEqual(['period', 'from', 'to', 'boats', 'rate']);
    expect(rows).toEqual([
      { period: 'WINDOW', from: '2023-01-31', to: '2023-04-30', boats: 20, rate: 0.5 },
      { period: 'PREVIOUS', from: '2022-11-02', to: '2023-01-30', boats: 8, rate: 0.5 },
      { period: 'ALL_TIME', from: null, to: null, boats: 50, rate: 0.5 },
    ]);
  });

  it('is refused with its window, but for what stands there at the moment', async () => {
    const few = { from: '2023-04-29' };
    expect(await asked(defineHeadline(declared), few)).toMatchObject({ refused: { reason: 'Só 2.' } });
    const service = defineHeadline({ ...declared, moment: now });
    const found = (await asked(service, few)) as Found<Record<string, unknown>>;
    expect(found).toMatchObject({
      rowsUsed: 7,
      caveat: 'Só 2.',
      data: { boats: null, rate: null, parts: null, open: 7, all_time: { figures: { boats: 50 } } },
    });
    expect(service.table!.rows(found.data)[0]).toMatchObject({ period: 'WINDOW', boats: null, open: 7 });
  });

  it('has no window before one without a beginning, and a reason where there are too few', async () => {
    const service = defineHeadline(declared);
    expect(await asked(service, { to: '2023-04-30' })).toMatchObject({ data: { previous: null } });
    expect(await asked(service, { from: '2023-04-30', to: '2023-04-30' })).toMatchObject({
      data: {
        previous: {
          status: 'NOT_SUPPORTED_BY_DATA',
          figures: null,
          reason: 'Só 2.',
          support: { rows_used: 0 },
        },
      },
    });
  });
});
