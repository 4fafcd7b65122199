import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { remeasureGates } from '../../src/evidence/index.js';
import {
  backfillErrorTimes,
  backfillPhaseColumns,
  type MaintenanceProgress,
} from '../../src/maintenance/index.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { runCode } from '../support/child-process.js';
import { coreChecksum } from '../support/core.js';
import { onEveryServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';
import { count, expectWhole, published } from './support.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const older = 'fases_ordem_fabrico WHERE faseof_rule_version = 0';

/** A state as an older rule left it, whole by its own lights: it gave no durations, and the gates say so. */
async function publishOldRule({ database }: Plant): Promise<void> {
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await client.query(
    'UPDATE fases_ordem_fabrico SET faseof_rule_version = 0, faseof_duration_seconds = NULL, faseof_event_time = NULL',
  );
  const { run_id } = await published(database.pool);
  // As the program that made it left it on record.
  await client.query('UPDATE ingestion_runs SET rule_version = 0 WHERE run_id = $1', [run_id]);
  await remeasureGates(client, run_id, ['faseof_duration_seconds']);
  await client.query('COMMIT');
  client.release();
  await expectWhole(database.pool);
}

/** The next month's file: an order more, a phase that has ended. */
function nextDump() {
  const dump = smallDump();
  const open = dump.fases_ordem_fabrico!.find(
    (row) => row.faseof_fim === 'NULL' && row.faseof_inicio !== 'NULL',
  )!;
  dump.fases_ordem_fabrico = dump.fases_ordem_fabrico!.map((row) =>
    row === open ? { ...row, faseof_fim: { serial: 45_050 } } : row,
  );
  return dump;
}

async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  patienceMs = 60_000,
): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(10)) if (await holds()) return;
  throw new Error(`it never came: ${what}`);
}

/** A connection that has something locked until it lets go. */
async function blocker({ database }: Plant, sql: string): Promise<{ release(): Promise<void> }> {
  const client = await database.connect('blocker');
  await client.query('BEGIN');
  await client.query(sql);
  return { release: async () => void (await client.query('ROLLBACK')) };
}

onEveryServer('a backfill', (server) => {
  async function newOldPlant(): Promise<Plant & { good: string }> {
    const plant = await newPlant(server, smallDump());
    const good = await coreChecksum(plant.database.pool);
    await publishOldRule(plant);
    return { ...plant, good };
  }

  it('can be stopped after any batch and goes on from there; every state in between is whole', async () => {
    const { database, good } = await newOldPlant();
    let versions = 0;
    for (let stops = 1; ; stops += 1) {
      const controller = new AbortController();
      const before = await published(database.pool);
      const result = await backfillPhaseColumns({
        database,
        batchRows: 9,
        signal: controller.signal,
        onProgress: () => controller.abort(),
      });
      expect(result.batches).toBe(stops);
      expect(result.rows_seen).toBe(Math.min(80, stops * 9));
      expect(await count(database.pool, older)).toBe(80 - result.rows_seen);
      expect(result.resumed).toBe(stops > 1);
      if (result.data_version !== null) versions += 1;
      expect((await published(database.pool)).data_version).toBe(result.data_version ?? before.data_version);
      await expectWhole(database.pool);
      if (result.status === 'finished') break;
      expect(result.status).toBe('stopped');
    }
    expect(versions).toBeGreaterThan(5);
    expect(await coreChecksum(database.pool)).toBe(good);
  });

  it('a signal that came before does nothing', async () => {
    const { database } = await newOldPlant();
    expect(await backfillPhaseColumns({ database, signal: AbortSignal.abort() })).toMatchObject({
      status: 'stopped',
      batches: 0,
    });
    expect(await count(database.pool, older)).toBe(80);
  });

  it('is killed (kill -9) between batches and inside one; what it had finished stays, the rest comes with the next', async () => {
    const plant = await newOldPlant();
    const { database, good } = plant;
    const code = `
      import { openDatabase } from './dist/platform/database.js';
      import { backfillPhaseColumns } from './dist/maintenance/index.js';
      const database = await openDatabase(${JSON.stringify(plant.url)}, 'external');
      await backfillPhaseColumns({ database, batchRows: 3, onProgress: (one) => console.log(JSON.stringify(one)) });
      await database.close();`;
    const sessions =
      "pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'prodplan backfill%'";
    let seen = 0;
    for (const inside of [false, true, false, true]) {
      // Its batch waits at the data version, with its rows written and not committed.
      const hold = inside ? await blocker(plant, 'SELECT FROM publication FOR UPDATE') : null;
      const running = runCode(repository, code);
      onTestFinished(() => void running.child.kill('SIGKILL'));
      const waiting = `${sessions} AND wait_event_type = 'Lock'`;
      if (inside) await until('a batch in hand', async () => (await count(database.pool, waiting)) === 1);
      else await until('some batches', () => running.text().split('"rows"').length > 3);
      running.child.kill('SIGKILL');
      await running.ended;
      await until('its session has ended', async () => (await count(database.pool, sessions)) === 0);
      await hold?.release();
      const { rows } = await database.pool.query('SELECT rows_seen, rows_changed FROM backfill_progress');
      expect(80 - (await count(database.pool, older))).toBe(rows[0].rows_seen);
      expect(rows[0].rows_seen === seen).toBe(inside);
      seen = rows[0].rows_seen;
      await expectWhole(database.pool);
    }
    expect(seen).toBeLessThan(80);
    const rest = await backfillPhaseColumns({ database });
    expect(rest).toMatchObject({ status: 'finished', resumed: true, rows_seen: 80 });
    expect(await coreChecksum(database.pool)).toBe(good);
    await expectWhole(database.pool);
  });

  it('two at once share the work', async () => {
    const { database, good } = await newOldPlant();
    const both = await Promise.all([1, 2].map(() => backfillPhaseColumns({ database, batchRows: 2 })));
    expect(both.map((one) => one.status)).toEqual(['finished', 'finished']);
    expect(await coreChecksum(database.pool)).toBe(good);
    await expectWhole(database.pool);
  });

  it('lets readers read: it takes no lock that they would wait for, and they see whole states', async () => {
    const { database } = await newOldPlant();
    const controller = new AbortController();
    const modes = new Set<string>();
    const latenciesMs: number[] = [];
    const reader = (async () => {
      const client = await database.connect('reader');
      // Any wait at all is a failure.
      await client.query("SET lock_timeout = '1ms'");
      while (!controller.signal.aborted) {
        const began = performance.now();
        await client.query('SELECT count(faseof_duration_seconds) FROM fases_ordem_fabrico');
        await client.query('SELECT count(ofch_event_time) FROM erros_ordem_fabrico');
        await client.query('SELECT data_version FROM publication');
        latenciesMs.push(performance.now() - began);
        await sleep(1);
      }
    })();
    const watcher = (async () => {
      while (!controller.signal.aborted) {
        const { rows } = await database.pool.query(
          `SELECT DISTINCT l.mode FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN pg_class c ON c.oid = l.relation
           WHERE a.application_name LIKE 'prodplan backfill%' AND c.relnamespace = 'public'::regnamespace
             -- A table that grows, or one row that is waited for, is locked for a moment too, and no reader waits for that.
             AND l.locktype = 'relation'`,
        );
        for (const { mode } of rows) modes.add(mode);
        await sleep(1);
      }
    })();
    const phases = await backfillPhaseColumns({ database, batchRows: 1 });
    const errors = await backfillErrorTimes({ database, batchRows: 1 });
    controller.abort();
    await Promise.all([reader, watcher]);
    expect([phases.status, errors.status]).toEqual(['finished', 'finished']);
    expect(latenciesMs.length).toBeGreaterThan(10);
    expect(modes).toContain('RowExclusiveLock');
    for (const mode of modes) expect(['AccessShareLock', 'RowShareLock', 'RowExclusiveLock']).toContain(mode);
  });

  it('gives way where somebody has locked the table, and comes back', async () => {
    const plant = await newOldPlant();
    const { database, good } = plant;
    const hold = await blocker(plant, 'LOCK TABLE fases_ordem_fabrico IN EXCLUSIVE MODE');
    const told: MaintenanceProgress[] = [];
    const running = backfillPhaseColumns({ database, batchRows: 30, onProgress: (one) => told.push(one) });
    await until('it waits', () => told.some((one) => one.kind === 'waiting'));
    await hold.release();
    expect(await running).toMatchObject({ status: 'finished', rows_changed: 77 });
    expect(await coreChecksum(database.pool)).toBe(good);
  });
});

onEveryServer('a backfill beside a run', (server) => {
  /** What the second dump gives where nothing else ever happened. */
  async function expected(): Promise<string> {
    const plant = await newPlant(server, smallDump(), nextDump());
    return await coreChecksum(plant.database.pool);
  }

  it('waits while a run publishes, and never overwrites what it wrote', async () => {
    const plant = await newPlant(server, smallDump());
    const { database } = plant;
    await publishOldRule(plant);
    const hold = await blocker(plant, 'SELECT FROM publication FOR UPDATE');
    const run = plant.ingest(nextDump());
    await until('the run is about to publish', async () => await isPublishing(database.pool));
    const told: MaintenanceProgress[] = [];
    const fill = backfillPhaseColumns({ database, batchRows: 5, onProgress: (one) => told.push(one) });
    await until('the backfill waits', () => told.length >= 2);
    expect(told.every((one) => one.kind === 'waiting')).toBe(true);
    await hold.release();
    expect((await run).result.status).toBe('completed');
    expect(await fill).toMatchObject({ status: 'finished', rows_changed: 0 });
    expect(await coreChecksum(database.pool)).toBe(await expected());
    await expectWhole(database.pool);
  });

  it('is waited for by a run, which is not refused', async () => {
    const plant = await newPlant(server, smallDump());
    const { database } = plant;
    await publishOldRule(plant);
    const hold = await blocker(plant, 'SELECT pg_advisory_xact_lock(1347439694, 2)');
    const run = plant.ingest(nextDump());
    await until(
      'the run waits',
      async () =>
        (await count(
          database.pool,
          "pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = 2 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        )) === 1,
    );
    await hold.release();
    expect((await run).result.status).toBe('completed');
    expect(await coreChecksum(database.pool)).toBe(await expected());
    await expectWhole(database.pool);
  });

  it('begins anew where another state was published meanwhile: an older program may have written it', async () => {
    const plant = await newPlant(server, smallDump());
    const { database } = plant;
    await publishOldRule(plant);
    const controller = new AbortController();
    const part = {
      database,
      batchRows: 30,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    };
    expect(await backfillPhaseColumns(part)).toMatchObject({ status: 'stopped', rows_seen: 30 });
    await plant.ingest(nextDump());
    await publishOldRule(plant);
    expect(await backfillPhaseColumns({ database, batchRows: 30 })).toMatchObject({
      status: 'finished',
      resumed: false,
      rows_seen: 80,
      rows_changed: 77,
    });
    expect(await coreChecksum(database.pool)).toBe(await expected());
  });

  it('at random moments, again and again, ends as the run alone would have', async () => {
    const plant = await newPlant(server, smallDump());
    const { database } = plant;
    const [first, second] = [await coreChecksum(database.pool), await expected()];
    for (let round = 0; round < 3; round += 1) {
      await publishOldRule(plant);
      const even = round % 2 === 0;
      const [run, phases, errors] = await Promise.all([
        plant.ingest(even ? nextDump() : smallDump(), { force: true }),
        backfillPhaseColumns({ database, batchRows: 3 }),
        backfillErrorTimes({ database, batchRows: 2 }),
      ]);
      expect([run.result.status, phases.status, errors.status]).toEqual([
        'completed',
        'finished',
        'finished',
      ]);
      expect(await coreChecksum(database.pool)).toBe(even ? second : first);
      await expectWhole(database.pool);
    }
  });
});

async function isPublishing(pool: pg.Pool): Promise<boolean> {
  return (
    (await count(
      pool,
      `pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'prodplan ingest%'
         AND wait_event_type = 'Lock' AND wait_event <> 'advisory'`,
    )) === 1
  );
}
