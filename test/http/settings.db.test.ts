import { expect, it } from 'vitest';
import { factorySettings } from '../../src/contract/factory/index.js';
import { recordSnapshot } from '../../src/maintenance/index.js';
import { writeSample } from '../../src/sample/index.js';
import { newSamplePlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { temporaryFolder } from '../support/dump.js';
import { type Api, newApi, problemOf } from './support.js';

const sample = { orders: 300, seed: 3, asOf: '2023-04-30T18:00:00' };

async function newFactory(env: Readonly<Record<string, string>> = {}): Promise<Api> {
  return await newApi({ plant: await newSamplePlant(firstServer, sample), env });
}

function change(api: Api, name: string, value: unknown, key: string): Promise<Response> {
  return post(api, `/api/settings/${name}`, { value }, key);
}

function post(api: Api, path: string, body: object, key: string): Promise<Response> {
  return fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

interface Rule {
  readonly name: string;
  readonly value: number | null;
  readonly from: string;
  readonly decided_at: string | null;
}
interface Answer<D> {
  readonly data: D;
  readonly support: { readonly data_version: number; readonly rules: readonly Rule[] };
}

async function ask<D>(api: Api, path: string): Promise<Answer<D>> {
  return (await (await api.get(path)).json()) as Answer<D>;
}

const ruleOf = (answer: Answer<unknown>, name: string): Rule | undefined =>
  answer.support.rules.find((one) => one.name === name);

interface Wip {
  readonly total: { readonly orders: number; readonly zombies: number };
}

/** The second way: from the rows as they came, with the state that the order has. */
async function openOlderThan(api: Api, days: number): Promise<number> {
  const { rows } = await api.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ordens_fabrico JOIN agg_order USING (of_id)
     WHERE is_open AND date '2023-04-30' - of_data_criacao::date > $1`,
    [days],
  );
  return rows[0]!.n;
}

it('the age of a zombie counts at once, in every answer that did not ask for another, and its evidence says since when', async () => {
  const api = await newFactory();
  const operator = await api.key('operator');
  const path = '/api/smartinventory/wip';
  const usual = factorySettings.zombie_days.usual;
  const before = await ask<Wip>(api, path);
  expect(ruleOf(before, 'zombie_days')).toEqual({
    name: 'zombie_days',
    value: usual,
    from: 'USUAL',
    decided_at: null,
  });
  expect(before.data.total.zombies).toBe(await openOlderThan(api, usual));
  const answer = await change(api, 'zombie_days', 40, operator);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    name: 'zombie_days',
    before: usual,
    value: 40,
    counts: 'AT_ONCE',
    data_version: before.support.data_version + 1,
  });
  const after = await ask<Wip>(api, path);
  const old = await openOlderThan(api, 40);
  expect(old).toBeGreaterThan(before.data.total.zombies);
  expect(after.data.total.zombies).toBe(old);
  expect(after.data.total.orders + old).toBe(before.data.total.orders + before.data.total.zombies);
  expect(after.support.data_version).toBe(before.support.data_version + 1);
  expect(ruleOf(after, 'zombie_days')).toMatchObject({ value: 40, from: 'SETTING' });
  expect(ruleOf(after, 'zombie_days')!.decided_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  // Who names a number gets that one, whatever is set.
  const asked = await ask<Wip>(api, `${path}?zombie_days=${usual}`);
  expect(asked.data).toEqual(before.data);
  expect(ruleOf(asked, 'zombie_days')).toMatchObject({ value: usual, from: 'ASKED' });
  // The list, the file of all boats and the evidence of the whole page say the same.
  const { data: boats } = await ask<{ columns: { zombie: number[] } }>(api, '/api/prodplan/boats');
  expect(boats.columns.zombie.filter((one) => one === 1)).toHaveLength(old);
  expect(ruleOf(await ask(api, '/api/gates'), 'zombie_days')).toMatchObject({ value: 40 });
  const csv = await (await api.get(`${path}?format=csv`)).text();
  expect(csv).toContain('# regra zombie_days: 40 (das Definições, desde ');
  // Taken back.
  await change(api, 'zombie_days', null, operator);
  const back = await ask<Wip>(api, path);
  expect(back.data).toEqual(before.data);
  expect(ruleOf(back, 'zombie_days')).toMatchObject({ value: usual, from: 'USUAL', decided_at: null });
});

it('who decided what and when is on record, twice: as a change of the setting, and as a call', async () => {
  const api = await newFactory();
  const operator = await api.key('operator');
  await change(api, 'zombie_days', 100, operator);
  await change(api, 'truck_boats', 30, operator);
  await change(api, 'zombie_days', null, operator);
  const { data } = await ask<{ name: string; value: number | null; decided_by: string }[]>(
    api,
    '/api/settings/changes',
  );
  expect(data.map(({ name, value }) => [name, value])).toEqual([
    ['zombie_days', null],
    ['truck_boats', 30],
    ['zombie_days', 100],
  ]);
  const { rows } = await api.database.pool.query(
    'SELECT operation, status, key_id, details FROM api_audit ORDER BY audit_id',
  );
  expect(rows).toMatchObject([
    { operation: 'settings.change', status: 200, details: { name: 'zombie_days', before: 365, value: 100 } },
    { operation: 'settings.change', status: 200, details: { name: 'truck_boats', before: null, value: 30 } },
    { operation: 'settings.change', status: 200, details: { name: 'zombie_days', before: 100, value: 365 } },
  ]);
  expect(new Set([...data.map((one) => one.decided_by), ...rows.map((one) => one.key_id)]).size).toBe(1);
});

it('only an operator changes, only what may be changed, and only within its limits', async () => {
  const api = await newFactory({ PRODPLAN_GATE_THRESHOLDS: 'product_join=0.9' });
  const [reader, hr, operator] = [await api.key('reader'), await api.key('hr'), await api.key('operator')];
  const codeOf = async (response: Promise<Response>) => {
    const { status } = await response;
    return [status, (await problemOf(await response)).code];
  };
  for (const key of [reader, hr]) expect((await change(api, 'zombie_days', 100, key)).status).toBe(403);
  expect(await codeOf(change(api, 'zombies', 100, operator))).toEqual([404, 'NO_SUCH_SETTING']);
  for (const value of [29, 3651, 100.5, -1])
    expect(await codeOf(change(api, 'zombie_days', value, operator))).toEqual([400, 'SETTING_OUT_OF_RANGE']);
  expect(await codeOf(change(api, 'gate_weight_coverage', 1.1, operator))).toEqual([
    400,
    'SETTING_OUT_OF_RANGE',
  ]);
  expect((await change(api, 'zombie_days', '100', operator)).status).toBe(400);
  expect(await codeOf(change(api, 'gate_product_join', 0.8, operator))).toEqual([409, 'SETTING_FIXED']);
  const { data } = await ask<{ name: string; value: unknown; fixed_by: string | null }[]>(
    api,
    '/api/settings',
  );
  expect(data.find(({ name }) => name === 'gate_product_join')).toMatchObject({
    value: 0.9,
    fixed_by: 'PRODPLAN_GATE_THRESHOLDS',
    counts: 'RESTART',
  });
  const { rows } = await api.database.pool.query('SELECT FROM setting_change');
  expect(rows).toEqual([]);
});

it('a threshold counts from the next run on; the answers that rest on the gate say by which they were judged', async () => {
  const api = await newFactory();
  const operator = await api.key('operator');
  const path = '/api/gates';
  interface Gate {
    readonly gate: string;
    readonly state: string;
    readonly rate: number;
    readonly threshold: number;
  }
  const gate = async (): Promise<Gate> =>
    (await ask<Gate[]>(api, path)).data.find((one) => one.gate === 'weight_coverage')!;
  const before = await gate();
  const value = before.rate < 0.99 ? 0.99 : 1;
  const { counts, data_version } = (await (
    await change(api, 'gate_weight_coverage', value, operator)
  ).json()) as {
    counts: string;
    data_version: null;
  };
  expect([counts, data_version]).toEqual(['NEXT_RUN', null]);
  expect(await gate()).toEqual(before);
  const file = `${await temporaryFolder()}/next.xlsx`;
  await writeSample(file, { ...sample, asOf: '2023-05-01T18:00:00' });
  await api.ingestFile(file);
  const after = await gate();
  expect(after.threshold).toBe(value);
  expect(after.state).not.toBe('SUPPORTED');
  const mass = await ask<unknown>(api, '/api/smartinventory/wip_mass');
  const { gates } = mass.support as unknown as { gates: readonly Gate[] };
  expect(gates.find((one) => one.gate === 'weight_coverage')?.threshold).toBe(value);
});

it('trucks of a day are its boats by what a truck takes, rounded up; unknown until somebody says it', async () => {
  const api = await newFactory();
  const operator = await api.key('operator');
  type Days = { readonly orders: number; readonly trucks: number | null }[];
  const path = '/api/prodplan/shipments';
  const before = await ask<Days>(api, path);
  expect(before.data.length).toBeGreaterThan(1);
  expect(before.data.every(({ trucks }) => trucks === null)).toBe(true);
  await change(api, 'truck_boats', 3, operator);
  const { data } = await ask<Days>(api, path);
  for (const { orders, trucks } of data) {
    expect(trucks! * 3).toBeGreaterThanOrEqual(orders);
    expect((trucks! - 1) * 3).toBeLessThan(orders);
  }
  const asked = await ask<Days>(api, `${path}?truck_boats=1`);
  expect(asked.data.map(({ trucks }) => trucks)).toEqual(data.map(({ orders }) => orders));
});

it('the class of a text counts at once, by an operator only, and the evidence of quality says how many were decided', async () => {
  const api = await newFactory();
  const [operator, reader] = [await api.key('operator'), await api.key('reader')];
  interface Text {
    readonly text: string;
    readonly class: string;
    readonly lines: number;
  }
  const texts = async () => await ask<Text[]>(api, '/api/quality/defect-texts?from=1900-01-01&limit=1000');
  const before = await texts();
  expect(ruleOf(before, 'decided_texts')).toMatchObject({ value: 0, from: 'USUAL' });
  const { text, lines } = before.data.find((one) => one.class === 'BOAT_DEFECT')!;
  const path = '/api/settings/text-class';
  expect((await post(api, path, { text, class: 'PASSED' }, reader)).status).toBe(403);
  expect((await post(api, path, { text: 'nunca dito', class: 'PASSED' }, operator)).status).toBe(404);
  const done = await post(api, path, { text: text.toUpperCase(), class: 'PASSED' }, operator);
  expect(await done.json()).toMatchObject({ before: 'BOAT_DEFECT', after: 'PASSED' });
  const after = await texts();
  expect(after.data.find((one) => one.text === text)).toMatchObject({
    class: 'PASSED',
    lines,
    decided: true,
  });
  expect(ruleOf(after, 'decided_texts')).toMatchObject({ value: 1, from: 'SETTING' });
  expect(after.support.data_version).toBe(before.support.data_version + 1);
  await post(api, path, { text, class: null }, operator);
  const back = await texts();
  expect(back.data).toEqual(before.data);
  expect(ruleOf(back, 'decided_texts')).toMatchObject({ value: 0 });
});

it('what is recorded of a day under another age of a zombie says by which it was counted', async () => {
  const api = await newFactory();
  const database = api.database;
  await recordSnapshot({ database });
  const history = async () =>
    (
      await ask<{ indicator: string; value: number; definition: number; meaning: string }[]>(
        api,
        '/api/kpis/history?indicator=orders_zombie',
      )
    ).data[0]!;
  expect(await history()).toMatchObject({ definition: 1, value: await openOlderThan(api, 365) });
  expect((await history()).meaning).toContain('365');
  await change(api, 'zombie_days', 90, await api.key('operator'));
  await recordSnapshot({ database });
  expect(await history()).toMatchObject({ definition: 90, value: await openOlderThan(api, 90) });
  expect((await history()).meaning).toContain('90');
});
