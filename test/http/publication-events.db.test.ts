import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { smallDump } from '../support/dump.js';
import { type Api, newApi } from './support.js';

/** The events as they come, over a connection that is closed as a browser closes it. */
async function listen(api: Api) {
  const call = get(`${api.url}/api/publication/events`, { agent: false });
  onTestFinished(() => void call.destroy());
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  response.on('error', () => {});
  expect(response.headers['content-type']).toContain('text/event-stream');
  const texts = response.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>;
  return {
    next: async () => (await texts.next()).value,
    rest: async () => {
      let text = '';
      for (let one = await texts.next(); !one.done; one = await texts.next()) text += one.value;
      return text;
    },
    close: () => void call.destroy(),
  };
}

const eventOf = (run_id: number, data_version: number) =>
  new RegExp(`^event: publication\\ndata: \\{"run_id":${run_id},"data_version":${data_version},"as_of":"20`);

describe('what is published', () => {
  it('is told at once, and again to everybody who listens when another dump is published', async () => {
    const api = await newApi({ holding: smallDump() });
    const [first, second] = [await listen(api), await listen(api)];
    for (const one of [first, second]) expect(await one.next()).toMatch(eventOf(1, 1));
    const next = smallDump();
    next.ordens_fabrico = next.ordens_fabrico!.map((one, n) => (n === 18 ? { ...one, of_fase_id: 8 } : one));
    await api.ingest(next);
    for (const one of [first, second]) expect(await one.next()).toMatch(eventOf(2, 2));
    first.close();
    second.close();
    // Whoever comes now is told of the newest state only.
    expect(await (await listen(api)).next()).toMatch(eventOf(2, 2));
  });

  it('costs one query a second, and none once nobody listens any more', async () => {
    const api = await newApi({ holding: smallDump() });
    const { pool } = api.database;
    let asked = 0;
    const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
    pool.query = ((...given: unknown[]) => {
      if (String(given[0]).startsWith('SELECT run_id, data_version, as_of FROM publication')) asked += 1;
      return query(...given);
    }) as typeof pool.query;
    const all = [await listen(api), await listen(api), await listen(api)];
    for (const one of all) await one.next();
    await sleep(2_500);
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(asked).toBeLessThanOrEqual(5);
    for (const one of all) one.close();
    await sleep(2_500);
    const before = asked;
    await sleep(2_500);
    expect(asked).toBe(before);
  });

  it('says that it ends where the server stops', async () => {
    const api = await newApi({ holding: smallDump() });
    const heard = await listen(api);
    expect(await heard.next()).toMatch(eventOf(1, 1));
    const rest = heard.rest();
    await api.close();
    expect(await rest).toBe('event: end\ndata: {}\n\n');
  });

  it('is for who may read', async () => {
    const api = await newApi({ holding: smallDump(), local: false });
    expect((await api.get('/api/publication/events')).status).toBe(401);
  });
});
