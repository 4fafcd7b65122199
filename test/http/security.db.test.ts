import { stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../../src/http/endpoints/index.js';
import { revokeKey } from '../../src/http/keys/keys.js';
import { localToken, localTokenPath } from '../../src/http/keys/local-token.js';
import { parseToken } from '../../src/http/keys/token.js';
import { smallDump } from '../support/dump.js';
import { canStartRedis, ownRedis } from '../support/redis.js';
import { newApi, problemOf } from './support.js';

/** fetch does not let anybody set Host. */
function rawGet(url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode!, body }));
    })
      .on('error', reject)
      .end();
  });
}

const reads = endpoints.filter((one) => one.method === 'GET' && one.access === 'read');
const writes = endpoints.filter((one) => one.access === 'operate' && one.method === 'POST');

function pathOf(path: string): string {
  return path.replaceAll(/\{\w+\}/g, '1');
}

it('tells what is paid to operators and to hr, and to nobody else', async () => {
  const api = await newApi({ holding: smallDump() });
  const statusOf = async (headers: Record<string, string>): Promise<number> =>
    (await api.get('/api/kpis/bonus?from=2020-01-01', { headers })).status;
  expect(await statusOf({})).toBe(403);
  expect((await problemOf(await api.get('/api/kpis/bonus'))).code).toBe('PAY_REFUSED');
  for (const [role, expected] of [
    ['reader', 403],
    ['operator', 200],
    ['hr', 200],
  ] as const) {
    const authorization = `Bearer ${await api.key(role)}`;
    expect(await statusOf({ authorization }), role).toBe(expected);
    expect(await statusOf({ authorization, accept: 'text/csv' }), role).toBe(expected);
  }
});

describe('a server of this machine', () => {
  it('lets everybody read here, and nobody under a strange name (DNS rebinding)', async () => {
    const api = await newApi();
    expect((await api.get('/api/services')).status).toBe(200);
    const port = new URL(api.url).port;
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', '10.0.0.1']) {
      const { status, body } = await rawGet(`${api.url}/api/services`, { host });
      expect(status, host).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain('smartinventory');
    }
    for (const host of [`localhost:${port}`, `[::1]:${port}`, '127.0.0.1', '127.8.8.8'])
      expect((await rawGet(`${api.url}/api/services`, { host })).status, host).toBe(200);
  });

  it('refuses pages of other origins, and names the configured ones only', async () => {
    const api = await newApi({ env: { PRODPLAN_CORS_ORIGINS: 'https://painel.example' } });
    const from = async (origin: string) => await api.get('/api/services', { headers: { origin } });
    for (const origin of ['https://evil.example', 'null', 'http://localhost:1', `${api.url}.evil.example`])
      expect((await from(origin)).status, origin).toBe(403);
    expect((await from(api.url)).status).toBe(200);
    const allowed = await from('https://painel.example');
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://painel.example');
    const closed = await newApi();
    const own = await closed.get('/api/services', { headers: { origin: closed.url } });
    expect(own.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('asks for a key where a proxy brings strangers', async () => {
    const api = await newApi();
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    expect((await api.get('/api/services', { headers: forwarded })).status).toBe(401);
    expect((await api.get('/api/services', { headers: forwarded, key: api.token })).status).toBe(401);
    const key = await api.key('reader');
    expect((await api.get('/api/services', { headers: forwarded, key })).status).toBe(200);
  });

  it('keeps its token in a file of its owner only, and follows it when it is replaced', async () => {
    const api = await newApi();
    const path = localTokenPath(api.config.home);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await api.get('/api/services', { key: api.token })).status).toBe(200);
    await writeFile(path, '');
    const next = await localToken(api.config.home);
    expect(next).not.toBe(api.token);
    expect((await api.get('/api/services', { key: api.token })).status).toBe(401);
    expect((await api.get('/api/services', { key: next })).status).toBe(200);
  });

  it.each(writes.map((one) => [one.name, one] as const))('%s wants a key of an operator', async (_, one) => {
    const api = await newApi();
    const post = async (key?: string) =>
      await fetch(`${api.url}${pathOf(one.path)}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: '{}',
      });
    expect((await post()).status).toBe(401);
    expect((await post(await api.key('reader'))).status).toBe(403);
    expect((await post(await api.key('hr'))).status).toBe(403);
    // What is asked makes no sense, but it is listened to.
    expect([401, 403]).not.toContain((await post(api.token)).status);
    expect([401, 403]).not.toContain((await post(await api.key('operator'))).status);
  });
});

describe('a server that others reach', () => {
  it('asks for a key at every address', async () => {
    const api = await newApi({ local: false });
    const key = await api.key('reader');
    const paths = [...reads.map((one) => pathOf(one.path)), '/api/openapi.json', '/api/docs', '/nada'];
    for (const path of paths) {
      const refused = await api.get(path, { headers: { accept: '*/*' } });
      expect(refused.status, path).toBe(401);
      expect(refused.headers.get('www-authenticate')).toContain('Bearer');
      expect((await problemOf(refused)).code).toBe('KEY_REQUIRED');
    }
    expect((await api.get('/api/services', { key })).status).toBe(200);
    // The token of the machine is for the machine.
    expect((await api.get('/api/services', { key: api.token })).status).toBe(401);
  });

  it('looks at names where they are configured', async () => {
    const api = await newApi({ local: false, env: { PRODPLAN_ALLOWED_HOSTS: 'prodplan.example' } });
    const authorization = `Bearer ${await api.key('reader')}`;
    const ask = async (host: string) =>
      (await rawGet(`${api.url}/api/services`, { host, authorization })).status;
    expect(await ask('prodplan.example')).toBe(200);
    expect(await ask('PRODPLAN.example:8080')).toBe(200);
    expect(await ask('other.example')).toBe(403);
  });
});

describe('a key', () => {
  it('is kept as a hash, and opens nothing any more once it is revoked', async () => {
    const api = await newApi({ local: false });
    const key = await api.key('reader');
    const { id, secret } = parseToken(key)!;
    const { rows } = await api.database.pool.query('SELECT k::text AS text FROM api_keys k');
    expect(rows).toHaveLength(1);
    expect(rows[0].text).toContain(id);
    expect(rows[0].text).not.toContain(secret);
    expect((await api.get('/api/services', { key })).status).toBe(200);
    await revokeKey(api.database.pool, id);
    expect((await api.get('/api/services', { key })).status).toBe(401);
  });

  it('that is wrong by one letter, or of another form, opens nothing', async () => {
    const api = await newApi();
    const key = await api.key('reader');
    const last = key.endsWith('A') ? 'B' : 'A';
    for (const bad of [key.slice(0, -1) + last, key.slice(0, -1), `${key}x`, 'pp_', 'x', key.toUpperCase()]) {
      expect((await api.get('/api/services', { key: bad })).status, bad).toBe(401);
    }
    const basic = await api.get('/api/services', { headers: { authorization: 'Basic dTpw' } });
    expect(basic.status).toBe(401);
    expect(api.log()).not.toContain(key);
  });

  it('cannot be guessed at leisure', async () => {
    const api = await newApi({ local: false });
    const statuses: number[] = [];
    for (let n = 0; n < 35; n++)
      statuses.push(
        (await api.get('/api/services', { key: `pp_${'0'.repeat(12)}_${'A'.repeat(43)}` })).status,
      );
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('limits', () => {
  it.skipIf(!canStartRedis)(
    'are counted by all servers together in Redis; without it answers go on',
    async () => {
      const redis = await ownRedis();
      const env = { PRODPLAN_CALLS_PER_MINUTE: '6', REDIS_URL: redis.url };
      const first = await newApi({ env });
      const second = await newApi({ env, plant: first });
      const ask = async (n: number) => (await (n % 2 === 0 ? first : second).get('/api/queries')).status;
      const statuses: number[] = [];
      for (let n = 0; n < 8; n++) statuses.push(await ask(n));
      expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
      await redis.kill();
      expect(await ask(0)).toBe(200);
    },
  );

  it('count the calls of an address and of a key, and say how long to wait', async () => {
    const api = await newApi({ env: { PRODPLAN_CALLS_PER_MINUTE: '5' } });
    const answers: Response[] = [];
    for (let n = 0; n < 7; n++) answers.push(await api.get('/api/queries'));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    const refused = answers.at(-1)!;
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('hold for headers and addresses that are too long', async () => {
    const api = await newApi();
    expect((await api.get('/api/services', { headers: { 'x-long': 'a'.repeat(20_000) } })).status).toBe(431);
    expect((await api.get(`/api/queries/${'a'.repeat(500)}`)).status).toBeGreaterThanOrEqual(400);
  });
});

it('names are seen by the role hr only, as JSON and as CSV, whoever asked before', async () => {
  const api = await newApi({ holding: smallDump() });
  const { rows } = await api.database.pool.query<{ name: string }>(
    'SELECT funcionario_nome AS name FROM funcionarios WHERE funcionario_id = 301',
  );
  const name = rows[0]!.name;
  const keys = {
    nobody: undefined,
    reader: await api.key('reader'),
    operator: await api.key('operator'),
    hr: await api.key('hr'),
  };
  for (const who of ['nobody', 'hr', 'reader', 'hr', 'operator', 'nobody'] as const)
    for (const format of ['json', 'csv']) {
      const key = keys[who];
      const answer = await api.get(
        `/api/kpis/by-employee?format=${format}`,
        key === undefined ? {} : { key },
      );
      expect(answer.status).toBe(200);
      const text = await answer.text();
      if (who === 'hr') expect(text).toContain(name);
      else expect(text, who).not.toContain(name);
    }
  expect(api.log()).not.toContain(name);
});

it('numbers of employees in thrown-out rows are seen by the role hr only', async () => {
  const api = await newApi();
  const dump = smallDump();
  dump.funcionarios_fase_ordem_fabrico!.push({
    funcionariofaseof_faseof_id: 'x',
    funcionariofaseof_funcionario_id: 302,
    funcionariofaseof_chefe: 1,
  });
  const { result } = await api.ingest(dump);
  const path = `/api/ingestion/runs/${result.run_id}/rejects`;
  const rejected = async (key?: string): Promise<unknown> =>
    ((await (await api.get(path, key === undefined ? {} : { key })).json()) as { data: unknown }).data;
  const row = {
    code: 'NOT_A_NUMBER',
    column_name: 'funcionariofaseof_faseof_id',
    value: '***',
    raw: { funcionariofaseof_faseof_id: '***', funcionariofaseof_chefe: '1' },
  };
  const hidden = { ...row, key: '***', raw: { ...row.raw, funcionariofaseof_funcionario_id: '***' } };
  expect(await rejected()).toMatchObject([hidden]);
  expect(await rejected(await api.key('operator'))).toMatchObject([hidden]);
  const shown = { ...row, raw: { ...row.raw, funcionariofaseof_funcionario_id: '302' } };
  expect(await rejected(await api.key('hr'))).toMatchObject([shown]);
  const csv = await (await api.get(`${path}?format=csv&origin=false`)).text();
  expect(csv).not.toContain('302');
});

describe('a refusal', () => {
  it('is a problem with a stable code, and tells nothing of the insides', async () => {
    const api = await newApi();
    await api.database.pool.query('DROP TABLE publication CASCADE');
    const answer = await api.get('/api/smartinventory/consumption_estimate');
    expect(answer.status).toBe(500);
    const problem = await problemOf(answer);
    expect(Object.keys(problem).sort()).toEqual(['code', 'detail', 'instance', 'status', 'title', 'type']);
    expect(problem.code).toBe('UNEXPECTED');
    expect(JSON.stringify(problem)).not.toMatch(/publication|relation|SELECT|node_modules|\.ts|\.js/);
    // The log has it, under the same number.
    expect(api.log()).toContain(problem.instance);
    expect(api.log()).toContain('42P01');
  });

  it('names every parameter that does not fit', async () => {
    const api = await newApi();
    const answer = await api.get(
      '/api/smartinventory/consumption_estimate?from=ontem&produto_id=0&familia=K9&x=1&fase_id=%00',
    );
    expect(answer.status).toBe(400);
    const { code, parameters } = await problemOf(answer);
    expect(code).toBe('BAD_PARAMETER');
    expect(parameters?.map((one) => one.parameter)).toEqual(['fase_id']);
    const other = await problemOf(
      await api.get('/api/smartinventory/consumption_estimate?from=ontem&produto_id=0&familia=K9&x=1'),
    );
    expect(other.parameters?.map((one) => one.parameter).sort()).toEqual([
      'familia',
      'from',
      'produto_id',
      'x',
    ]);
    const list = await problemOf(await api.get('/api/prodplan/orders?state=DONE,NADA'));
    expect(list.parameters?.map((one) => one.parameter)).toEqual(['state']);
    // A read that is an operator's alone is not said to change anything.
    expect((await problemOf(await api.get('/api/jobs'))).detail).not.toContain('altera');
    const { paths } = (await (await api.get('/api/openapi.json')).json()) as {
      paths: Record<string, { get?: { responses: object } }>;
    };
    expect(paths['/api/services']!.get!.responses).toHaveProperty('431');
  });

  it('tells an address that does not exist from a method that it does not take', async () => {
    const api = await newApi();
    expect((await problemOf(await api.get('/api/nada'))).code).toBe('NO_SUCH_ADDRESS');
    const posted = await fetch(`${api.url}/api/services`, { method: 'POST' });
    expect(posted.status).toBe(405);
    expect(posted.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('every answer', () => {
  it('carries the headers that keep browsers careful', async () => {
    const api = await newApi();
    for (const path of ['/api/services', '/nada', '/api/docs/']) {
      const { headers } = await api.get(path, { headers: { accept: '*/*' } });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('is logged without what was searched for', async () => {
    const api = await newApi();
    await api.get('/api/smartinventory/consumption_estimate?text=Maria+Segredo');
    expect(api.log()).toContain('/api/smartinventory/consumption_estimate');
    expect(api.log()).not.toContain('Segredo');
  });
});
