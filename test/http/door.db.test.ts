import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openApi } from '../../src/http/openapi/index.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';
import { type Api, newApi, problemOf } from './support.js';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What comes back for these very lines; fetch neither sends a Host of ours nor none. */
function raw(api: Api, ...lines: readonly string[]): Promise<Answer> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
    });
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      const type = /^content-type: ([^;\r\n]+)/im.exec(head)?.[1] ?? '';
      resolve({ status: Number(head.split(' ')[1]), type, body });
    });
  });
}

const page = 'https://painel.example';
const problem = 'application/problem+json';
const wrongKey = `pp_${'0'.repeat(12)}_${'A'.repeat(43)}`;

describe('the question that a browser asks before a page may call', () => {
  const options = async (api: Api, headers: Record<string, string>, path = '/api/services') =>
    await fetch(`${api.url}${path}`, { method: 'OPTIONS', headers });
  const asks = (origin: string, method?: string) => ({
    origin,
    ...(method === undefined ? {} : { 'access-control-request-method': method }),
  });

  it('is answered for the configured pages and the methods that there are', async () => {
    const api = await newApi({ local: false, env: { PRODPLAN_CORS_ORIGINS: page } });
    for (const method of ['GET', 'HEAD', 'POST']) {
      const answer = await options(api, {
        ...asks(page, method),
        'access-control-request-headers': 'authorization',
      });
      expect(answer.status).toBe(204);
      expect(answer.headers.get('access-control-allow-origin')).toBe(page);
      expect(answer.headers.get('access-control-allow-headers')).toBe('authorization');
    }
  });

  it('is refused as a problem with 403 in every other case, also where pages are closed out', async () => {
    const open = await newApi({ env: { PRODPLAN_CORS_ORIGINS: page } });
    const closed = await newApi({ plant: open });
    const outside = await newApi({ plant: open, local: false, env: { PRODPLAN_CORS_ORIGINS: page } });
    const refusals: [Api, Record<string, string>, string][] = [];
    for (const api of [open, closed, outside])
      for (const origin of ['https://evil.example', 'null', `${page}.evil.example`, `${page}:8443`])
        for (const method of ['GET', 'DELETE', undefined])
          refusals.push([api, asks(origin, method), 'ORIGIN_REFUSED']);
    for (const api of [open, outside])
      for (const method of ['DELETE', 'get', '', undefined])
        refusals.push([api, asks(page, method), 'PREFLIGHT_REFUSED']);
    for (const [api, headers, code] of refusals) {
      const answer = await options(api, headers);
      const what = JSON.stringify(headers);
      expect([answer.status, answer.headers.get('content-type')?.split(';')[0]], what).toEqual([
        403,
        problem,
      ]);
      expect((await problemOf(answer)).code, what).toBe(code);
      if (code === 'ORIGIN_REFUSED') expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('is none where it comes from no page: a method as any other', async () => {
    for (const env of [{}, { PRODPLAN_CORS_ORIGINS: page }]) {
      const api = await newApi({ env });
      const answer = await options(api, {});
      expect([answer.status, (await problemOf(answer)).code]).toEqual([405, 'METHOD_NOT_ALLOWED']);
      expect((await problemOf(await options(api, {}, '/nada'))).code).toBe('NO_SUCH_ADDRESS');
    }
  });
});

describe('a Host', () => {
  it('that is no host name, is given twice or is missing, is refused as a problem', async () => {
    const api = await newApi();
    const open = await newApi({ plant: api, local: false });
    const ask = async (server: Api, ...hosts: readonly string[]) =>
      await raw(server, 'GET /health/live HTTP/1.1', ...hosts.map((host) => `Host: ${host}`));
    for (const server of [api, open])
      for (const hosts of [
        ...[[], [''], ['a b'], ['localhost:0'], ['localhost:65536'], ['[::1'], ['::1'], ['evil@127.0.0.1']],
        ...[['127.0.0.1/x'], ['127.0.0.1?x'], ['fábrica'], ['a'.repeat(300)], ['localhost', 'evil.example']],
      ]) {
        const { status, type, body } = await ask(server, ...hosts);
        expect([status, type], JSON.stringify(hosts)).toEqual([400, problem]);
        expect(JSON.parse(body)).toMatchObject({ code: 'BAD_HOST' });
      }
    for (const host of ['localhost', '[::1]:8080', '127.0.0.1:1'])
      expect((await ask(api, host)).status, host).toBe(200);
    expect((await raw(api, 'GET /health/live HTTP/1.0')).status).toBe(403);
    expect((await raw(open, 'GET /health/live HTTP/1.0')).status).toBe(200);
  });
});

describe('wrong keys', () => {
  const tries = async (api: Api, times: number): Promise<number[]> => {
    const statuses: number[] = [];
    for (let n = 0; n < times; n++) statuses.push((await api.get('/api/services', { key: wrongKey })).status);
    return statuses;
  };

  it('31 of an address do not lock out a right one, and the 32nd is told to wait', async () => {
    const api = await newApi({ local: false });
    const key = await api.key('reader');
    expect(new Set(await tries(api, 31))).toEqual(new Set([401, 429]));
    // Never seen before, and behind the same address.
    expect((await api.get('/api/services', { key })).status).toBe(200);
    const refused = await api.get('/api/services', { key: wrongKey });
    expect([refused.status, (await problemOf(refused)).code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await api.get('/api/services', { key })).status).toBe(200);
  });

  it('are not even looked up after a minute’s calls, and a key in use still opens', async () => {
    const api = await newApi({ local: false, env: { PRODPLAN_CALLS_PER_MINUTE: '40' } });
    const [used, unused] = [await api.key('reader'), await api.key('reader')];
    expect((await api.get('/api/services', { key: used })).status).toBe(200);
    await tries(api, 45);
    expect((await api.get('/api/services', { key: used })).status).toBe(200);
    // Nobody can tell it from a guess before it is looked up.
    expect((await api.get('/api/services', { key: unused })).status).toBe(429);
    // One that was revoked opens nothing, remembered or not.
    await api.database.pool.query('UPDATE api_keys SET revoked_at = clock_timestamp()');
    expect((await api.get('/api/services', { key: used })).status).toBe(429);
  });

  it('do not use up the calls of who brings a right one', async () => {
    const api = await newApi({ local: false, env: { PRODPLAN_CALLS_PER_MINUTE: '10' } });
    const keys = [await api.key('reader'), await api.key('reader'), await api.key('reader')];
    // Three people behind one proxy, each within what a key may ask.
    for (let n = 0; n < 9; n++)
      for (const key of keys) expect((await api.get('/api/services', { key })).status).toBe(200);
    await api.get('/api/services', { key: keys[0]! });
    expect((await api.get('/api/services', { key: keys[0]! })).status).toBe(429);
    expect((await api.get('/api/services', { key: keys[1]! })).status).toBe(200);
  });
});

describe('an answer that has not changed', () => {
  interface Operation {
    readonly operationId: string;
    readonly responses: Readonly<Record<string, { readonly content?: object }>>;
  }
  const { paths } = openApi() as { paths: Record<string, { get?: Operation }> };
  const places: Readonly<Record<string, string>> = {
    of_id: '1001',
    produto_id: '201',
    run_id: '1',
    name: 'prodplan.orders',
  };
  const reads = Object.entries(paths).flatMap(([path, { get }]) =>
    get === undefined || path.endsWith('/events')
      ? []
      : [{ path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '1'), ...get }],
  );

  it('is 304 where that is described, and nowhere else; HEAD says what GET says', async () => {
    const api = await newApi({ plant: await newPlant(firstServer, smallDump()) });
    for (const { operationId, path, responses } of reads) {
      const ask = async (headers: Record<string, string>, method = 'GET') => {
        const answer = await fetch(`${api.url}${path}`, {
          method,
          headers: { authorization: `Bearer ${api.token}`, ...headers },
        });
        const [type, etag] = ['content-type', 'etag'].map((name) => answer.headers.get(name));
        return { status: answer.status, type, etag, text: await answer.text() };
      };
      const first = await ask({});
      expect(Object.keys(responses), operationId).toContain(String(first.status));
      expect(await ask({}, 'HEAD'), operationId).toEqual({ ...first, text: '' });
      if (first.status !== 200) continue;
      const described = responses['304'];
      expect(first.etag !== null, operationId).toBe(described !== undefined);
      expect(described?.content).toBeUndefined();
      const etag = first.etag ?? '"x"';
      for (const known of [etag, `"x", ${etag}`, etag.replace('W/', ''), '*']) {
        const again = await ask({ 'if-none-match': known });
        if (described === undefined) expect(again.status, operationId).toBe(200);
        else expect(again, operationId).toEqual({ status: 304, type: null, etag: first.etag, text: '' });
      }
    }
  });
});
