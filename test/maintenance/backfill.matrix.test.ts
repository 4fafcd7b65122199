import type pg from 'pg';
import { expect, it } from 'vitest';
import { buildAll } from '../../src/aggregates/build-all.js';
import { ruleVersion } from '../../src/contract/factory/index.js';
import { backfillErrorTimes, backfillPhaseColumns } from '../../src/maintenance/index.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { coreChecksum, corePlacement } from '../support/core.js';
import { onEveryServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';
import { count, expectWhole, published } from './support.js';

async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await work(client);
  await client.query('COMMIT');
  client.release();
}

/** Every table that services read, as one text each. */
async function aggregates(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE tablename LIKE 'agg\\_%' AND tablename <> 'agg_state' ORDER BY 1",
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const all = await pool.query(
      `SELECT string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C") AS text FROM ${name} t`,
    );
    found[name] = all.rows[0].text;
  }
  return found;
}

/** What an older program would have left: other values, an older version. */
async function age({ database }: Plant): Promise<void> {
  await database.pool.query(`
    UPDATE fases_ordem_fabrico SET faseof_rule_version = 0, faseof_event_time = NULL, faseof_duration_seconds = 1,
      faseof_is_open = NOT faseof_is_open, faseof_is_done = NULL;
    UPDATE erros_ordem_fabrico SET ofch_event_time = NULL, ofch_event_time_origin = NULL, ofch_rule_version = 0`);
}

onEveryServer('backfills', (server) => {
  it('bring core to what a run leaves, in batches of any size', async () => {
    const plant = await newPlant(server, smallDump());
    const { database } = plant;
    const good = await coreChecksum(database.pool);
    for (const [phases, batches] of [
      [1, 81],
      [7, 12],
      [80, 2],
      [1000, 1],
    ] as const) {
      await age(plant);
      const before = await published(database.pool);
      const result = await backfillPhaseColumns({ database, batchRows: phases });
      expect(result).toMatchObject({
        status: 'finished',
        resumed: false,
        rows_total: 80,
        rows_seen: 80,
        rows_changed: 80,
        batches,
      });
      const errors = await backfillErrorTimes({ database, batchRows: phases });
      expect(errors).toMatchObject({ status: 'finished', rows_seen: 10, rows_changed: 10 });
      expect(await coreChecksum(database.pool)).toBe(good);
      const after = await published(database.pool);
      expect(after).toEqual({ run_id: before.run_id, data_version: errors.data_version });
      expect(after.data_version).toBeGreaterThan(before.data_version);
      await expectWhole(database.pool);
    }
  });

  it('bring the aggregates along: they are what counting all anew gives', async () => {
    const plant = await newPlant(server, smallDump());
    const { database } = plant;
    const good = await aggregates(database.pool);
    await age(plant);
    const { rows } = await database.pool.query('SELECT as_of FROM publication');
    await inTransaction(database.pool, (client) => buildAll(client, rows[0].as_of));
    const aged = await aggregates(database.pool);
    expect(Object.keys(good).filter((table) => aged[table] !== good[table])).toEqual([
      'agg_day_quality',
      'agg_error_day',
      'agg_period_quality',
    ]);
    await backfillPhaseColumns({ database, batchRows: 9 });
    await backfillErrorTimes({ database, batchRows: 3 });
    expect(await aggregates(database.pool)).toEqual(good);
  });

  it('write nothing and raise nothing where all is well', async () => {
    const plant = await newPlant(server, smallDump());
    const { database } = plant;
    const before = [await corePlacement(database.pool), await published(database.pool)];
    expect(await backfillPhaseColumns({ database, every: true })).toMatchObject({
      status: 'finished',
      rows_changed: 0,
      data_version: null,
    });
    expect(await backfillErrorTimes({ database })).toMatchObject({ rows_changed: 0, data_version: null });
    expect([await corePlacement(database.pool), await published(database.pool)]).toEqual(before);
  });

  it('leave rows of a newer rule alone, and refuse where the run is of a newer one', async () => {
    const plant = await newPlant(server, smallDump());
    const { database } = plant;
    await database.pool.query(`
      UPDATE fases_ordem_fabrico SET faseof_rule_version = ${ruleVersion + 1}, faseof_duration_seconds = 5 WHERE faseof_id = 50001;
      UPDATE erros_ordem_fabrico SET ofch_rule_version = ${ruleVersion + 1}, ofch_event_time = '2001-01-01' WHERE ofch_of_id = 1001`);
    const before = await corePlacement(database.pool);
    expect(await backfillPhaseColumns({ database, every: true })).toMatchObject({ rows_changed: 0 });
    expect(await backfillErrorTimes({ database })).toMatchObject({ rows_changed: 0 });
    await database.pool.query(`UPDATE ingestion_runs SET rule_version = ${ruleVersion + 1}`);
    await expect(backfillPhaseColumns({ database })).rejects.toMatchObject({ code: 'RULES_NEWER' });
    await expect(backfillErrorTimes({ database })).rejects.toMatchObject({ code: 'RULES_NEWER' });
    expect(await corePlacement(database.pool)).toBe(before);
  });

  it('do nothing where nothing is published', async () => {
    const { database } = await newPlant(server);
    expect(await backfillPhaseColumns({ database })).toMatchObject({ status: 'empty', batches: 0 });
    expect(await backfillErrorTimes({ database })).toMatchObject({ status: 'empty', batches: 0 });
    expect(await count(database.pool, 'backfill_progress')).toBe(0);
  });
});
