import { expect, it } from 'vitest';
import { smallDump } from '../support/dump.js';
import { type Api, newApi } from './support.js';

const askedAhead = [
  '/api/kpis/overview',
  '/api/prodplan/bottlenecks',
  '/api/quality/overview',
  '/api/prodplan/waits',
  '/api/prodplan/boats',
  '/api/quality/trend',
  '/api/quality/risk',
];

interface Told {
  readonly support: { readonly run_id: number };
}

/** Of a question: how many answers were ready, and how many had to be asked for. */
async function counts(api: Api, question: string): Promise<{ cache: number; database: number }> {
  const text = await (await api.get('/metrics')).text();
  const of = (from: string): number => {
    const line = new RegExp(
      `^prodplan_http_answers_total\\{question="${question}",from="${from}"\\} (\\d+)`,
      'm',
    );
    return Number(line.exec(text)?.[1] ?? 0);
  };
  return { cache: of('cache'), database: of('database') };
}

/** Until the questions were asked so often. */
async function untilAsked(api: Api, times: number): Promise<void> {
  await expect.poll(() => api.log().split('"asked ahead"').length - 1, { timeout: 20_000 }).toBe(times);
}

it('has the answers ready that pages ask for first, at the start and after each publication', async () => {
  const api = await newApi({ holding: smallDump(), app: { asksAhead: true } });
  await untilAsked(api, 1);
  await expectReady(api, 1);
  const next = smallDump();
  next.ordens_fabrico = next.ordens_fabrico!.map((one, n) => (n === 18 ? { ...one, of_fase_id: 8 } : one));
  await api.ingest(next);
  await untilAsked(api, 2);
  await expectReady(api, 2);
});

async function expectReady(api: Api, run_id: number): Promise<void> {
  for (const path of askedAhead) {
    const question = path.replace('/api/', '').replace('/', '.');
    const before = await counts(api, question);
    const told = (await (await api.get(path)).json()) as Told;
    expect(told.support.run_id, path).toBe(run_id);
    expect(await counts(api, question), path).toEqual({ ...before, cache: before.cache + 1 });
  }
}

it('goes on where a question fails, and asks again after the next publication', async () => {
  const api = await newApi({ holding: smallDump(), app: { asksAhead: true } });
  await untilAsked(api, 1);
  const { pool } = api.database;
  const publish = 'UPDATE publication SET data_version = data_version + 1';
  await pool.query(`BEGIN; ALTER TABLE agg_period_quality RENAME TO elsewhere; ${publish}; COMMIT`);
  await expect.poll(() => api.log(), { timeout: 20_000 }).toContain('questions were not asked ahead');
  await pool.query(`BEGIN; ALTER TABLE elsewhere RENAME TO agg_period_quality; ${publish}; COMMIT`);
  await untilAsked(api, 2);
  await expectReady(api, 1);
});
