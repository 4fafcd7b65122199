import { expect, it } from 'vitest';
import { check } from '../../src/evidence/check/check.js';
import { diffRuns } from '../../src/evidence/diff/diff.js';
import { replay } from '../../src/ingestion/replay.js';
import { rollback } from '../../src/ingestion/rollback.js';
import { countsOf, newPlant } from '../ingest/support.js';
import { coreChecksum } from '../support/core.js';
import { onEveryServer } from '../support/database.js';
import { type Dump, serial, smallDump } from '../support/dump.js';

/** The factory a day later: something of everything has changed. */
function nextDay(): Dump {
  const dump = smallDump();
  dump.ordens_fabrico![17] = {
    ...dump.ordens_fabrico![17],
    of_data_acabamento: serial('2023-04-20T10:00:00'),
    of_fase_id: 12,
  };
  dump.ordens_fabrico![18] = { ...dump.ordens_fabrico![18], of_data_transporte: serial('2023-05-02') };
  dump.ordens_fabrico!.splice(2, 1);
  dump.ordens_fabrico!.push({
    ...dump.ordens_fabrico![0],
    of_id: 2001,
    of_data_acabamento: 'NULL',
    of_fase_id: 1,
  });
  dump.fases_ordem_fabrico![5] = { ...dump.fases_ordem_fabrico![5], faseof_of_id: 1019 };
  dump.fases_ordem_fabrico![10] = { ...dump.fases_ordem_fabrico![10], faseof_fim: 'NULL' };
  dump.erros_ordem_fabrico!.push({
    ...dump.erros_ordem_fabrico![0],
    ofch_descricao_erro: 'Laminagem com bolhas',
    ofch_gravidade: 3,
  });
  dump.erros_ordem_fabrico!.splice(1, 1);
  return dump;
}

onEveryServer('the history', (server) => {
  it('tells what changed between two runs, also across several', async () => {
    const middle = smallDump();
    middle.ordens_fabrico![5] = { ...middle.ordens_fabrico![5], of_fase_id: 8 };
    const plant = await newPlant(server, smallDump(), middle, nextDay());
    const [first, last] = [1, 3];
    const diff = await diffRuns(plant.database.pool, last, first);
    expect(diff).toEqual({
      from: first,
      to: last,
      orders: {
        created: ['2001'],
        finished: [{ key: '1018', was: null, is: '2023-04-20T10:00:00' }],
        reopened: [],
        vanished: ['1003'],
        // What changed in the middle run and changed back is no difference.
        phase_moved: [{ key: '1018', was: '6', is: '12' }],
        due_moved: [{ key: '1019', was: '2023-04-20T00:00:00', is: '2023-05-02T00:00:00' }],
        due_slipped: [{ key: '1019', was: '2023-04-20T00:00:00', is: '2023-05-02T00:00:00' }],
        // So small a factory has no forecast.
        newly_at_risk: [],
        no_longer_at_risk: [],
      },
      phases: {
        created: 0,
        started: 0,
        finished: 0,
        reopened: [{ key: '50011', was: '2023-04-03T10:45:00', is: null }],
        order_moved: [{ key: '50006', was: '1002', is: '1019' }],
        vanished: 0,
      },
      errors: { appeared: 1, vanished: 1, appeared_by_severity: { 3: 1 } },
      rows: {
        erros_ordem_fabrico: { inserted: 1, updated: 0, gone: 1 },
        fases_ordem_fabrico: { inserted: 0, updated: 2, gone: 0 },
        ordens_fabrico: { inserted: 1, updated: 2, gone: 1 },
      },
    });
    expect((await diffRuns(plant.database.pool, first, first)).rows).toEqual({});
  });

  it('says when the changes are no longer kept, and which runs never published', async () => {
    const plant = await newPlant(server, smallDump(), nextDay());
    const [first, second] = [1, 2];
    await expect(diffRuns(plant.database.pool, first, 99)).rejects.toMatchObject({ code: 'NO_SUCH_RUN' });
    const refused = await plant
      .ingest({ ...smallDump(), ordens_fabrico: [] })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'SHEET_SHRANK' });
    await expect(diffRuns(plant.database.pool, first, second + 1)).rejects.toMatchObject({
      code: 'NOT_PUBLISHED',
    });
    await plant.database.pool.query('UPDATE ingestion_runs SET changes_pruned_at = now() WHERE run_id = $1', [
      second,
    ]);
    await expect(diffRuns(plant.database.pool, first, second)).rejects.toMatchObject({
      kind: 'state',
      code: 'HISTORY_PRUNED',
    });
    await expect(rollback({ database: plant.database, to: first })).rejects.toMatchObject({
      code: 'HISTORY_PRUNED',
    });
  });

  it('publishes an earlier state again, and the later one after that', async () => {
    const plant = await newPlant(server, smallDump());
    const { pool } = plant.database;
    const first = 1;
    const before = await coreChecksum(pool);
    await plant.ingest(nextDay());
    const after = await coreChecksum(pool);
    const back = await rollback({ database: plant.database, to: null });
    expect(back.result).toMatchObject({ status: 'completed', data_version: 3, as_of: '2023-04-20T10:00:00' });
    expect(await coreChecksum(pool)).toBe(before);
    expect((await check(pool)).status).toBe('ok');
    // The workbook of that state is the published one again.
    expect((await plant.ingest(smallDump())).result.status).toBe('unchanged');
    await rollback({ database: plant.database, to: null });
    expect(await coreChecksum(pool)).toBe(after);
    const direct = await rollback({ database: plant.database, to: first });
    expect(await coreChecksum(pool)).toBe(before);
    expect((await check(pool)).status).toBe('ok');
    const next = await plant.ingest(nextDay());
    expect(countsOf(next, 'Funcionarios')).toMatchObject({
      rows: 3,
      unchanged: 2,
      duplicates: 1,
      skipped: true,
    });
    expect(await coreChecksum(pool)).toBe(after);
    await expect(rollback({ database: plant.database, to: next.result.run_id })).rejects.toMatchObject({
      code: 'ALREADY_PUBLISHED',
    });
    expect(direct.result.run_id).toBeLessThan(next.result.run_id!);
  });
});

onEveryServer('replay', (server) => {
  it('judges kept rejects again and takes in what today is good', async () => {
    const plant = await newPlant(server);
    const { pool } = plant.database;
    const whole = await newPlant(server, smallDump());
    const bad = smallDump();
    bad.fases_ordem_fabrico![7] = { ...bad.fases_ordem_fabrico![7], faseof_fase_id: 'oito' };
    const first = (await plant.ingest(bad)).result.run_id!;
    const same = await replay({ database: plant.database, run: first });
    expect(countsOf(same, 'FasesOrdemFabrico')).toMatchObject({ rows: 1, rejected: 1, inserted: 0 });
    expect(same.result).toMatchObject({ status: 'unchanged', data_version: 1 });
    // The contract changes: here the kept row is what becomes readable.
    await pool.query(`UPDATE run_rejects SET raw = raw || '{"faseof_fase_id": "8"}' WHERE run_id = $1`, [
      first,
    ]);
    const again = await replay({ database: plant.database, run: first });
    expect(countsOf(again, 'FasesOrdemFabrico')).toMatchObject({ rows: 1, rejected: 0, inserted: 1 });
    expect(await coreChecksum(pool)).toBe(await coreChecksum(whole.database.pool));
    expect((await check(pool)).status).toBe('ok');
    const once_more = await replay({ database: plant.database, run: first });
    expect(countsOf(once_more, 'FasesOrdemFabrico')).toMatchObject({ rows: 1, unchanged: 1, inserted: 0 });
    await rollback({ database: plant.database, to: first });
    expect((await check(pool)).status).toBe('ok');
    expect((await check(pool)).counts.find((one) => one.sheet === 'FasesOrdemFabrico')).toMatchObject({
      core_rows: 79,
    });
  });

  it('refuses rows that a later dump has brought again', async () => {
    const plant = await newPlant(server);
    const bad = smallDump();
    bad.fases_ordem_fabrico![7] = { ...bad.fases_ordem_fabrico![7], faseof_id: 'x' };
    const first = (await plant.ingest(bad)).result.run_id!;
    const second = (await plant.ingest(smallDump())).result.run_id!;
    await expect(replay({ database: plant.database, run: first })).rejects.toMatchObject({
      kind: 'state',
      code: 'SUPERSEDED',
    });
    const { rowCount } = await plant.database.pool.query('SELECT FROM ingestion_runs');
    expect(rowCount, 'a refused replay is no run').toBe(2);
    await expect(replay({ database: plant.database, run: second })).rejects.toMatchObject({
      code: 'NOTHING_TO_REPLAY',
    });
  });
});
