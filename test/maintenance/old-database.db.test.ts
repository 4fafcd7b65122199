import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { check } from '../../src/evidence/check/check.js';
import { stages } from '../../src/ingestion/progress.js';
import { readRuns } from '../../src/ingestion/records/history.js';
import { rollback } from '../../src/ingestion/rollback.js';
import { repairAggregates } from '../../src/maintenance/index.js';
import type { Database } from '../../src/platform/database.js';
import { migrateTo, migrateUp } from '../../src/platform/migrate.js';
import { migrationNames, migrationsFolder } from '../../src/platform/migration-files.js';
import { dataOf } from '../services/factory.js';
import { testDatabase } from '../support/database.js';

/** The last migration that the commit had. */
const last = '0013_begun_phases';

async function databaseOfThen(): Promise<Database> {
  const { database, drop } = await testDatabase({ migrated: false });
  onTestFinished(drop);
  const names = migrationNames(migrationsFolder);
  await migrateTo(database, names.slice(0, names.indexOf(last) + 1));
  const rows = readFileSync(new URL('database-of-cf46866.sql', import.meta.url), 'utf8');
  await database.pool.query(`
    DELETE FROM publication; DELETE FROM agg_estado; DELETE FROM segredo_pseudonimos; DELETE FROM run_fence;
    ${rows}`);
  return database;
}

test('a database of commit cf46866 is migrated with its runs, answers, and is worked with', async () => {
  const database = await databaseOfThen();
  const pseudonym = await one(database, 'SELECT pseudonimo(301) AS value');
  await migrateUp(database);
  expect(
    (await readRuns(database.pool, 10)).map(({ run_id, kind, status }) => [run_id, kind, status]),
  ).toEqual([
    [4, 'rollback', 'completed'],
    [3, 'ingest', 'unchanged'],
    [2, 'ingest', 'completed'],
    [1, 'ingest', 'completed'],
  ]);
  // The first stage of then is the first one of today, also where its seconds are; the last one is not over when they are recorded.
  expect(await one(database, 'SELECT array_agg(stage ORDER BY run_id) AS value FROM ingestion_runs')).toEqual(
    ['publish', 'publish', 'open', 'publish'],
  );
  expect(
    await one(
      database,
      'SELECT array_agg(DISTINCT entered) AS value FROM ingestion_runs, jsonb_object_keys(seconds) entered',
    ),
  ).toEqual(stages.filter((stage) => stage !== 'publish').toSorted());
  // Who was told by a pseudonym goes on under the same one.
  expect(await one(database, 'SELECT pseudonym(301) AS value')).toBe(pseudonym);
  expect(
    await one(
      database,
      'SELECT array_agg(grain ORDER BY grain COLLATE "C") AS value FROM (SELECT DISTINCT grain FROM agg_period_delivery) g',
    ),
  ).toEqual(['all', 'day', 'month', 'year']);

  // Whatever opens the database counts anew what newer rules count otherwise.
  await repairAggregates({ database });
  expect(await check(database.pool)).toMatchObject({ status: 'ok', run_id: 4 });
  expect(await dataOf<object>(database.pool, 'prodplan.orders', { of_id: '1003' })).toMatchObject([
    { of_id: 1003, state: 'DONE' },
  ]);

  // What the old runs kept is enough to go back over them: order 1003 is not in the second dump.
  await rollback({ database, to: 2 });
  expect(await check(database.pool)).toMatchObject({ status: 'ok', run_id: 5 });
  expect(await dataOf<object[]>(database.pool, 'prodplan.orders', { of_id: '1003' })).toEqual([]);
});

async function one({ pool }: Database, sql: string): Promise<unknown> {
  return (await pool.query<{ value: unknown }>(sql)).rows[0]!.value;
}
