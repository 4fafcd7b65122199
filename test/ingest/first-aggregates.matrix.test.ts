import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { rebuildAggregates } from '../../src/aggregates/index.js';
import { coreChecksum } from '../support/core.js';
import { onEveryServer } from '../support/database.js';
import { dumpWorkbook, smallDump, writeWorkbook } from '../support/dump.js';
import type { SheetRows } from '../support/xlsx-builder.js';
import { newPlant, type Plant } from './support.js';

/** The session that builds the aggregates beside the merge. */
const builder = `application_name = 'prodplan aggregate' AND datname = current_database()`;

/** It makes room for this table at its beginning; it reads that one, where the file lacks its sheet, when some aggregates stand. */
const heldBy = { beginning: 'agg_day', midst: 'erros_ordem_fabrico' };

/** Holds the builder, runs the work, and lets go. */
async function withBuilderHeld(
  { database }: Plant,
  where: keyof typeof heldBy,
  work: (builderPid: () => Promise<number>) => Promise<void>,
): Promise<void> {
  const blocker = await database.connect('blocker');
  await blocker.query(`BEGIN; LOCK TABLE ${heldBy[where]} IN ACCESS EXCLUSIVE MODE`);
  try {
    await work(async () => {
      for (;;) {
        const { rows } = await database.pool.query<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE ${builder} AND wait_event_type = 'Lock'`,
        );
        if (rows[0] !== undefined) return rows[0].pid;
        await sleep(10);
      }
    });
  } finally {
    await blocker.query('ROLLBACK');
    await blocker.end();
  }
}

/** A run whose builder dies while both it and the run's session wait; the run then goes on alone. */
async function runWhoseBuilderDies<T>(plant: Plant, begin: () => Promise<T>): Promise<() => Promise<T>> {
  let run: Promise<T>;
  await withBuilderHeld(plant, 'midst', async (builderPid) => {
    run = begin();
    run.catch(() => {});
    const pid = await builderPid();
    const { rows } = await plant.database.pool.query<{ query: string }>(
      'SELECT query FROM pg_stat_activity WHERE pid = $1',
      [pid],
    );
    expect(rows[0]!.query).toContain('agg_error_text');
    await plant.database.pool.query('SELECT pg_terminate_backend($1)', [pid]);
  });
  return () => run;
}

function workbookWithoutErrors(): Promise<string> {
  const edit = (sheets: SheetRows[]) => sheets.filter((one) => one.name !== 'OrdemFabricoErros');
  return writeWorkbook(dumpWorkbook(smallDump(), { edit }));
}

async function count({ database }: Plant, what: string): Promise<number> {
  return (await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`)).rows[0]!.n;
}

/** Nothing is published, core is empty, and neither tables nor sessions are left. */
async function expectNothingLeft(plant: Plant, emptyCore: string): Promise<void> {
  expect(await count(plant, 'publication WHERE run_id IS NOT NULL')).toBe(0);
  expect(await coreChecksum(plant.database.pool)).toBe(emptyCore);
  expect(await count(plant, 'agg_order')).toBe(0);
  expect(await count(plant, `pg_tables WHERE schemaname = 'staging'`)).toBe(0);
  expect(await count(plant, `pg_stat_activity WHERE ${builder}`)).toBe(0);
}

/** The next run needs nobody, and a full recomputation finds nothing to repair. */
async function expectNextRunClean(plant: Plant): Promise<void> {
  expect((await plant.ingest(smallDump())).result.status).toBe('completed');
  expect(await count(plant, 'agg_order')).toBe(await count(plant, 'ordens_fabrico'));
  const client = await plant.database.pool.connect();
  try {
    await client.query('BEGIN');
    expect(await rebuildAggregates(client)).toEqual({ repaired: [], data_version: null });
    await client.query('ROLLBACK');
  } finally {
    client.release();
  }
}

onEveryServer('the aggregates of a first dump', (server) => {
  it('fail the run where their session dies, and leave nothing behind', async () => {
    const plant = await newPlant(server);
    const emptyCore = await coreChecksum(plant.database.pool);
    await withBuilderHeld(plant, 'beginning', async (builderPid) => {
      const run = plant.ingest(smallDump());
      const failed = expect(run).rejects.toMatchObject({ code: 'DATABASE_LOST' });
      await plant.database.pool.query('SELECT pg_terminate_backend($1)', [await builderPid()]);
      await failed;
    });
    await expectNothingLeft(plant, emptyCore);
    await expectNextRunClean(plant);
  });

  it('fail the run where their session dies in the midst of its work', async () => {
    const plant = await newPlant(server);
    const emptyCore = await coreChecksum(plant.database.pool);
    const path = await workbookWithoutErrors();
    const run = await runWhoseBuilderDies(plant, () => plant.ingestFile(path, { allowMissingSheets: true }));
    await expect(run()).rejects.toMatchObject({ code: 'DATABASE_LOST' });
    await expectNothingLeft(plant, emptyCore);
    await expectNextRunClean(plant);
  });

  it('are given up with the run where it is stopped', async () => {
    const plant = await newPlant(server);
    const emptyCore = await coreChecksum(plant.database.pool);
    const path = await writeWorkbook(dumpWorkbook(smallDump()));
    await withBuilderHeld(plant, 'beginning', async (builderPid) => {
      const stop = new AbortController();
      const failed = expect(plant.ingestFile(path, { signal: stop.signal })).rejects.toMatchObject({
        code: 'STOPPED',
      });
      await builderPid();
      stop.abort(new Error('enough'));
      await failed;
      expect(await count(plant, `pg_stat_activity WHERE ${builder}`)).toBe(0);
    });
    await expectNothingLeft(plant, emptyCore);
    await expectNextRunClean(plant);
  });

  it('stand in the published tables alone: no view is left, and texts of errors get further numbers', async () => {
    const plant = await newPlant(server);
    const dump = smallDump();
    await plant.ingest(dump);
    expect(
      await count(plant, `pg_class WHERE relkind = 'v' AND relnamespace::regnamespace::text ~ '^pg_temp'`),
    ).toBe(0);
    const first = await count(plant, 'agg_error_text');
    dump.erros_ordem_fabrico!.push({ ...dump.erros_ordem_fabrico![0], ofch_descricao_erro: 'Bolha nova' });
    await plant.ingest(dump);
    expect(await count(plant, 'agg_error_text')).toBe(first + 1);
    expect(await count(plant, `agg_error_text WHERE descricao = 'Bolha nova'`)).toBe(1);
  });

  it('are built also where a sheet is missing', async () => {
    const plant = await newPlant(server);
    await plant.ingestFile(await workbookWithoutErrors(), { allowMissingSheets: true });
    expect(await count(plant, `ingestion_sheet_runs WHERE NOT present`)).toBe(1);
    expect(await count(plant, 'agg_error_day')).toBe(0);
    expect(await count(plant, 'agg_order')).toBe(await count(plant, 'ordens_fabrico'));
    expect(await count(plant, 'agg_order WHERE phases > 0')).toBeGreaterThan(0);
  });
});
