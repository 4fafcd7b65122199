import { expect, it } from 'vitest';
import { readIssues } from '../../src/evidence/index.js';
import { backfillErrorTimes, reconcileOrphans } from '../../src/maintenance/index.js';
import { newPlant } from '../ingest/support.js';
import { corePlacement } from '../support/core.js';
import { onEveryServer } from '../support/database.js';
import { type Dump, smallDump } from '../support/dump.js';
import { expectWhole, published } from './support.js';

const byOrphan = { type: 'ORPHAN', all: true, limit: 1000 };

/** Without one order's phases and one model: assignments, error lines and orders then name what is not there. */
function dumpWithHoles(): Dump {
  const dump = smallDump();
  dump.fases_ordem_fabrico = dump.fases_ordem_fabrico!.filter((row) => row.faseof_of_id !== 1003);
  dump.modelos = dump.modelos!.filter((row) => row.produto_id !== 203);
  dump.fases_standard_modelos = [];
  return dump;
}

/** Rows of the dump that name something that it does not have, counted by hand. */
function orphansByHand(dump: Dump): Record<string, { values: number; rows: number }> {
  const found: Record<string, { values: number; rows: number }> = {};
  const look = (table: string, column: string, parents: string, key: string): void => {
    const known = new Set(dump[parents]!.map((row) => row[key]));
    const names = dump[table]!.map((row) => row[column]).filter(
      (value) => value !== 'NULL' && value !== undefined && !known.has(value),
    );
    if (names.length > 0) found[`${table}.${column}`] = { values: new Set(names).size, rows: names.length };
  };
  look('ordens_fabrico', 'of_produto_id', 'modelos', 'produto_id');
  look('ordens_fabrico', 'of_fase_id', 'fases_catalogo', 'fase_id');
  look('fases_ordem_fabrico', 'faseof_of_id', 'ordens_fabrico', 'of_id');
  look('funcionarios_fase_ordem_fabrico', 'funcionariofaseof_faseof_id', 'fases_ordem_fabrico', 'faseof_id');
  look('erros_ordem_fabrico', 'ofch_faseof_avaliacao', 'fases_ordem_fabrico', 'faseof_id');
  look('erros_ordem_fabrico', 'ofch_faseof_culpada', 'fases_ordem_fabrico', 'faseof_id');
  return found;
}

onEveryServer('orphans', (server) => {
  it('are those that a count by hand finds; a second look changes nothing', async () => {
    const { database, ingest } = await newPlant(server);
    expect(await reconcileOrphans({ database })).toMatchObject({ status: 'empty' });
    await ingest(dumpWithHoles());
    const before = [await corePlacement(database.pool), await published(database.pool)];
    const result = await reconcileOrphans({ database });
    expect(result).toMatchObject({
      status: 'finished',
      closed: 0,
      opened: 0,
      changed: 0,
      data_version: null,
    });
    const counted = Object.fromEntries(
      result.orphans.map(({ entity, values, rows }) => [entity, { values, rows }]),
    );
    expect(counted).toEqual(orphansByHand(dumpWithHoles()));
    expect([await corePlacement(database.pool), await published(database.pool)]).toEqual(before);
  });

  it('that have found their phase lose their issue, and error lines get its moment; no key is touched', async () => {
    const { database } = await newPlant(server, dumpWithHoles());
    const { pool } = database;
    const run = (await published(pool)).run_id;
    const inspected = `SELECT ofch_event_time_origin AS origin FROM erros_ordem_fabrico WHERE ofch_of_id = 1003`;
    expect((await pool.query(inspected)).rows).toEqual([{ origin: 'order_creation' }]);
    const keys =
      'SELECT ofch_of_id, ofch_fingerprint, ofch_faseof_avaliacao, ofch_faseof_culpada FROM erros_ordem_fabrico ORDER BY 1, 2';
    const before = (await pool.query(keys)).rows;

    // The phases arrive later than the error lines did, and not by a run.
    await pool.query(`
      INSERT INTO fases_ordem_fabrico (faseof_id, faseof_of_id, faseof_fase_id, faseof_inicio, faseof_fim)
      SELECT id, 1003, 1, '2023-04-03T08:00:00', '2023-04-03T09:30:00' FROM generate_series(50009, 50012) id`);
    const version = (await published(pool)).data_version;
    const result = await reconcileOrphans({ database });
    expect(result).toMatchObject({ status: 'finished', closed: 2, opened: 0, data_version: version + 1 });
    expect(result.orphans.map((one) => one.entity)).toEqual(['ordens_fabrico.of_produto_id']);
    const issues = (await readIssues(pool, byOrphan)).issues;
    expect(
      issues
        .filter((one) => one.resolved_run_id === run)
        .map((one) => one.key)
        .sort(),
    ).toEqual(['50009', '50011']);

    expect(await backfillErrorTimes({ database })).toMatchObject({
      rows_changed: 1,
      data_version: version + 2,
    });
    expect((await pool.query(inspected)).rows).toEqual([{ origin: 'phase_end' }]);
    expect((await pool.query(keys)).rows).toEqual(before);

    // And they come back where the phase goes again.
    await pool.query('DELETE FROM fases_ordem_fabrico WHERE faseof_id = 50009');
    expect(await reconcileOrphans({ database })).toMatchObject({ closed: 0, opened: 1 });
  });

  it('are closed by the run that brings what was missing; the look after it has nothing left to do', async () => {
    const { database, ingest } = await newPlant(server, dumpWithHoles());
    await ingest(smallDump());
    expect((await readIssues(database.pool, { ...byOrphan, all: false })).issues).toEqual([]);
    expect(await reconcileOrphans({ database })).toMatchObject({ closed: 0, opened: 0, orphans: [] });
    expect(await backfillErrorTimes({ database })).toMatchObject({ rows_changed: 0 });
    await expectWhole(database.pool);
  });
});
