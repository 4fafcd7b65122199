import { expect, it } from 'vitest';
import { coreChecksum, coreCounts, corePlacement } from '../support/core.js';
import { onEveryServer } from '../support/database.js';
import { serial, smallDump } from '../support/dump.js';
import { countsOf, newPlant } from './support.js';

const none = { inserted: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0, gone: 0, skipped: false };

onEveryServer('the invariants', (server) => {
  it('accounts for every row of a first dump', async () => {
    const plant = await newPlant(server);
    const first = await plant.ingest(smallDump());
    expect(first.result).toMatchObject({
      status: 'completed',
      data_version: 1,
      as_of: '2023-04-20T10:00:00',
      as_of_origin: 'data',
    });
    expect(countsOf(first, 'Funcionarios')).toEqual({ ...none, rows: 3, inserted: 2, duplicates: 1 });
    expect(countsOf(first, 'FasesOrdemFabrico')).toEqual({ ...none, rows: 80, inserted: 80 });
    for (const one of first.result.sheets) {
      expect(one.inserted + one.updated + one.unchanged + one.duplicates + one.rejected).toBe(one.rows);
    }
    expect(await coreCounts(plant.database.pool)).toEqual({
      fases_catalogo: 5,
      modelos: 3,
      funcionarios: 2,
      funcionarios_fases_aptos: 3,
      fases_standard_modelos: 8,
      ordens_fabrico: 20,
      fases_ordem_fabrico: 80,
      funcionarios_fase_ordem_fabrico: 40,
      erros_ordem_fabrico: 10,
    });
  });

  it('changes nothing when the same file comes twice, also when it is forced', async () => {
    const plant = await newPlant(server, smallDump());
    const before = [await coreChecksum(plant.database.pool), await corePlacement(plant.database.pool)];
    const second = await plant.ingest(smallDump());
    expect(second.result).toMatchObject({ status: 'unchanged', data_version: 1 });
    expect(countsOf(second, 'Funcionarios')).toEqual({
      ...none,
      rows: 3,
      unchanged: 2,
      duplicates: 1,
      skipped: true,
    });
    expect([await coreChecksum(plant.database.pool), await corePlacement(plant.database.pool)]).toEqual(
      before,
    );
    const forced = await plant.ingest(smallDump(), { force: true });
    expect(forced.result).toMatchObject({ status: 'completed', data_version: 2 });
    expect(countsOf(forced, 'OrdensFabrico')).toEqual({ ...none, rows: 20, unchanged: 20 });
    expect(countsOf(forced, 'OrdemFabricoErros')).toEqual({ ...none, rows: 10, unchanged: 10 });
    expect([await coreChecksum(plant.database.pool), await corePlacement(plant.database.pool)]).toEqual(
      before,
    );
  });

  it('takes A, B and A again as three real runs', async () => {
    const plant = await newPlant(server);
    const a = smallDump();
    const b = smallDump();
    b.ordens_fabrico![3] = { ...b.ordens_fabrico![3], of_fase_id: 8 };
    await plant.ingest(a, { asOf: '2023-04-21T00:00:00' });
    const before = await coreChecksum(plant.database.pool);
    expect((await plant.ingest(b, { asOf: '2023-04-21T00:00:00' })).result.status).toBe('completed');
    expect(await coreChecksum(plant.database.pool)).not.toBe(before);
    const again = await plant.ingest(a, { asOf: '2023-04-21T00:00:00' });
    expect(again.result).toMatchObject({ status: 'completed', data_version: 3 });
    expect(countsOf(again, 'OrdensFabrico')).toEqual({ ...none, rows: 20, updated: 1, unchanged: 19 });
    expect(await coreChecksum(plant.database.pool)).toBe(before);
  });

  it('gives the same core whether a dump comes first or after another one', async () => {
    const [direct, indirect] = [await newPlant(server), await newPlant(server, smallDump())];
    const next = smallDump();
    next.ordens_fabrico!.splice(2, 1);
    next.fases_ordem_fabrico![5] = { ...next.fases_ordem_fabrico![5], faseof_of_id: 1019, faseof_peso: 8.25 };
    next.fases_ordem_fabrico![10] = { ...next.fases_ordem_fabrico![10], faseof_fim: 'NULL' };
    next.erros_ordem_fabrico!.push({
      ...next.erros_ordem_fabrico![0],
      ofch_descricao_erro: 'Laminagem com bolhas',
    });
    await direct.ingest(next);
    await indirect.ingest(next);
    expect(await coreChecksum(indirect.database.pool)).toBe(await coreChecksum(direct.database.pool));
  });

  it('keeps what a run changed: new, changed, moved, gone and returned rows', async () => {
    const plant = await newPlant(server, smallDump());
    const b = smallDump();
    b.fases_ordem_fabrico![0] = { ...b.fases_ordem_fabrico![0], faseof_of_id: 1002 };
    b.fases_ordem_fabrico![1] = { ...b.fases_ordem_fabrico![1], faseof_peso: 7.7 };
    b.fases_ordem_fabrico!.splice(79, 1);
    b.fases_ordem_fabrico!.push({ ...b.fases_ordem_fabrico![2], faseof_id: 60_000 });
    const second = await plant.ingest(b);
    expect(countsOf(second, 'FasesOrdemFabrico')).toEqual({
      ...none,
      rows: 80,
      inserted: 1,
      updated: 2,
      unchanged: 77,
      gone: 1,
    });
    const third = await plant.ingest(smallDump());
    const { rows } = await plant.database.pool.query(
      `SELECT run_id, key, change, before->>'faseof_of_id' AS was, after->>'faseof_of_id' AS is FROM run_changes
       WHERE table_name = 'fases_ordem_fabrico' ORDER BY run_id, key`,
    );
    const [second_id, third_id] = [second.result.run_id, third.result.run_id];
    expect(rows).toEqual([
      { run_id: second_id, key: '50001', change: 'moved', was: '1001', is: '1002' },
      { run_id: second_id, key: '50002', change: 'updated', was: '1001', is: '1001' },
      { run_id: second_id, key: '50080', change: 'gone', was: '1020', is: null },
      { run_id: second_id, key: '60000', change: 'inserted', was: null, is: '1001' },
      { run_id: third_id, key: '50001', change: 'moved', was: '1002', is: '1001' },
      { run_id: third_id, key: '50002', change: 'updated', was: '1001', is: '1001' },
      { run_id: third_id, key: '50080', change: 'returned', was: null, is: '1020' },
      { run_id: third_id, key: '60000', change: 'gone', was: '1001', is: null },
    ]);
  });

  it('skips a sheet that is the published one, and derives anew what comes from the others', async () => {
    const plant = await newPlant(server, smallDump());
    const b = smallDump();
    b.fases_ordem_fabrico![2] = { ...b.fases_ordem_fabrico![2], faseof_fim: serial('2023-04-02T12:00:00') };
    const second = await plant.ingest(b);
    expect(countsOf(second, 'OrdemFabricoErros')).toEqual({
      ...none,
      rows: 10,
      unchanged: 10,
      skipped: true,
    });
    expect(countsOf(second, 'Funcionarios')).toEqual({
      ...none,
      rows: 3,
      unchanged: 2,
      duplicates: 1,
      skipped: true,
    });
    const { rows } = await plant.database.pool.query(
      'SELECT ofch_event_time, ofch_event_time_origin FROM erros_ordem_fabrico WHERE ofch_of_id = 1001',
    );
    expect(rows).toEqual([{ ofch_event_time: '2023-04-02T12:00:00', ofch_event_time_origin: 'phase_end' }]);
  });
});
