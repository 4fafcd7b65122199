import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rollback } from '../../src/ingestion/rollback.js';
import { startJobWorker } from '../../src/jobs/index.js';
import { openDatabase } from '../../src/platform/database.js';
import { type Code, catalogue } from '../../src/platform/errors/catalogue.js';
import { kinds, statusOf } from '../../src/platform/errors/kinds.js';
import { createLog } from '../../src/platform/logging.js';
import { migrateDown } from '../../src/platform/migrate.js';
import { type Api, newApi } from '../http/support.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { prodplan } from '../support/cli.js';
import { firstServer } from '../support/database.js';
import { dumpWorkbook, smallDump, temporaryFolder, writeWorkbook } from '../support/dump.js';
import { runningRun } from '../support/running-run.js';
import { byCall, byCommand, byJob, type Met } from './doors.js';

const question = '/api/kpis/overview';

/** How a command ends for this code. */
function ends(code: Code): Met {
  return { code, as: kinds[catalogue[code].kind].exit };
}

/** How a call is answered for it. */
function answers(code: Code): Met {
  return { code, as: statusOf({ code, kind: catalogue[code].kind }) };
}

/** The same database as a role of its own, which may do all that the API does. */
async function asRole(plant: Plant): Promise<{ readonly role: string; readonly own: Plant }> {
  const role = `porta_${randomBytes(4).toString('hex')}`;
  const { pool } = plant.database;
  const base = new URL(plant.url).pathname.slice(1);
  await pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
  onTestFinished(async () => {
    await pool.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  });
  await pool.query(`GRANT ALL ON DATABASE ${base} TO ${role}; GRANT ALL ON SCHEMA public TO ${role};
    GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}; GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
  const url = Object.assign(new URL(plant.url), { username: role, password: 'x' }).href;
  const database = await openDatabase(url, 'external');
  onTestFinished(() => database.close());
  return { role, own: { ...plant, database, url } };
}

async function work(api: Api): Promise<void> {
  const log = createLog({ level: 'fatal', destination: { write: () => {} } });
  const worker = await startJobWorker({ database: api.database, config: api.config, log });
  onTestFinished(() => worker.stop(5_000));
}

describe('the same state by every door', () => {
  it('nothing is published', async () => {
    const plant = await newPlant(firstServer);
    const api = await newApi({ plant });
    for (const args of [['check'], ['rollback'], ['defects', 'classify', 'Molde baço', 'molde']])
      expect(await byCommand(plant.url, args), args[0]).toEqual(ends('NOTHING_PUBLISHED'));
    expect(await byCall(api, question)).toEqual(answers('NOTHING_PUBLISHED'));
    expect(await byJob(() => rollback({ database: plant.database, to: null }))).toBe('NOTHING_PUBLISHED');
    // What was decided, in figures.
    expect([ends('NOTHING_PUBLISHED').as, answers('NOTHING_PUBLISHED').as]).toEqual([4, 409]);
  });

  it('another run is under way', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const path = await writeWorkbook(dumpWorkbook(smallDump()));
    await runningRun(plant.database);
    for (const args of [['ingest', path, '--force'], ['rollback'], ['replay', '1']])
      expect(await byCommand(plant.url, args), args[0]).toEqual(ends('LOCKED'));
    expect(await byJob(() => plant.ingestFile(path, { force: true }))).toBe('LOCKED');
  });

  it('the database is away', async () => {
    const { role, own } = await asRole(await newPlant(firstServer, smallDump()));
    const admin = await newPlant(firstServer);
    const api = await newApi({ plant: own });
    expect((await api.get(question)).status).toBe(200);
    await admin.database.pool.query(`ALTER ROLE ${role} NOLOGIN`);
    await admin.database.pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1',
      [role],
    );
    expect(await byCommand(own.url, ['runs'])).toEqual(ends('DATABASE_UNREACHABLE'));
    expect(await byCall(api, question)).toEqual(answers('DATABASE_UNREACHABLE'));
    expect(await byJob(() => own.database.pool.query('SELECT 1'))).toBe('DATABASE_UNREACHABLE');
    expect(await byJob(() => own.database.connect())).toBe('DATABASE_UNREACHABLE');
  });

  it('there are no tables yet', async () => {
    const test = await firstServer.createEmpty();
    onTestFinished(() => test.drop());
    const plant: Plant = { ...(await newPlant(firstServer)), ...test };
    const api = await newApi({ plant });
    for (const args of [['runs'], ['check'], ['issues'], ['jobs', 'list']])
      expect(await byCommand(plant.url, args), args[0]).toEqual(ends('NOT_MIGRATED'));
    for (const path of [question, '/api/ingestion/runs'])
      expect(await byCall(api, path), path).toEqual(answers('NOT_MIGRATED'));
  });

  it('the tables are of an older version', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const api = await newApi({ plant });
    await migrateDown(plant.database, 6);
    for (const args of [['runs'], ['check']])
      expect(await byCommand(plant.url, args), args[0]).toEqual(ends('NOT_MIGRATED'));
    expect(await byCall(api, question)).toEqual(answers('NOT_MIGRATED'));
  });

  it('the tables are of a newer version', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const api = await newApi({ plant });
    // A later version has renamed what this one reads.
    await plant.database.pool.query(`ALTER TABLE publication RENAME TO publicado;
      INSERT INTO schema_migrations (name, run_on) VALUES ('9999_later', now())`);
    for (const args of [['runs'], ['check'], ['migrate'], ['serve', '--port', '0'], ['worker']])
      expect(await byCommand(plant.url, args), args[0]).toEqual(ends('DATABASE_NEWER_THAN_CODE'));
    expect(await byCall(api, question)).toEqual(answers('DATABASE_NEWER_THAN_CODE'));
  });

  it('the database user lacks a right', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const { role, own } = await asRole(plant);
    const api = await newApi({ plant: own });
    await plant.database.pool.query(`REVOKE ALL ON publication, ingestion_runs FROM ${role}`);
    for (const args of [['runs'], ['check'], ['rollback']])
      expect(await byCommand(own.url, args), args[0]).toEqual(ends('MISSING_RIGHTS'));
    for (const path of [question, '/api/ingestion/runs'])
      expect(await byCall(api, path), path).toEqual(answers('MISSING_RIGHTS'));
    expect(await byJob(() => own.database.pool.query('SELECT FROM publication'))).toBe('MISSING_RIGHTS');
  });

  it('the server can only be read', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const api = await newApi({ plant });
    const { pool } = plant.database;
    pool.on('connect', (client) => void client.query('SET default_transaction_read_only = on'));
    await pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await pool.query('SET default_transaction_read_only = on');
    const post = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"path":"x.xlsx"}',
    };
    expect(await byCall(api, '/api/ingestion/runs', post)).toEqual(answers('READ_ONLY_SERVER'));
    expect(await byJob(() => pool.query('DELETE FROM publication'))).toBe('READ_ONLY_SERVER');
  });

  it('a run, an order, a job, a query or an address does not exist', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const api = await newApi({ plant });
    for (const args of [
      ['runs', '999'],
      ['diff', '1', '999'],
      ['rollback', '--to', '999'],
    ])
      expect(await byCommand(plant.url, args), args[0]).toEqual(ends('NO_SUCH_RUN'));
    for (const path of ['999', '1/diff/999', '999/rejects', '999/report'])
      expect(await byCall(api, `/api/ingestion/runs/${path}`), path).toEqual(answers('NO_SUCH_RUN'));
    expect(await byCall(api, '/api/prodplan/orders/999')).toEqual(answers('NOT_FOUND'));
    expect(await byCall(api, '/api/queries/nada')).toEqual(answers('NO_SUCH_QUERY'));
    expect(await byCall(api, '/api/nada')).toEqual(answers('NO_SUCH_ADDRESS'));
    expect(await byCommand(plant.url, ['jobs', 'run', 'nada'])).toEqual(ends('UNKNOWN_JOB'));
    const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
    expect(await byCall(api, '/api/jobs', { ...post, body: '{"name":"nada"}' })).toEqual(
      answers('UNKNOWN_JOB'),
    );
    expect(await byCommand(plant.url, ['jobs', 'status', 'ingest-nada'])).toEqual(ends('UNKNOWN_JOB_ID'));
    expect(await byCall(api, '/api/jobs/ingest-nada')).toEqual(answers('UNKNOWN_JOB_ID'));
  });

  it('a file is no workbook', async () => {
    const plant = await newPlant(firstServer);
    const api = await newApi({ plant });
    const path = await writeWorkbook(Buffer.from('of_id;of_datacriacao\n'));
    expect(await byCommand(plant.url, ['ingest', path])).toEqual(ends('NOT_A_ZIP'));
    expect(await byCommand(plant.url, ['extract', path, '--out', await temporaryFolder()])).toEqual(
      ends('NOT_A_ZIP'),
    );
    const body = new FormData();
    body.set('file', new Blob(['of_id;of_datacriacao\n']), 'Folha_IA.xlsx');
    expect(await byCall(api, '/api/ingestion/runs', { method: 'POST', body })).toEqual(answers('NOT_A_ZIP'));
    expect(await byJob(() => plant.ingestFile(path))).toBe('NOT_A_ZIP');
  });

  it('a dump is refused: command, run, job and the job as a command tells it', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const api = await newApi({ plant });
    await work(api);
    const lacking = dumpWorkbook(smallDump(), {
      edit: (sheets) => sheets.filter(({ name }) => name !== 'Modelos'),
    });
    const path = await writeWorkbook(lacking);
    expect(await byCommand(plant.url, ['ingest', path])).toEqual(ends('MISSING_SHEET'));
    const param = `path=${path}`;
    expect(
      await byCommand(plant.url, ['jobs', 'run', 'ingest_workbook', '--param', param, '--wait']),
    ).toEqual(ends('MISSING_SHEET'));
    const [job] = await (await api.jobs()).list();
    expect(job?.error).toMatchObject({ code: 'MISSING_SHEET', kind: 'contract' });
    const told = (await (await api.get('/api/ingestion/runs')).json()) as { data: { error_code: string }[] };
    expect(told.data.map((run) => run.error_code).slice(0, 2)).toEqual(['MISSING_SHEET', 'MISSING_SHEET']);
    // What it failed with is published by none of these runs.
    const failed = `/api/ingestion/runs/1/diff/${told.data.length}`;
    expect(await byCall(api, failed)).toEqual(answers('NOT_PUBLISHED'));
    expect(await byCommand(plant.url, ['diff', '1', String(told.data.length)])).toEqual(
      ends('NOT_PUBLISHED'),
    );
  });

  it('a moment is none', async () => {
    const plant = await newPlant(firstServer);
    const api = await newApi({ plant });
    const path = await writeWorkbook(dumpWorkbook(smallDump()));
    expect(await byCommand(plant.url, ['ingest', path, '--as-of', '2023-02-31'])).toEqual(ends('BAD_AS_OF'));
    const params = ['--param', `path=${path}`, '--param', 'as_of=2023-02-31'];
    expect(await byCommand(plant.url, ['jobs', 'run', 'ingest_workbook', ...params])).toEqual(
      ends('BAD_AS_OF'),
    );
    const body = new FormData();
    body.set('as_of', '2023-02-31');
    body.set('file', new Blob([new Uint8Array(dumpWorkbook(smallDump()))]), 'Folha_IA.xlsx');
    expect(await byCall(api, '/api/ingestion/runs', { method: 'POST', body })).toEqual(answers('BAD_AS_OF'));
  });
});

describe('English', () => {
  it('is told where it is asked for, and Portuguese anywhere else', async () => {
    const plant = await newPlant(firstServer);
    const api = await newApi({ plant });
    const english = await byCommandText(plant.url, { PRODPLAN_LANG: 'en' });
    expect(english).toContain('Error: Nothing is published yet');
    expect(english).toContain('What to do: Load one');
    expect(await byCommandText(plant.url, { LANG: 'en_US.UTF-8' })).toContain('Erro: Ainda não há nada');
    const wrong = await byCommand(plant.url, ['runs'], { PRODPLAN_LANG: 'fr' });
    expect(wrong).toEqual(ends('BAD_CONFIG'));
    for (const [wanted, language, told] of [
      ['en-GB,en;q=0.9', 'en', 'Nothing is published yet'],
      ['pt;q=0.5,en', 'en', 'Nothing is published yet'],
      ['pt-PT,en;q=0.9', 'pt', 'Ainda não há nada publicado'],
      ['de', 'pt', 'Ainda não há nada publicado'],
      ['*', 'pt', 'Ainda não há nada publicado'],
      ['', 'pt', 'Ainda não há nada publicado'],
    ] as const) {
      const answer = await api.get(question, { headers: { 'accept-language': wanted } });
      expect(answer.headers.get('content-language'), wanted).toBe(language);
      expect(answer.headers.get('vary')).toContain('Accept-Language');
      expect(await answer.json()).toMatchObject({ detail: expect.stringContaining(told) });
    }
  });
});

async function byCommandText(url: string, env: Readonly<Record<string, string>>): Promise<string> {
  const home = await temporaryFolder();
  const done = await prodplan(['rollback'], {
    DATABASE_URL: url,
    PRODPLAN_HOME: home,
    NO_COLOR: '1',
    ...env,
  });
  return done.stderr;
}
