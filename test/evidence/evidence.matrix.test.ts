import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/evidence/check/check.js';
import { type GateState, readGates, readMatchRates } from '../../src/evidence/index.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { prodplan } from '../support/cli.js';
import { firstServer, onEveryServer } from '../support/database.js';
import { type Dump, smallDump, temporaryFolder } from '../support/dump.js';

onEveryServer('the evidence', (server) => {
  it('has the match rates that a brute-force count gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 199, max: 206 }), { minLength: 1, maxLength: 20 }),
        fc.array(fc.integer({ min: 50_070, max: 50_090 }), { maxLength: 30 }),
        async (products, phases) => {
          const dump = smallDump();
          dump.ordens_fabrico = products.map((product, n) => ({
            ...dump.ordens_fabrico![n],
            of_produto_id: product === 199 ? 'NULL' : product,
          }));
          dump.funcionarios_fase_ordem_fabrico = [...new Set(phases)].map((phase) => ({
            funcionariofaseof_faseof_id: phase,
            funcionariofaseof_funcionario_id: 301,
            funcionariofaseof_chefe: 1,
          }));
          const plant = await newPlant(server);
          const { result } = await plant.ingest(dump);
          const rates = await readMatchRates(plant.database.pool, result.run_id!);
          const named = products.filter((product) => product !== 199);
          const matched = named.filter((product) => product >= 201 && product <= 203);
          expect(rates.find((one) => one.column_name === 'of_produto_id')).toMatchObject({
            rows: products.length,
            null_rows: products.length - named.length,
            referring_rows: named.length,
            matched_rows: matched.length,
            distinct_values: new Set(named).size,
            matched_values: new Set(matched).size,
            parents: 3,
            parents_with_child: new Set(matched).size,
          });
          const known = [...new Set(phases)].filter((phase) => phase <= 50_080);
          expect(rates.find((one) => one.column_name === 'funcionariofaseof_faseof_id')).toMatchObject({
            referring_rows: new Set(phases).size,
            matched_rows: known.length,
            parents: 80,
            parents_with_child: known.length,
          });
        },
      ),
      { numRuns: 6 },
    );
  });

  it('flips gates both ways when the data change', async () => {
    const plant = await newPlant(server);
    const without = (share: number): Dump => {
      const dump = smallDump();
      const lost = Math.round(dump.ordens_fabrico!.length * share);
      dump.ordens_fabrico = dump.ordens_fabrico!.map((row, n) =>
        n < lost ? { ...row, of_produto_id: 999 } : row,
      );
      return dump;
    };
    const states: GateState[] = [];
    for (const share of [0, 0.1, 0.5, 0]) {
      const { result } = await plant.ingest(without(share));
      const gate = (await readGates(plant.database.pool, result.run_id!)).find(
        (one) => one.gate === 'product_join',
      )!;
      expect(gate.rate).toBeCloseTo(1 - share);
      states.push(gate.state);
    }
    expect(states).toEqual(['SUPPORTED', 'DEGRADED', 'NOT_SUPPORTED_BY_DATA', 'SUPPORTED']);
  });

  it('takes a configured threshold in place of the declared one', async () => {
    const plant = await newPlant(server);
    const dump = smallDump();
    dump.ordens_fabrico![0] = { ...dump.ordens_fabrico![0], of_produto_id: 999 };
    const { result } = await plant.ingest(dump, { thresholds: new Map([['product_join', 0.99]]) });
    const gate = (await readGates(plant.database.pool, result.run_id!)).find(
      (one) => one.gate === 'product_join',
    );
    expect(gate).toMatchObject({
      state: 'DEGRADED',
      rate: 0.95,
      threshold: 0.99,
      covered_rows: 19,
      rows: 20,
    });
    expect(gate!.bounds).toEqual({
      figure: expect.any(String),
      value: 1,
      lowest: 19 / 20,
      highest: 1,
    });
  });

  it('keeps an issue from the run that first saw it to the one that no longer does', async () => {
    const plant = await newPlant(server);
    const bad = smallDump();
    bad.ordens_fabrico![4] = { ...bad.ordens_fabrico![4], of_produto_id: 999 };
    bad.fases_ordem_fabrico![3] = { ...bad.fases_ordem_fabrico![3], faseof_peso: 'abc', faseof_fim: 'NULL' };
    const runs = [];
    for (const dump of [smallDump(), bad, bad, smallDump(), bad])
      runs.push((await plant.ingest(dump, { force: true })).result.run_id);
    const [, second, third, fourth, fifth] = runs;
    const { rows } = await plant.database.pool.query(
      `SELECT type, entity, key, rows, first_run_id, last_run_id, resolved_run_id FROM data_quality_issues
       WHERE type <> 'DUPLICATE_ROWS' ORDER BY type, issue_id`,
    );
    const twice = (type: string, entity: string, key: string) => [
      { type, entity, key, rows: 1, first_run_id: second, last_run_id: third, resolved_run_id: fourth },
      { type, entity, key, rows: 1, first_run_id: fifth, last_run_id: fifth, resolved_run_id: null },
    ];
    expect(rows).toEqual([
      ...twice('BAD_CELL', 'fases_ordem_fabrico', '50004: faseof_peso'),
      ...twice('MATCH_RATE_FELL', 'ordens_fabrico', 'of_produto_id').map((one, n) =>
        n === 0 ? { ...one, last_run_id: second, resolved_run_id: third } : one,
      ),
      ...twice('OPEN_PHASE_IN_FINISHED_ORDER', 'ordens_fabrico', '1001'),
      ...twice('ORPHAN', 'ordens_fabrico.of_produto_id', '999'),
    ]);
  });

  it('names a sheet whose volume jumps, and an order that never ends', async () => {
    const plant = await newPlant(server, smallDump());
    const dump = smallDump();
    const extra = Array.from({ length: 30 }, (_, n) => ({
      ...dump.ordens_fabrico![n % 20],
      of_id: 5000 + n,
    }));
    dump.ordens_fabrico!.push(...extra);
    await plant.ingest(dump, { asOf: '2024-04-05T00:00:00' });
    const { rows } = await plant.database.pool.query(
      `SELECT type, key, sample FROM data_quality_issues WHERE type IN ('VOLUME_CHANGE', 'ZOMBIE_ORDER') ORDER BY type, key`,
    );
    expect(rows[0]).toEqual({
      type: 'VOLUME_CHANGE',
      key: 'OrdensFabrico',
      sample: [{ rows: 50, usual_rows: 20 }],
    });
    expect(
      rows
        .slice(1)
        .map((row) => row.key)
        .sort(),
    ).toEqual(['1018', '1019', '1020', '5017', '5018', '5019'].sort());
  });
});

describe('prodplan check', () => {
  async function checked(plant: Plant): Promise<{ exitCode: number; status: string; stdout: string }> {
    const done = await prodplan(['check', '--json'], {
      DATABASE_URL: plant.url,
      PRODPLAN_HOME: await temporaryFolder(),
    });
    return { exitCode: done.exitCode, status: JSON.parse(done.stdout).status, stdout: done.stdout };
  }

  it('passes on what a run left, and fails on a difference of one', async () => {
    const plant = await newPlant(firstServer);
    expect(await checked(plant)).toMatchObject({ exitCode: 4, status: 'empty' });
    await plant.ingest(smallDump());
    expect(await checked(plant)).toMatchObject({ exitCode: 0, status: 'ok' });
    await plant.database.pool.query('DELETE FROM erros_ordem_fabrico WHERE ofch_of_id = 1001');
    expect(await checked(plant)).toMatchObject({ exitCode: 4, status: 'blocked' });
    const report = await check(plant.database.pool);
    expect(
      report.counts
        .filter((one) => one.differences.length > 0)
        .map((one) => [one.sheet, one.core_rows, one.expected_core_rows]),
    ).toEqual([['OrdemFabricoErros', 9, 10]]);
  });

  it.each([
    [
      'phase_state',
      'UPDATE fases_ordem_fabrico SET faseof_is_open = NOT faseof_is_open WHERE faseof_id = 50001',
    ],
    ['phase_duration', 'UPDATE fases_ordem_fabrico SET faseof_duration_seconds = 1 WHERE faseof_id = 50001'],
    ['error_time', 'UPDATE erros_ordem_fabrico SET ofch_event_time = NULL WHERE ofch_of_id = 1001'],
    ['unique_phase', 'UPDATE fases_ordem_fabrico SET faseof_id = 50001 WHERE faseof_id = 50005'],
    ['published_run', 'UPDATE publication SET data_version = 7'],
    ['gates', `UPDATE feature_gates SET state = 'SUPPORTED' WHERE gate = 'consumption'`],
    ['match_rates', 'UPDATE match_rates SET parents = 4 WHERE column_name = $$of_produto_id$$'],
  ])('sees by %s what was changed by hand', async (name, sql) => {
    const plant = await newPlant(firstServer, smallDump());
    await plant.database.pool.query(sql);
    const report = await check(plant.database.pool);
    expect(report.status).toBe('blocked');
    expect(report.integrity.filter((one) => one.rows > 0).map((one) => one.name)).toContain(name);
  });

  it('refuses thresholds of gates that do not exist', async () => {
    const plant = await newPlant(firstServer);
    const done = await prodplan(['check'], {
      DATABASE_URL: plant.url,
      PRODPLAN_HOME: await temporaryFolder(),
      PRODPLAN_GATE_THRESHOLDS: 'product_joint=0.9',
    });
    expect(done).toMatchObject({ exitCode: 2, stdout: '' });
    expect(done.stderr).toMatch(/product_joint.*product_join/s);
  });

  it('writes no name of a person', async () => {
    const plant = await newPlant(firstServer);
    const dump = smallDump();
    dump.funcionarios!.push({
      funcionario_id: 'Zé Inventado',
      funcionario_nome: 'x',
      funcionario_activo: 'Rita Inventada',
    });
    dump.funcionarios!.push({
      funcionario_id: 302,
      funcionario_nome: 'Eva Inventada',
      funcionario_activo: 1,
    });
    await plant.ingest(dump);
    const done = await prodplan(['check', '--json'], {
      DATABASE_URL: plant.url,
      PRODPLAN_HOME: await temporaryFolder(),
    });
    expect(JSON.stringify([done.stdout, done.stderr])).not.toMatch(/Inventad/);
    const { rows } = await plant.database.pool.query('SELECT * FROM issue_spans');
    expect(rows.length).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).not.toMatch(/Inventad/);
  });
});
