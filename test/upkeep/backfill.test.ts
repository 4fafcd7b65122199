import { describe, expect, it } from 'vitest';
import { ruleVersion } from '../../src/ingestion/rules/derived.js';
import { backfillDefectTimes, backfillPhaseColumns } from '../../src/upkeep/index.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { coreChecksum, corePlacement } from '../support/core.js';
import { oldestServer, servers } from '../support/database.js';
import { smallDump } from '../support/dump.js';
import { count, expectWhole, published } from './support.js';

/** What an older program would have left: other values, an older version. */
async function age({ database }: Plant): Promise<void> {
  await database.pool.query(`
    UPDATE fases_ordem_fabrico SET faseof_rule_version = 0, faseof_event_time = NULL, faseof_duration_seconds = 1,
      faseof_is_open = NOT faseof_is_open, faseof_is_done = NULL;
    UPDATE erros_ordem_fabrico SET ofch_event_time = NULL, ofch_event_time_origin = NULL, ofch_rule_version = 0`);
}

describe.each([...servers, ...(oldestServer ? [oldestServer] : [])])('backfills on $name', (server) => {
  it('bring core to what a run leaves, in batches of any size', async () => {
    const plant = await newPlant(server);
    const { database } = plant;
    await plant.ingest(smallDump());
    const good = await coreChecksum(database.pool);
    for (const [phases, batches] of [
      [1, 81],
      [7, 12],
      [80, 2],
      [1000, 1],
    ] as const) {
      await age(plant);
      const before = await published(database.pool);
      const result = await backfillPhaseColumns({ database, batch_rows: phases });
      expect(result).toMatchObject({
        status: 'finished',
        resumed: false,
        rows_total: 80,
        rows_seen: 80,
        rows_changed: 80,
        batches,
      });
      const defects = await backfillDefectTimes({ database, batch_rows: phases });
      expect(defects).toMatchObject({ status: 'finished', rows_seen: 10, rows_changed: 10 });
      expect(await coreChecksum(database.pool)).toBe(good);
      const after = await published(database.pool);
      expect(after).toEqual({ run_id: before.run_id, data_version: defects.data_version });
      expect(after.data_version).toBeGreaterThan(before.data_version);
      await expectWhole(database.pool);
    }
  });

  it('write nothing and raise nothing where all is well', async () => {
    const plant = await newPlant(server);
    const { database } = plant;
    await plant.ingest(smallDump());
    const before = [await corePlacement(database.pool), await published(database.pool)];
    expect(await backfillPhaseColumns({ database, every: true })).toMatchObject({
      status: 'finished',
      rows_changed: 0,
      data_version: null,
    });
    expect(await backfillDefectTimes({ database })).toMatchObject({ rows_changed: 0, data_version: null });
    expect([await corePlacement(database.pool), await published(database.pool)]).toEqual(before);
  });

  it('leave rows of a newer rule alone, and refuse where the run is of a newer one', async () => {
    const plant = await newPlant(server);
    const { database } = plant;
    await plant.ingest(smallDump());
    await database.pool.query(`
      UPDATE fases_ordem_fabrico SET faseof_rule_version = ${ruleVersion + 1}, faseof_duration_seconds = 5 WHERE faseof_id = 50001;
      UPDATE erros_ordem_fabrico SET ofch_rule_version = ${ruleVersion + 1}, ofch_event_time = '2001-01-01' WHERE ofch_of_id = 1001`);
    const before = await corePlacement(database.pool);
    expect(await backfillPhaseColumns({ database, every: true })).toMatchObject({ rows_changed: 0 });
    expect(await backfillDefectTimes({ database })).toMatchObject({ rows_changed: 0 });
    await database.pool.query(`UPDATE ingestion_runs SET rule_version = ${ruleVersion + 1}`);
    await expect(backfillPhaseColumns({ database })).rejects.toMatchObject({ code: 'RULES_NEWER' });
    await expect(backfillDefectTimes({ database })).rejects.toMatchObject({ code: 'RULES_NEWER' });
    expect(await corePlacement(database.pool)).toBe(before);
  });

  it('do nothing where nothing is published', async () => {
    const { database } = await newPlant(server);
    expect(await backfillPhaseColumns({ database })).toMatchObject({ status: 'empty', batches: 0 });
    expect(await backfillDefectTimes({ database })).toMatchObject({ status: 'empty', batches: 0 });
    expect(await count(database.pool, 'backfill_progress')).toBe(0);
  });
});
