import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Jobs, postJob } from '../../src/jobs/index.js';
import { openDatabase } from '../../src/platform/database.js';
import {
  mustBeIdle,
  mustObey,
  type OwnServer,
  ownServer,
  recovers,
  type Service,
  service,
} from './outages.js';

const moments = Array.from({ length: 12 }, (_, n) => (n * 3_000) / 11);

async function bothAt(server: OwnServer): Promise<readonly [string, Service][]> {
  return [
    ['serve', await service('serve', server.url)],
    ['worker', await service('worker', server.url)],
  ];
}

/** A job is done, by whoever works here: more than that somebody says he is well. */
async function doesAJob({ url }: OwnServer): Promise<void> {
  const database = await openDatabase(url, 'external');
  const jobs = await Jobs.open(database);
  try {
    const { id } = await postJob(jobs, 'reconcile_orphans');
    await expect.poll(async () => (await jobs.status(id)).state, { timeout: 75_000 }).toBe('completed');
  } finally {
    await jobs.close();
    await database.close();
  }
}

describe('the server is killed while they start', () => {
  it('at 12 moments of their first three seconds: they work again by themselves, or have ended with a message', async () => {
    const server = await ownServer();
    for (const moment of moments) {
      const both = await bothAt(server);
      await sleep(moment);
      server.kill();
      await sleep(500);
      await server.start();
      const ends = await Promise.all(both.map(([, one]) => recovers(one)));
      if (ends.some(({ how }) => how === 'again')) await doesAJob(server);
      const shares = await Promise.all(
        both.map(([, one], n) => (ends[n]!.how === 'again' ? mustBeIdle(one) : 0)),
      );
      // One after the other, so that each has whatever the other held.
      for (const [n, [name, one]] of both.entries()) {
        const { how, seconds } = ends[n]!;
        const obeyed = await mustObey(one);
        console.log(
          `killed ${moment.toFixed(0)} ms after the start of ${name}: ${how} after ${seconds.toFixed(1)} s, ${shares[n]!.toFixed(2)} of a core, SIGINT ${obeyed.toFixed(1)} s`,
        );
        if (n === 0 && how === 'again' && ends[1]!.how === 'again') await doesAJob(server);
      }
    }
  }, 1_200_000);
});

describe('the server restarts', () => {
  it('8 times in a row, with whoever takes files in going from one to another: all work again', async () => {
    const server = await ownServer();
    const folder = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
    const all: [string, Service][] = [
      ['serve', await service('serve', server.url)],
      ['worker', await service('worker', server.url, {}, ['--watch', folder])],
      ['second worker', await service('worker', server.url, {}, ['--watch', folder])],
    ];
    for (const [, one] of all) expect((await recovers(one)).how).toBe('again');
    const allRecover = async (what: string): Promise<void> => {
      const ends = await Promise.all(all.map(([, one]) => recovers(one)));
      for (const [n, { how, seconds }] of ends.entries()) {
        expect(how).toBe('again');
        console.log(`${what}: ${all[n]![0]} is ready after ${seconds.toFixed(1)} s`);
      }
    };
    for (let n = 0; n < 8; n++) {
      server.kill();
      await sleep(200 * n);
      await server.start();
      // Every second time they have not found each other yet when it goes again.
      if (n % 2 === 0) await sleep(700);
      else await allRecover(`restart ${n + 1}`);
    }
    await doesAJob(server);
    // The leader dies with the server: another becomes the one that takes files in while it restarts.
    server.kill();
    all[1]![1].child.kill('SIGKILL');
    all[0]![1].child.kill('SIGKILL');
    await server.start();
    const [, last] = all[2]!;
    expect((await recovers(last)).how).toBe('again');
    await expect.poll(() => last.said().includes('leads'), { timeout: 75_000 }).toBe(true);
    await doesAJob(server);
    await mustBeIdle(last);
    console.log(`SIGINT: ${(await mustObey(last)).toFixed(1)} s`);
  }, 1_200_000);

  it('a signal is obeyed while the server is away', async () => {
    const server = await ownServer();
    const both = await bothAt(server);
    for (const [, one] of both) expect((await recovers(one)).how).toBe('again');
    server.kill();
    for (const [name, one] of both)
      console.log(`${name} without a server: SIGINT ${(await mustObey(one)).toFixed(1)} s`);
  }, 300_000);
});

describe('connections are few', () => {
  async function limited(): Promise<{ server: OwnServer; url: string; allow(limit: number): Promise<void> }> {
    const server = await ownServer();
    await server.query("CREATE ROLE poucas LOGIN PASSWORD 'x' CONNECTION LIMIT -1");
    await server.query('CREATE DATABASE poucas OWNER poucas');
    const url = new URL(server.url);
    [url.username, url.password, url.pathname] = ['poucas', 'x', '/poucas'];
    return {
      server,
      url: url.href,
      allow: async (limit) => void (await server.query(`ALTER ROLE poucas CONNECTION LIMIT ${limit}`)),
    };
  }

  async function fourToSixteen(command: 'serve' | 'worker'): Promise<void> {
    const { server, url, allow } = await limited();
    const told: string[] = [];
    for (let limit = 4; limit <= 16; limit++) {
      await allow(limit);
      const one = await service(command, url);
      const { how, seconds } = await recovers(one);
      if (how === 'ended') expect(one.said()).toContain('TOO_FEW_CONNECTIONS');
      const share = how === 'again' ? await mustBeIdle(one) : 0;
      if (how === 'again') {
        await allow(-1);
        await doesAJob({ ...server, url });
      }
      const obeyed = await mustObey(one);
      told.push(
        `${limit}: ${how} after ${seconds.toFixed(1)} s, ${share.toFixed(2)} of a core, SIGINT ${obeyed.toFixed(1)} s`,
      );
    }
    console.log(`${command} with a limit of\n${told.join('\n')}`);
    expect(told[0]).toContain('ended');
    expect(told.at(-1)).toContain('again');
  }

  // Each on a server of its own, at the same time: they mostly wait.
  it('4 to 16 for serve and for worker: it works, or ends with a message', async () => {
    await Promise.all([fourToSixteen('serve'), fourToSixteen('worker')]);
  }, 1_200_000);

  it('an idle serve holds at most eight', async () => {
    const { server, url } = await limited();
    const one = await service('serve', url);
    expect((await recovers(one)).how).toBe('again');
    const held = async (): Promise<Record<string, number>> => {
      const { rows } = await server.query(
        "SELECT application_name AS name, count(*)::int AS n FROM pg_stat_activity WHERE usename = 'poucas' GROUP BY 1",
      );
      return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
    };
    const sum = async (): Promise<number> => Object.values(await held()).reduce((a, b) => a + b, 0);
    onTestFinished(() => void one.child.kill('SIGKILL'));
    // What the start needed is let go after ten seconds.
    await sleep(12_000);
    console.log(`an idle serve holds ${JSON.stringify(await held())}`);
    for (let n = 0; n < 20; n++) {
      expect(await sum()).toBeLessThanOrEqual(8);
      await sleep(250);
    }
  }, 300_000);
});
