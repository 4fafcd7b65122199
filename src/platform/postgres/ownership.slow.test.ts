import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded, statusEmbedded, stopEmbedded, troubleOf } from './embedded.js';
import { isProcessAlive } from './processes.js';
import { beginAnew, takeOverData } from './replace-data.js';

const root = process.geteuid?.() === 0;
if (!root) console.log('Not root: the tests of clusters that lie outside their home are left out.');

const quick = { settings: { fsync: 'off' } };
const foreign = { code: 'EMBEDDED_DATABASE_OF_ANOTHER_HOME', kind: 'setup' };
const lost = {
  code: 'EMBEDDED_DATABASE_LOST',
  remedy: expect.stringMatching(/prodplan db new.*prodplan restore/),
};

let base: string;
let servers: EmbeddedServer[];

beforeEach(() => {
  // As mktemp -d makes it: nobody but root may pass, so that root's clusters lie elsewhere.
  base = mkdtempSync(join(tmpdir(), 'prodplan-owner-'));
  servers = [];
});
afterEach(async () => {
  for (const name of readdirSync(base)) {
    const home = join(base, name);
    await stopEmbedded(home).catch(() => {});
  }
  for (const { pid, data } of servers) {
    if (isProcessAlive(pid)) process.kill(pid, 'SIGINT');
    await until(() => !runs(pid));
    rmSync(dirname(data), { recursive: true, force: true });
  }
  rmSync(base, { recursive: true, force: true });
});

function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return process.platform !== 'linux' && isProcessAlive(pid);
  }
}

async function until(condition: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > giveUpAt) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function start(home: string): Promise<EmbeddedServer> {
  const server = await startEmbedded(home, quick);
  servers.push(server);
  return server;
}

async function ask(server: EmbeddedServer, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => {});
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

/** A home with something in its database, whose server runs. */
async function filled(home: string): Promise<EmbeddedServer> {
  const server = await start(home);
  await ask(server, 'CREATE TABLE t AS SELECT 1 AS a');
  return server;
}

function copy(from: string, to: string): void {
  // With the owners, as a backup program would: root's server runs under another account.
  expect(spawnSync('cp', ['-a', from, to]).status).toBe(0);
}

describe.runIf(root)('a home whose cluster lies elsewhere', () => {
  test('shares it with no copy of itself, whether its server runs or not', async () => {
    const [home, twin] = [join(base, 'casa'), join(base, 'cópia')];
    const server = await filled(home);
    expect(server.data.startsWith(base)).toBe(false);
    copy(home, twin);

    await expect(startEmbedded(twin)).rejects.toMatchObject(foreign);
    expect(statusEmbedded(twin)).toMatchObject({ state: 'foreign', pid: null });
    await expect(stopEmbedded(twin)).rejects.toMatchObject(foreign);
    expect(runs(server.pid)).toBe(true);
    await expect(takeOverData(twin)).rejects.toMatchObject(foreign);

    await stopEmbedded(home);
    await expect(startEmbedded(twin)).rejects.toMatchObject({
      ...foreign,
      message: expect.stringContaining(home),
    });

    // The copy begins anew on its own; the original has what it had.
    expect(await beginAnew(twin)).toBe(join(twin, 'postgres.location.old-1'));
    const own = await start(twin);
    expect(own.data).not.toBe(server.data);
    expect(await ask(own, "SELECT to_regclass('t') AS t")).toEqual([{ t: null }]);
    expect(await ask(await start(home), 'SELECT a FROM t')).toEqual([{ a: 1 }]);
    await expect(beginAnew(home)).rejects.toMatchObject({ code: 'DATABASE_IN_PLACE' });
  });

  test('goes with it where it is renamed, and a copy may take over only when it is gone', async () => {
    const [home, moved, twin] = [join(base, 'casa'), join(base, 'mudada'), join(base, 'cópia')];
    const server = await filled(home);
    renameSync(home, moved);
    expect(statusEmbedded(moved)).toMatchObject({ state: 'running', pid: server.pid });
    expect(await ask(await startEmbedded(moved), 'SELECT a FROM t')).toEqual([{ a: 1 }]);
    expect(await stopEmbedded(moved)).toBe(true);

    copy(moved, twin);
    rmSync(moved, { recursive: true });
    await expect(startEmbedded(twin)).rejects.toMatchObject({
      ...foreign,
      remedy: expect.stringContaining('db take-over'),
    });
    await takeOverData(twin);
    expect(await ask(await start(twin), 'SELECT a FROM t')).toEqual([{ a: 1 }]);
  });

  test('is begun anew beside the original, whose server goes on', async () => {
    const [home, twin] = [join(base, 'casa'), join(base, 'cópia')];
    const server = await filled(home);
    copy(home, twin);
    await expect(startEmbedded(twin)).rejects.toMatchObject(foreign);

    const pointer = readFileSync(join(twin, 'postgres.location'), 'utf8');
    const kept = await beginAnew(twin);
    expect(readFileSync(kept!, 'utf8')).toBe(pointer);
    const own = await start(twin);
    expect(own.data).not.toBe(server.data);
    await expect(ask(own, 'SELECT a FROM t')).rejects.toThrow('"t"');
    expect(runs(server.pid)).toBe(true);
    expect(await ask(server, 'SELECT a FROM t')).toEqual([{ a: 1 }]);
    await expect(beginAnew(twin)).rejects.toMatchObject({ code: 'DATABASE_IN_PLACE' });
  });

  test('a home of before there were marks is known by its path', async () => {
    const [home, twin] = [join(base, 'casa'), join(base, 'cópia')];
    const server = await filled(home);
    await stopEmbedded(home);
    rmSync(join(dirname(server.data), 'owner.json'));
    copy(home, twin);
    await expect(startEmbedded(twin)).rejects.toMatchObject(foreign);
    expect(await ask(await start(home), 'SELECT a FROM t')).toEqual([{ a: 1 }]);
  });

  test('whose pointer leads nowhere gets no other one unasked', async () => {
    const home = join(base, 'casa');
    const server = await filled(home);
    await stopEmbedded(home);
    const away = `${dirname(server.data)}.levada`;
    renameSync(dirname(server.data), away);
    await expect(startEmbedded(home)).rejects.toMatchObject(lost);
    expect(troubleOf(home)).toMatchObject(lost);
    expect(statusEmbedded(home).state).toBe('lost');
    await expect(takeOverData(home)).rejects.toMatchObject(lost);
    // Put back, it is as it was.
    renameSync(away, dirname(server.data));
    expect(await ask(await start(home), 'SELECT a FROM t')).toEqual([{ a: 1 }]);
  });
});

describe('a home with its cluster in it', () => {
  let home: string;
  beforeEach(() => {
    chmodSync(base, 0o755);
    home = join(base, 'casa');
  });

  test('whose data are gone gets no other ones unasked, and a server without data is told and stopped', async () => {
    const server = await filled(home);
    expect(server.data.startsWith(base)).toBe(true);
    rmSync(server.data, { recursive: true });
    expect(statusEmbedded(home)).toMatchObject({ state: 'lost', pid: server.pid, port: server.port });
    const stillRuns = { ...lost, remedy: expect.stringMatching(/db stop.*db new.*prodplan restore/) };
    await expect(startEmbedded(home)).rejects.toMatchObject(stillRuns);
    await expect(beginAnew(home)).rejects.toMatchObject(stillRuns);
    expect(await stopEmbedded(home)).toBe(true);
    expect(runs(server.pid)).toBe(false);
    expect(await stopEmbedded(home)).toBe(false);
    expect(statusEmbedded(home)).toMatchObject({ state: 'lost', pid: null });

    await beginAnew(home);
    expect(await ask(await start(home), "SELECT to_regclass('t') AS t")).toEqual([{ t: null }]);
  });

  test('copied while stopped is another home; both run', async () => {
    const twin = join(base, 'cópia');
    await filled(home);
    await stopEmbedded(home);
    copy(home, twin);
    const [one, two] = [await start(home), await start(twin)];
    expect(one.port).not.toBe(two.port);
    await ask(two, 'UPDATE t SET a = 2');
    expect(await ask(one, 'SELECT a FROM t')).toEqual([{ a: 1 }]);
  });

  test('copied while its server ran is not trusted, also at the place of the original', async () => {
    const twin = join(base, 'cópia');
    const server = await filled(home);
    const copied = { code: 'EMBEDDED_DATABASE_COPIED_WHILE_RUNNING' };
    copy(home, twin);
    await expect(startEmbedded(twin)).rejects.toMatchObject(copied);
    expect(statusEmbedded(twin)).toMatchObject({ state: 'copied', pid: null });
    expect(await stopEmbedded(twin)).toBe(false);
    expect(runs(server.pid)).toBe(true);

    // An archive of it, unpacked where it was made.
    await stopEmbedded(home);
    rmSync(home, { recursive: true });
    renameSync(twin, join(base, 'arquivo'));
    copy(join(base, 'arquivo'), home);
    await expect(startEmbedded(home)).rejects.toMatchObject(copied);

    // A file system may give the copy the very inode that the original had.
    const mark = join(dirname(server.data), 'owner.json');
    const noted = JSON.parse(readFileSync(mark, 'utf8')) as object;
    writeFileSync(mark, JSON.stringify({ ...noted, dataInode: String(statSync(server.data).ino) }));
    await expect(startEmbedded(home)).rejects.toMatchObject(copied);

    // Whoever knows that it was one moment (a snapshot of the disk) says so.
    await takeOverData(home);
    expect(await ask(await start(home), 'SELECT 1 AS a')).toEqual([{ a: 1 }]);
    const kept = await expectAnew(join(base, 'arquivo'));
    expect(existsSync(join(kept, 'data', 'PG_VERSION'))).toBe(true);
  });

  test.runIf(root)('copied without its owners is told, with what helps', async () => {
    const server = await filled(home);
    await stopEmbedded(home);
    chownSync(server.data, 0, 0);
    await expect(startEmbedded(home)).rejects.toMatchObject({
      code: 'EMBEDDED_DATABASE_NOT_YOURS',
      remedy: expect.stringContaining('chown -R'),
    });
  });

  async function expectAnew(place: string): Promise<string> {
    const kept = await beginAnew(place);
    expect(kept).toBe(join(place, 'postgres.old-1'));
    const server = await start(place);
    expect(await ask(server, "SELECT to_regclass('t') AS t")).toEqual([{ t: null }]);
    return kept!;
  }

  test('renamed while its server runs is still served, joined and stopped', async () => {
    const moved = join(base, 'mudada');
    const server = await filled(home);
    renameSync(home, moved);
    expect(statusEmbedded(moved)).toMatchObject({ state: 'running', pid: server.pid });
    const joined = await startEmbedded(moved);
    expect(joined).toMatchObject({ started: false, pid: server.pid });
    expect(await ask(joined, 'SELECT a FROM t')).toEqual([{ a: 1 }]);
    expect(await stopEmbedded(moved)).toBe(true);
    expect(runs(server.pid)).toBe(false);
    expect(await ask(await start(moved), 'SELECT a FROM t')).toEqual([{ a: 1 }]);
  });

  test('renamed after its server was killed recovers', async () => {
    const moved = join(base, 'mudada');
    const server = await filled(home);
    process.kill(server.pid, 'SIGKILL');
    await until(() => !runs(server.pid));
    renameSync(home, moved);
    expect(await ask(await start(moved), 'SELECT a FROM t')).toEqual([{ a: 1 }]);
  });
});
