import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/platform/database.js';
import { runLockHolder } from '../../src/platform/locks/index.js';
import { ensureMigrated } from '../../src/platform/migrate.js';
import { startEmbedded, stopEmbedded } from '../../src/platform/postgres/embedded.js';
import { prodplan } from '../support/cli.js';
import { coreChecksum } from '../support/core.js';
import { temporaryFolder } from '../support/dump.js';
import { lastRun, leftovers, plantBetween, published } from './bad-input-support.js';
import { expectToWait, type Moment, moments, start, startUntil, until } from './running.js';

const { plant, files } = plantBetween(400);

/** What readers see. */
const look = async (): Promise<{ core: string; published: unknown }> => ({
  core: await coreChecksum(plant().database.pool),
  published: await published(plant()),
});

/** Without any manual step: the next run takes the dump in, and what the dead one left is gone. */
async function expectNextRunClean(): Promise<void> {
  const next = await plant().cli('ingest', files().second, '--json');
  expect(next, next.stdout).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(next.stdout)).toMatchObject({ status: 'completed' });
  expect(await leftovers(plant())).toEqual([]);
  const { rowCount } = await plant().database.pool.query(
    `SELECT FROM ingestion_runs WHERE status = 'running'`,
  );
  expect(rowCount).toBe(0);
}

async function extractFolders(): Promise<string[]> {
  const folder = join(plant().home, 'extracts');
  return existsSync(folder) ? await readdir(folder) : [];
}

describe.each(Object.keys(moments) as Moment[])('interrupted at %s', (moment) => {
  it('survives kill -9: the previous data are intact and the next run needs nobody', async () => {
    const before = await look();
    const run = await startUntil(plant(), moment, ['ingest', files().second]);
    run.child.kill('SIGKILL');
    expect(await run.finished).toMatchObject({ signal: 'SIGKILL' });
    // The server sees the death while its statement still waits, and lets go of the lock.
    const { pool } = plant().database;
    await until('the end of the dead session', async () => (await runLockHolder(pool)) === null);
    await run.release();
    expect(await look()).toEqual(before);
    expect((await leftovers(plant())).length).toBeGreaterThan(0);
    const dead = await lastRun(plant());
    expect(dead).toMatchObject({ status: 'running', stage: moment === 'copy' ? 'extract' : moment });
    await expectNextRunClean();
    const { rows } = await pool.query('SELECT status, error_code FROM ingestion_runs WHERE run_id = $1', [
      dead!.run_id,
    ]);
    expect(rows).toEqual([{ status: 'failed', error_code: 'RUN_DIED' }]);
    // The extract of a run that got beyond it is whole, and kept as any other.
    if (moment === 'copy') expect(await extractFolders()).not.toContain(`run-${dead!.run_id}`);
  });

  it('stops at Ctrl-C at once, with exit code 1', async () => {
    const before = await look();
    const run = await startUntil(plant(), moment, ['ingest', files().second]);
    const asked = Date.now();
    run.child.kill('SIGINT');
    run.child.kill('SIGCONT');
    const ended = await run.finished;
    expect(Date.now() - asked).toBeLessThan(15_000);
    expect(ended, ended.stderr).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ended.stderr).toContain('A carga foi interrompida a pedido. (STOPPED)');
    expect(ended.stderr).toContain('Os dados anteriores estão intactos');
    expect(await look()).toEqual(before);
    const stopped = await lastRun(plant());
    expect(stopped).toMatchObject({ status: 'failed', error_code: 'STOPPED' });
    expect(await leftovers(plant())).toEqual([]);
    expect(await extractFolders()).not.toContain(`run-${stopped!.run_id}`);
    await run.release();
    await expectNextRunClean();
  });

  it('says that the connection was lost where the server ends the session', async () => {
    const before = await look();
    const run = await startUntil(plant(), moment, ['ingest', files().second, '--json']);
    const { pool } = plant().database;
    await pool.query('SELECT pg_terminate_backend($1)', [(await runLockHolder(pool))!.pid]);
    run.child.kill('SIGCONT');
    const ended = await run.finished;
    expect(ended, ended.stderr).toMatchObject({ exitCode: 1, stderr: '' });
    expect(JSON.parse(ended.stdout)).toMatchObject({ status: 'failed', error: { code: 'DATABASE_LOST' } });
    await run.release();
    expect(await look()).toEqual(before);
    expect(await lastRun(plant())).toMatchObject({ status: 'failed', error_code: 'DATABASE_LOST' });
    await expectNextRunClean();
  });
});

describe('two runs at once', () => {
  it('tells the second who holds the lock, and lets it wait if asked to', async () => {
    const first = await startUntil(plant(), 'merge', ['ingest', files().second, '--json']);
    const refused = await plant().cli('ingest', files().second);
    expect(refused, refused.stderr).toMatchObject({ exitCode: 5, stdout: '' });
    const { run_id } = (await lastRun(plant()))!;
    const holder = `prodplan ingest carga ${run_id} pid ${first.child.pid} em ${hostname()}`;
    expect(refused.stderr).toContain(`«${holder.slice(0, 63)}»`);
    expect(refused.stderr).toContain('(LOCKED)');
    expect(refused.stderr).toContain('--wait');
    const second = start(['ingest', files().second, '--json', '--wait'], plant().env);
    await expectToWait(plant(), second);
    await first.release();
    const [one, two] = [await first.finished, await second.finished];
    expect([one.exitCode, two.exitCode], one.stdout + two.stdout).toEqual([0, 0]);
    expect(JSON.parse(one.stdout).status).toBe('completed');
    expect(JSON.parse(two.stdout).status).toBe('unchanged');
  });

  it('can be stopped while it waits', async () => {
    const first = await startUntil(plant(), 'merge', ['ingest', files().second]);
    const { pool } = plant().database;
    const second = start(['ingest', files().second, '--wait'], plant().env);
    await until('the second run waits', async () => {
      const { rowCount } = await pool.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`,
      );
      return rowCount === 1;
    });
    second.child.kill('SIGINT');
    const ended = await second.finished;
    expect(ended, ended.stderr).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ended.stderr).toContain('(STOPPED)');
    await first.release();
    expect(await first.finished).toMatchObject({ exitCode: 0 });
  });
});

describe('a run from a folder of CSV.gz files', () => {
  it('stops in the middle of a file, too', async () => {
    const folder = join(await temporaryFolder(), 'saída');
    expect(await plant().cli('extract', files().second, '--out', folder)).toMatchObject({ exitCode: 0 });
    const before = await look();
    const stop = new AbortController();
    const run = plant().ingestFile(folder, {
      signal: stop.signal,
      onProgress: (progress) => {
        if (progress.kind === 'rows' && progress.sheet === 'FasesOrdemFabrico') stop.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ kind: 'system', code: 'STOPPED' });
    expect(await look()).toEqual(before);
    expect(await lastRun(plant())).toMatchObject({ status: 'failed', error_code: 'STOPPED' });
    await expectNextRunClean();
  });
});

describe('a server that goes away', () => {
  const home = join(inject('testRoot'), 'goes-away');
  afterAll(async () => {
    await stopEmbedded(home);
  });

  it('leaves the previous data intact, and the next run marks the dead one failed', async () => {
    const settings = { fsync: 'off', max_connections: '30' };
    let server = await startEmbedded(home, { settings });
    let database = await openDatabase(server.url, 'external');
    await ensureMigrated(database);
    const env = { DATABASE_URL: server.url, PRODPLAN_HOME: await temporaryFolder(), NO_COLOR: '1' };
    expect(await prodplan(['ingest', files().first, '--json'], env)).toMatchObject({ exitCode: 0 });
    const before = await coreChecksum(database.pool);
    const doomed = { ...plant(), env, database };
    const run = await startUntil(doomed, 'publish', ['ingest', files().second]);
    await stopEmbedded(home);
    const ended = await run.finished;
    expect(ended, ended.stderr).toMatchObject({ exitCode: 1, stdout: '' });
    expect(ended.stderr).toContain('Perdeu-se a ligação à base de dados');
    expect(ended.stderr).toContain('(DATABASE_LOST)');
    expect(ended.stderr).toContain('prodplan db status');
    await database.close().catch(() => {});
    server = await startEmbedded(home, { settings });
    database = await openDatabase(server.url, 'external');
    expect(await coreChecksum(database.pool)).toBe(before);
    const next = await prodplan(['ingest', files().second, '--json'], { ...env, DATABASE_URL: server.url });
    expect(next, next.stdout).toMatchObject({ exitCode: 0 });
    const { rows } = await database.pool.query(
      'SELECT status, error_code FROM ingestion_runs ORDER BY run_id',
    );
    expect(rows).toEqual([
      { status: 'completed', error_code: null },
      { status: 'failed', error_code: 'RUN_DIED' },
      { status: 'completed', error_code: null },
    ]);
    await database.close();
  });
});
