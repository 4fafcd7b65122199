import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, mkdtempSync, realpathSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { removeHomes } from './homes.js';

/** What a run of tests is for: vitest.config.ts says which files belong to which lane. */
export type Lane = 'database' | 'servers' | 'slow';

declare module 'vitest' {
  interface ProvidedContext {
    lane: Lane;
    /** The folder of this run: the homes of its database servers lie in it. */
    testRoot: string;
    /** All databases of this run begin with it: the clearing up finds them by it. */
    testPrefix: string;
    /** The real server that the tests shall use as well; '' for none. */
    testDatabaseUrl: string;
    /** The real Redis that the tests shall use as well; '' for none. */
    testRedisUrl: string;
  }
}

/**
 * Prepares a folder for this run's servers and takes it away afterwards. The first test that needs a server starts
 * it and the others join it: a run of pure tests starts none.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const root = realpathSync(mkdtempSync(join(memoryFolder() ?? tmpdir(), 'prodplan-test-')));
  // Started by root, the servers run as an account that must be able to pass.
  chmodSync(root, 0o711);
  watch(root);
  const url = process.env.TEST_DATABASE_URL ?? '';
  if (project.name === 'servers' && url === '')
    console.log('TEST_DATABASE_URL is not set: the tests on a server of your own are left out.');
  const prefix = `prodplan_test_${randomBytes(4).toString('hex')}`;
  project.provide('testRoot', root);
  project.provide('testPrefix', prefix);
  project.provide('testDatabaseUrl', url);
  project.provide('testRedisUrl', process.env.TEST_REDIS_URL ?? '');
  return async () => {
    await removeHomes(root);
    if (url !== '') await dropDatabases(url, prefix);
  };
}

/** A lane's servers hold less than a tenth of it: a machine that has so much to spare does not notice. */
const spareBytes = 6 * 1024 ** 3;

/**
 * Where Linux keeps files in memory, if there is room; else null. A run makes and removes some hundred tables: on a disk
 * their files cost the kernel as much as all queries cost the server.
 */
function memoryFolder(): string | null {
  const folder = '/dev/shm';
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return Math.min(bavail * bsize, process.availableMemory()) >= spareBytes ? folder : null;
  } catch {
    return null;
  }
}

/** Outlives us where we are killed or interrupted, and clears up then. */
function watch(root: string): void {
  const script = fileURLToPath(new URL('./watchdog.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, String(process.pid), root], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  });
  child.unref();
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { name } of found.rows) await client.query(`drop database if exists "${name}" with (force)`);
  await client.end();
}
