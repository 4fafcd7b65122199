import { randomBytes } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { endpoints } from '../../src/http/endpoints/index.js';
import { openDatabase } from '../../src/platform/database.js';
import { until } from '../ingest/running.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';
import { type Api, newApi } from './support.js';

const values: Readonly<Record<string, string>> = {
  run_id: '1',
  run_a: '1',
  run_b: '1',
  of_id: '1003',
  produto_id: '201',
  job_id: 'ingest-j1',
  id: 'ingest-j1',
  name: 'refresh_aggregates',
  service: 'kpis.overview',
};

/** Every address that asks the database, with what it cannot do without. */
const calls = endpoints
  .filter(({ path }) => path.startsWith('/api/'))
  .map(({ method, path, params }) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1');
    const needed = Object.keys(params.shape).filter(
      (name) => !path.includes(`{${name}}`) && !params.shape[name]!.safeParse(undefined).success,
    );
    const query = new URLSearchParams(
      needed.map((name): [string, string] => [name, values[name] ?? '1']),
    ).toString();
    return { method, address: query === '' ? filled : `${filled}?${query}` };
  });

async function allAnswers(api: Api): Promise<{ call: string; status: number; code: string | undefined }[]> {
  return await Promise.all(
    calls.map(async ({ method, address }) => {
      const response = await fetch(`${api.url}${address}`, {
        method,
        headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
        ...(method === 'POST' ? { body: '{"path":"Folha_IA.xlsx"}' } : {}),
      });
      const type = response.headers.get('content-type') ?? '';
      const body = type.includes('json') ? ((await response.json()) as { code?: string }) : {};
      return { call: `${method} ${address}`, status: response.status, code: body.code };
    }),
  );
}

/** Of what needs no database (a list of declared questions) a good answer; of all else 503, and never 500. */
function expectAway(found: Awaited<ReturnType<typeof allAnswers>>): void {
  expect(found.filter(({ status }) => status !== 200 && status !== 503 && status !== 404)).toEqual([]);
  const away = found.filter(({ status }) => status === 503);
  const told = ['DATABASE_UNREACHABLE', 'DATABASE_LOST', 'TIMEOUT'];
  expect(away.filter(({ code }) => !told.includes(code ?? ''))).toEqual([]);
  expect(away.length).toBeGreaterThan(25);
}

it('a database that takes nobody in, that is full, and that is gone: 503 at every address', async () => {
  const plant = await newPlant(firstServer, smallDump());
  const role = `api_${randomBytes(4).toString('hex')}`;
  const admin = await openDatabase(new URL(plant.url).href, 'external');
  onTestFinished(() => admin.close());
  const base = new URL(plant.url).pathname.slice(1);
  await admin.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
  await admin.pool.query(`ALTER DATABASE ${base} OWNER TO ${role}`);
  await admin.pool.query(
    `GRANT ALL ON SCHEMA public TO ${role}; GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}; GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
  );
  onTestFinished(async () => {
    await admin.pool.query(`ALTER DATABASE ${base} OWNER TO CURRENT_USER`);
    await admin.pool.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  });
  const url = new URL(plant.url);
  Object.assign(url, { username: role, password: 'x' });
  const database = await openDatabase(url.href, 'external');
  onTestFinished(() => database.close());
  const api = await newApi({ plant: { ...plant, database } });
  expect((await allAnswers(api)).filter(({ status }) => status >= 500)).toEqual([]);
  const cut = async (): Promise<void> => {
    await admin.pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [
      role,
    ]);
  };
  for (const [shut, open] of [
    [`ALTER ROLE ${role} CONNECTION LIMIT 0`, `ALTER ROLE ${role} CONNECTION LIMIT -1`],
    [`ALTER ROLE ${role} NOLOGIN`, `ALTER ROLE ${role} LOGIN`],
    [`ALTER ROLE ${role} PASSWORD 'outra'`, `ALTER ROLE ${role} PASSWORD 'x'`],
  ] as const) {
    await admin.pool.query(shut);
    await cut();
    expectAway(await allAnswers(api));
    await admin.pool.query(open);
    await until('it answers again', async () => (await api.get('/api/ingestion/runs')).status === 200);
  }
  expect(api.log()).not.toContain(`${role}:x`);
});

it('questions that are cut off while they wait are answered with 503', async () => {
  const api = await newApi({ holding: smallDump() });
  const blocker = await api.database.connect('blocker');
  await blocker.query('BEGIN; LOCK TABLE publication IN ACCESS EXCLUSIVE MODE');
  const asked = ['/api/kpis/overview', '/api/ingestion/runs', '/api/prodplan/orders'].map((path) =>
    api.get(path),
  );
  // Within a transaction the list of sessions stays as it was first seen: another connection looks.
  const { pool } = api.database;
  const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await until('they wait', async () => (await pool.query(waiting)).rowCount === asked.length);
  await pool.query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) w`);
  await blocker.query('ROLLBACK');
  await blocker.end();
  for (const response of await Promise.all(asked)) {
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'DATABASE_LOST' });
  }
});
