import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diffRuns } from '../../src/evidence/diff/diff.js';
import { rollback } from '../../src/ingestion/rollback.js';
import { type MaintainOptions, maintain } from '../../src/maintenance/index.js';
import { acquireRunLock } from '../../src/platform/locks/index.js';
import { manifestName } from '../../src/source/manifest.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { coreChecksum } from '../support/core.js';
import { onEveryServer } from '../support/database.js';
import { type Dump, smallDump, temporaryFolder } from '../support/dump.js';
import { count, expectWhole, published } from './support.js';

/** The small dump with one weight of its own: each differs from the others in one row. */
function dump(weight: number): Dump {
  const base = smallDump();
  base.modelos = base.modelos!.map((row, place) =>
    place === 0 ? { ...row, produto_peso_desmolde: weight } : row,
  );
  return base;
}

onEveryServer('maintenance', (server) => {
  const runsOf = (runs: number): Promise<Plant> =>
    newPlant(server, ...Array.from({ length: runs }, (_, n) => dump(n + 1)));

  async function newRuns(runs: number): Promise<Plant & { options: MaintainOptions }> {
    const plant = await runsOf(runs);
    const extractsFolder = join(await temporaryFolder(), 'extracts');
    for (let run = 1; run <= runs; run += 1) {
      const folder = join(extractsFolder, `run-${run}`);
      await mkdir(folder, { recursive: true });
      // Without it, an extract is one that was cut short.
      await writeFile(join(folder, manifestName), '{}');
    }
    return { ...plant, options: { database: plant.database, extractsFolder, retainedRuns: 2 } };
  }

  /** What core holds after so many runs. */
  const stateAfter = async (runs: number): Promise<string> =>
    await coreChecksum((await runsOf(runs)).database.pool);

  it('keeps the changes of the newest runs; across the others diff and rollback refuse, and say why', async () => {
    const { database, options } = await newRuns(5);
    const [third, fifth] = [await stateAfter(3), await stateAfter(5)];
    const { pool } = database;
    const before = await published(pool);
    expect(await maintain(options)).toMatchObject({
      status: 'finished',
      pruned_runs: [2, 3],
      pruned_changes: 2,
    });
    expect(await count(pool, 'run_changes WHERE run_id IN (4, 5)')).toBe(2);
    expect(await count(pool, 'run_changes')).toBe(2);
    expect(await count(pool, 'ingestion_runs WHERE changes_pruned_at IS NOT NULL')).toBe(2);
    expect(await published(pool)).toEqual(before);
    await expectWhole(pool);

    for (const [a, b] of [
      [1, 5],
      [2, 3],
      [1, 2],
    ] as const)
      await expect(diffRuns(pool, a, b)).rejects.toMatchObject({ code: 'HISTORY_PRUNED' });
    await expect(rollback({ database, to: 2 })).rejects.toMatchObject({ code: 'HISTORY_PRUNED' });
    expect(await coreChecksum(pool)).toBe(fifth);
    expect((await diffRuns(pool, 3, 5)).rows).toMatchObject({ modelos: { updated: 1 } });
    await rollback({ database, to: 3 });
    expect(await coreChecksum(pool)).toBe(third);
    await expectWhole(pool);
    expect(await maintain({ ...options, retainedRuns: 1 })).toMatchObject({ pruned_runs: [4, 5] });
    await expectWhole(pool);
  });

  it('says beforehand what it would do, and does nothing; what was cut short goes with the next', async () => {
    const { database, options } = await newRuns(4);
    const { pool } = database;
    await pool.query('CREATE UNLOGGED TABLE staging.modelos_2_raw (x text)');
    // Another program's, in a schema of the same name.
    await pool.query(
      'CREATE TABLE staging.vendas_2023_raw (x text); CREATE TABLE staging.modelos_novos_2_raw (x text)',
    );
    await mkdir(join(options.extractsFolder, 'run-99'));
    const seen = async (): Promise<unknown> => [
      await count(pool, 'run_changes'),
      await count(pool, "pg_tables WHERE schemaname = 'staging'"),
      readdirSync(options.extractsFolder).sort(),
      (await pool.query('SELECT status, changes_pruned_at FROM ingestion_runs ORDER BY run_id')).rows,
    ];
    const before = await seen();
    const planned = await maintain({ ...options, dryRun: true });
    expect(planned).toMatchObject({
      status: 'planned',
      pruned_runs: [2],
      pruned_changes: 1,
      staging_tables: ['staging.modelos_2_raw'],
      extracts: ['run-99'],
    });
    expect(planned.analyzed).toContain('public.fases_ordem_fabrico');
    expect(await seen()).toEqual(before);

    expect(await maintain(options)).toEqual({ ...planned, status: 'finished' });
    expect(existsSync(join(options.extractsFolder, 'run-99'))).toBe(false);
    expect(await count(pool, "pg_tables WHERE schemaname = 'staging'")).toBe(2);
    expect(await maintain(options)).toMatchObject({ pruned_runs: [], extracts: [], staging_tables: [] });

    // Marked, and killed before its rows were gone.
    await pool.query('UPDATE ingestion_runs SET changes_pruned_at = clock_timestamp() WHERE run_id = 3');
    expect(await maintain({ ...options, retainedRuns: 1 })).toMatchObject({
      pruned_runs: [3],
      pruned_changes: 1,
    });
  });

  it('removes what dead runs left, and leaves a living one alone', async () => {
    const { database, options } = await newRuns(1);
    const { pool } = database;
    await pool.query(`
      INSERT INTO ingestion_runs (status, kind, stage, source_name, contract_version, rule_version, forced, started_at, host, pid)
      VALUES ('running', 'ingest', 'extract', 'x.xlsx', 'x', 1, false, now(), 'h', 1);
      CREATE UNLOGGED TABLE staging.run_2_defects (x text)`);
    await mkdir(join(options.extractsFolder, 'run-2'));
    const living = await database.connect('living');
    await acquireRunLock({ database, session: living, name: 'ingest', wait: false });
    expect(await maintain(options)).toMatchObject({ dead_runs: [], staging_tables: [], extracts: [] });
    expect(await count(pool, "pg_tables WHERE tablename = 'run_2_defects'")).toBe(1);
    expect(existsSync(join(options.extractsFolder, 'run-2'))).toBe(true);

    await living.end();
    expect(await maintain(options)).toMatchObject({
      dead_runs: [2],
      staging_tables: ['staging.run_2_defects'],
      extracts: ['run-2'],
    });
    expect(await count(pool, "ingestion_runs WHERE status = 'failed' AND error_code = 'RUN_DIED'")).toBe(1);
  });

  it('refreshes statistics, without waiting for a table that somebody has locked', async () => {
    const { database, options } = await newRuns(1);
    const { pool } = database;
    const hold = await database.connect('blocker');
    await hold.query('BEGIN; LOCK TABLE modelos IN ACCESS EXCLUSIVE MODE');
    const result = await maintain(options);
    expect(result.skipped).toEqual(['public.modelos']);
    await hold.query('ROLLBACK');
    expect((await maintain(options)).skipped).toEqual([]);
    const { rows } = await pool.query(
      "SELECT reltuples::int AS n FROM pg_class WHERE relname = 'ordens_fabrico'",
    );
    expect(rows).toEqual([{ n: 20 }]);
  });

  it('stops when it is told to', async () => {
    const { options } = await newRuns(1);
    expect(await maintain({ ...options, signal: AbortSignal.abort() })).toMatchObject({ status: 'stopped' });
  });
});
