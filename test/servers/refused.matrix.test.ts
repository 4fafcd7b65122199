import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/platform/database.js';
import { ProdplanError } from '../../src/platform/errors.js';
import { mustSpeakPostgres } from '../../src/platform/postgres/greeting.js';
import { prodplan } from '../support/cli.js';
import { onEveryServer, type TestDatabase } from '../support/database.js';
import { canStartRedis, ownRedis } from '../support/redis.js';
import { emptyOn, nameOf, newRole } from './support.js';

/** Listens, and greets or answers as another program would. */
async function listening(speak: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    speak(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `postgres://ana:segredo@127.0.0.1:${(server.address() as AddressInfo).port}/fabrica`;
}

const answers = (text: string) => (socket: Socket) => void socket.on('data', () => socket.end(text));
const staysAfter = (text: string) => (socket: Socket) => void socket.on('data', () => socket.write(text));
const greets = (text: string) => (socket: Socket) => void socket.write(text);

const others: Readonly<Record<string, (socket: Socket) => void>> = {
  'an HTTP server': answers('HTTP/1.1 400 Bad Request\r\n\r\n'),
  'one that stays on the line': staysAfter('-ERR unknown command\r\n'),
  // It looks for the end of the line as far as the first zero.
  'Redis, which waits for the end of a line': (socket) =>
    void socket.on('data', (heard) => heard[0] !== 0 && heard.includes('\n') && socket.write('+PONG\r\n')),
  'MySQL, which speaks first': greets('\x4a\x00\x00\x00\x0a8.0.35\x00'),
  'SSH, whose greeting begins like a yes': greets('SSH-2.0-OpenSSH_9.2\r\n'),
  'one that speaks TLS alone': answers('\x15\x03\x01\x00\x02\x02\x46'),
  'one that hangs up': (socket) => socket.end(),
};

describe('a port where another program answers', () => {
  it.each(Object.entries(others))('%s is told as that', async (_, speak) => {
    const error = await openDatabase(await listening(speak), 'external').catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: 'setup', code: 'NOT_POSTGRES' });
    expect(error.message + error.remedy).not.toContain('segredo');
    expect(error.remedy).toContain('DATABASE_URL');
  });

  it.skipIf(!canStartRedis)('a real Redis is told as that', async () => {
    const { host } = new URL((await ownRedis()).url);
    const error = await openDatabase(`postgres://ana:segredo@${host}/fabrica`, 'external').catch(
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ kind: 'setup', code: 'NOT_POSTGRES' });
  });

  it('one that never says a word is not waited for for ever', async () => {
    const url = await listening(() => {});
    await expect(mustSpeakPostgres(url, 200)).rejects.toThrow('timeout expired');
  });

  it('the command line ends with 2 and two lines', async () => {
    const home = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    const url = await listening(others['an HTTP server']!);
    const env = { DATABASE_URL: url, PRODPLAN_HOME: home, NO_COLOR: '1' };
    const { exitCode, stderr, stdout } = await prodplan(['runs'], env);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Erro: .*não é o PostgreSQL\. \(NOT_POSTGRES\)\nO que fazer: .*\n$/);
  });
});

onEveryServer('refused', (server) => {
  it.each([
    ['LATIN1', /LATIN1/],
    ['SQL_ASCII', /SQL_ASCII/],
  ])('a database in %s', async (encoding, words) => {
    const { database, url } = await emptyOn(server);
    const name = `${nameOf(url)}_e`;
    await database.pool.query(
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LC_COLLATE 'C' LC_CTYPE 'C'`,
    );
    onTestFinished(async () => void (await database.pool.query(`DROP DATABASE ${name} WITH (FORCE)`)));
    const other = new URL(url);
    other.pathname = `/${name}`;
    const error = await openDatabase(other.href, 'external').catch((thrown) => thrown);
    expect(error).toMatchObject({
      kind: 'setup',
      code: 'BAD_ENCODING',
      message: expect.stringMatching(words),
    });
    expect(error.remedy).toContain('ENCODING');
  });

  it('a role that may not do what loading takes: each right by its name, and none is missing once they are given', async () => {
    const test = await emptyOn(server);
    await test.database.pool.query(
      `REVOKE TEMPORARY ON DATABASE ${nameOf(test.url)} FROM PUBLIC; REVOKE CREATE ON SCHEMA public FROM PUBLIC`,
    );
    const role = await newRole(test);
    const home = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    const env = { DATABASE_URL: role.url, PRODPLAN_HOME: home, NO_COLOR: '1' };
    const refused = await prodplan(['keys', 'create', '--role', 'reader', '--label', 'teste'], env);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/MISSING_RIGHTS/);
    const grants = [...refused.stderr.matchAll(/GRANT [^;.\n]+/g)].map(([grant]) => grant);
    expect(grants).toEqual([
      expect.stringContaining('CREATE ON DATABASE'),
      expect.stringContaining('TEMPORARY ON DATABASE'),
      expect.stringContaining('USAGE, CREATE ON SCHEMA public'),
    ]);
    expect(await tablesOf(test)).toBe(0);
    for (const grant of grants) await test.database.pool.query(grant);
    const done = await prodplan(['keys', 'create', '--role', 'reader', '--label', 'teste'], env);
    expect(done).toMatchObject({ exitCode: 0 });
    await readsWithReaderRights(test, home);
  });

  it('a role, or a database, that was told to be only read: for whoever writes, and for nobody else', async () => {
    for (const what of ['role', 'database'] as const) {
      const test = await emptyOn(server);
      const role = await newRole(test);
      const name = nameOf(test.url);
      const of = what === 'role' ? `ROLE ${new URL(role.url).username}` : `DATABASE ${name}`;
      await test.database.pool.query(`ALTER ${of} SET default_transaction_read_only = on`);
      const url = what === 'role' ? role.url : test.url;
      const error = await openDatabase(url, 'external').catch((thrown) => thrown);
      expect(error).toMatchObject({ kind: 'setup', code: 'READ_ONLY_BY_SETTING' });
      const reader = await openDatabase(url, 'external', { readOnly: true });
      await reader.close();
    }
  });

  it('no stack stands in what is told of a migration that fails', async () => {
    const test = await emptyOn(server);
    const role = await newRole(test);
    await test.database.pool.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
    const { migrateUp } = await import('../../src/platform/migrate.js');
    const database = await openDatabase(role.url, 'external');
    onTestFinished(() => database.close());
    const error = await migrateUp(database).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ProdplanError);
    expect(error.message).not.toMatch(/\n|\bat /);
  });
});

async function tablesOf({ database }: TestDatabase): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace",
  );
  return rows[0]!.n;
}

/** The rights that the how-to gives to a reader are enough for the commands that read, and for no other. */
async function readsWithReaderRights(test: TestDatabase, home: string): Promise<void> {
  const reader = await newRole(test);
  const env = { DATABASE_URL: reader.url, PRODPLAN_HOME: home, NO_COLOR: '1' };
  const refused = await prodplan(['runs'], env);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toMatch(/MISSING_RIGHTS/);
  await test.database.pool.query(
    `GRANT USAGE ON SCHEMA public TO ${reader.name}; GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${reader.name}`,
  );
  const done = await prodplan(['runs'], env);
  expect(done, done.stderr).toMatchObject({ exitCode: 0 });
  expect((await prodplan(['keys', 'create', '--role', 'reader', '--label', 'x'], env)).exitCode).toBe(2);
}
