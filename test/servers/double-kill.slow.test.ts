import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { startEmbedded } from '../../src/platform/postgres/embedded.js';
import { isProcessAlive } from '../../src/platform/postgres/processes.js';
import { until } from '../ingest/running.js';
import { removeHome } from '../support/homes.js';

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

it('a server that was killed right after an UNLOGGED table was given up starts at the first attempt, on its port', async () => {
  const home = mkdtempSync(join(tmpdir(), 'prodplan-embedded-'));
  chmodSync(home, 0o711);
  onTestFinished(() => removeHome(home));
  // What the moment needs: the end of the transaction is not yet written when the kill comes.
  const server = await startEmbedded(home, { settings: { wal_writer_delay: '10s' } });
  const [one, other] = [await connected(server.url), await connected(server.url)];
  await other.query('CREATE TABLE alheia (n int); CHECKPOINT');
  await one.query('BEGIN; CREATE UNLOGGED TABLE passageira (n int); INSERT INTO passageira VALUES (1)');
  await other.query('INSERT INTO alheia VALUES (1)');
  const { rows } = await other.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
  await one.query('ROLLBACK');
  const pids = [server.pid, ...rows.map(({ pid }) => pid)];
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await until('all are dead', async () => pids.every((pid) => !isProcessAlive(pid)));

  const again = await startEmbedded(home);
  expect(again).toMatchObject({ started: true, port: server.port });
  const client = await connected(again.url);
  expect((await client.query('SELECT n FROM alheia')).rows).toEqual([{ n: 1 }]);
  expect((await client.query("SELECT to_regclass('passageira') AS gone")).rows).toEqual([{ gone: null }]);
  await client.end();
  // It was that moment: else this test has tried nothing.
  const logs = readdirSync(server.log).map((name) => readFileSync(join(server.log, name), 'utf8'));
  expect(logs.join('')).toContain('File exists');
});
