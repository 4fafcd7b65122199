import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Rebuilt,
  rebuildAggregates,
  recordKpiSnapshot,
  snapshotFigures,
} from '../../src/aggregates/index.js';
import { replay } from '../../src/ingestion/replay.js';
import { rollback } from '../../src/ingestion/rollback.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { onEveryServer } from '../support/database.js';
import { type Dump, type DumpRow, serial, smallDump } from '../support/dump.js';
import { expectedAggregates, readCore, storedAggregates } from './reference.js';

async function mustBeTrue(plant: Plant): Promise<void> {
  const { pool } = plant.database;
  const core = await readCore(pool);
  expect(await storedAggregates(pool)).toEqual(expectedAggregates(core));
  expect(await rebuild(plant)).toMatchObject({ repaired: [] });
}

/** A full recomputation finds nothing to repair. */
async function rebuild({ database: { pool } }: Plant): Promise<Rebuilt | null> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const rebuilt = await rebuildAggregates(client);
    await client.query('COMMIT');
    return rebuilt;
  } finally {
    client.release();
  }
}

async function lastMode({ database: { pool } }: Plant): Promise<string> {
  return (await pool.query<{ mode: string }>('SELECT mode FROM agg_state')).rows[0]!.mode;
}

async function readForecasts({
  database: { pool },
}: Plant): Promise<{ cases: number; no_forecast_reason: string | null }[]> {
  return (await pool.query('SELECT * FROM forecast_order ORDER BY of_id')).rows;
}

/** The tricky dump, with enough finished orders for a forecast. */
function busyDump(): Dump {
  const dump = trickyDump();
  for (let n = 0; n < 30; n++)
    dump.ordens_fabrico!.push({
      of_id: 4001 + n,
      of_data_criacao: serial('2023-03-01'),
      of_data_acabamento: serial(`2023-04-${String(1 + (n % 18)).padStart(2, '0')}T09:00:00`),
      of_produto_id: 201,
      of_fase_id: 12,
    });
  return dump;
}

/** More of the factory's traps than the small dump has. */
function trickyDump(): Dump {
  const dump = smallDump();
  const phases = dump.fases_ordem_fabrico!;
  const orders = dump.ordens_fabrico!;
  phases[3] = { ...phases[3], faseof_fim: serial('2032-01-01T10:00:00') };
  phases[8] = { ...phases[8], faseof_fim: serial('2023-03-03T07:00:00') };
  phases[12] = { ...phases[12], faseof_retorno: 1, faseof_inicio: 'NULL' };
  phases.push({ ...phases[14], faseof_id: 60_001, faseof_retorno: 1 });
  phases.push({ ...phases[14], faseof_id: 60_002, faseof_of_id: 4711 });
  orders[4] = { ...orders[4], of_data_acabamento: serial('2004-03-01T10:00:00') };
  orders[5] = { ...orders[5], of_produto_id: 999 };
  orders[6] = { ...orders[6], of_produto_id: 'NULL', of_fase_id: 17 };
  orders[18] = { ...orders[18], of_fase_id: 9 };
  orders.push({ of_id: 3001, of_data_criacao: serial('2023-04-18'), of_fase_id: 11, of_produto_id: 203 });
  dump.modelos![1] = { ...dump.modelos![1], produto_nome: 'C2 Água Própria' };
  const defects = dump.erros_ordem_fabrico!;
  defects.push({ ...defects[0], ofch_faseof_avaliacao: 'NULL', ofch_descricao_erro: 'NULL' });
  defects.push({ ...defects[1], ofch_faseof_culpada: 99_999 });
  defects.push({ ...defects[2], ofch_faseof_avaliacao: 50_004, ofch_faseof_culpada: 50_070 });
  defects.push({ ...defects[3], ofch_descricao_erro: 'Molde baço' });
  defects.push({ ...defects[3], ofch_descricao_erro: 'Barco bem lixado.' });
  // Product 203 is not demoulded: its boats have no phase 6, but for one.
  const rotomoulded = new Set(orders.filter((_, n) => n % 3 === 2 && n !== 2).map((one) => one.of_id));
  dump.fases_ordem_fabrico = phases.filter(
    (one) => one.faseof_fase_id !== 6 || !rotomoulded.has(one.faseof_of_id),
  );
  dump.funcionarios_fase_ordem_fabrico!.push({
    funcionariofaseof_faseof_id: 99_998,
    funcionariofaseof_funcionario_id: 301,
    funcionariofaseof_chefe: 1,
  });
  return dump;
}

const asOf = '2023-04-20T18:00:00';

onEveryServer('the aggregates', (server) => {
  it('are what a count over the raw rows gives, from the first run on', async () => {
    const plant = await newPlant(server);
    await plant.ingest(trickyDump(), { asOf });
    expect(await lastMode(plant)).toBe('full');
    await mustBeTrue(plant);
    const { rows } = await plant.database.pool.query<{ state: string; n: number }>(
      'SELECT state, count(*)::int AS n FROM agg_order GROUP BY state ORDER BY state',
    );
    // By hand: 17 finished less one scrapped, two standing at 6, one at 9, one at 11 that never began.
    expect(rows).toEqual([
      { state: 'AWAITING_SHIPPING', n: 1 },
      { state: 'CREATED', n: 1 },
      { state: 'DONE', n: 16 },
      { state: 'IN_PROGRESS', n: 2 },
      { state: 'SCRAPPED', n: 1 },
    ]);
  });

  it('follow whatever a run changes, as if they had been counted anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 }),
        async (days) => {
          let dump = trickyDump();
          const plant = await newPlant(server, { dump, asOf });
          for (const [n, changes] of days.entries()) {
            dump = changes.reduce(applyChange, structuredClone(dump));
            const before = await readCore(plant.database.pool);
            await plant.ingest(dump, { asOf: `2023-04-${21 + n}T18:00:00`, force: true });
            if (
              JSON.stringify(before.catalogue) ===
              JSON.stringify((await readCore(plant.database.pool)).catalogue)
            )
              expect(await lastMode(plant)).toBe('incremental');
            await mustBeTrue(plant);
          }
          await rollback({ database: plant.database, to: null });
          expect(await lastMode(plant)).toMatch(/incremental|full/);
          await mustBeTrue(plant);
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('follow the clock over years, and back', async () => {
    const plant = await newPlant(server, { dump: busyDump(), asOf });
    const told = await readForecasts(plant);
    expect(told.some((one) => one.no_forecast_reason === null && one.cases > 10)).toBe(true);
    await plant.ingest(busyDump(), { asOf: '2025-04-20T18:00:00', force: true });
    expect(await lastMode(plant)).toBe('incremental');
    await mustBeTrue(plant);
    // What was finished two years ago is not learnt from, and what is open since is too old.
    for (const one of await readForecasts(plant)) expect(one).toMatchObject({ cases: 0, days_p50: null });
    await rollback({ database: plant.database, to: null });
    expect(await lastMode(plant)).toBe('incremental');
    await mustBeTrue(plant);
    expect(await readForecasts(plant)).toEqual(told);
  });

  it('follow a replay', async () => {
    const plant = await newPlant(server);
    const dump = trickyDump();
    dump.fases_ordem_fabrico![6] = { ...dump.fases_ordem_fabrico![6], faseof_of_id: 'NULL' };
    const first = await plant.ingest(dump, { asOf });
    await mustBeTrue(plant);
    // As if a later contract could read it.
    await plant.database.pool.query(
      `UPDATE run_rejects SET raw = raw || '{"faseof_of_id": "1002"}' WHERE run_id = $1`,
      [first.result.run_id],
    );
    const replayed = await replay({ database: plant.database, run: first.result.run_id! });
    expect(replayed.result.status).toBe('completed');
    expect(await lastMode(plant)).toBe('incremental');
    await mustBeTrue(plant);
  });

  it('are built anew where they were built under other rules', async () => {
    const dump = trickyDump();
    const plant = await newPlant(server, { dump, asOf });
    await plant.database.pool.query(
      'UPDATE agg_state SET rule_version = 0; UPDATE agg_order SET errors = 99',
    );
    dump.ordens_fabrico![0] = { ...dump.ordens_fabrico![0], of_fase_id: 10 };
    await plant.ingest(dump, { asOf });
    expect(await lastMode(plant)).toBe('full');
    await mustBeTrue(plant);
  });
});

onEveryServer('the rebuild of aggregates', (server) => {
  it('repairs what was spoilt and raises the data version, and otherwise writes nothing', async () => {
    const plant = await newPlant(server);
    const { pool } = plant.database;
    const version = async (): Promise<number> =>
      (await pool.query<{ v: number }>('SELECT data_version AS v FROM publication')).rows[0]!.v;
    expect(await rebuild(plant)).toBeNull();
    await plant.ingest(trickyDump(), { asOf });
    const written = async (): Promise<string> =>
      (await pool.query<{ x: string }>('SELECT string_agg(xmin::text, $1) AS x FROM agg_order', [' ']))
        .rows[0]!.x;
    const [before, rows] = [await version(), await written()];
    expect(await rebuild(plant)).toEqual({ repaired: [], data_version: null });
    expect([await version(), await written()]).toEqual([before, rows]);
    await pool.query(`
      UPDATE agg_order SET errors = 99 WHERE of_id = 1001;
      DELETE FROM agg_phase_day WHERE fase_id = 6;
      UPDATE agg_employee_phase SET seconds = seconds || 7;
      UPDATE agg_order_phases SET started_seconds[1] = 7 WHERE of_id = 1002`);
    const rebuilt = await rebuild(plant);
    expect(rebuilt).toEqual({
      repaired: ['agg_order', 'agg_order_phases', 'agg_phase_day', 'agg_employee_phase'],
      data_version: before + 1,
    });
    expect(await version()).toBe(before + 1);
    await mustBeTrue(plant);
  });
});

onEveryServer('the daily snapshot', (server) => {
  it('keeps one row a day of the dump and figure, as a count over the orders gives it', async () => {
    const dump = trickyDump();
    const plant = await newPlant(server, { dump, asOf });
    const { pool } = plant.database;
    dump.ordens_fabrico![18] = { ...dump.ordens_fabrico![18], of_fase_id: 12 };
    await plant.ingest(dump, { asOf });
    await plant.ingest(dump, { asOf: '2023-04-24T18:00:00' });
    const read = async (day: string): Promise<Record<string, number | null>> => {
      const { rows } = await pool.query<{ indicator: string; value: number | null }>(
        'SELECT indicator, value FROM kpi_snapshot WHERE day = $1',
        [day],
      );
      return Object.fromEntries(rows.map((row) => [row.indicator, row.value]));
    };
    const { rows: days } = await pool.query<{ day: string; n: number; runs: number }>(
      'SELECT day::text, count(*)::int AS n, count(DISTINCT run_id)::int AS runs FROM kpi_snapshot GROUP BY day ORDER BY day',
    );
    const figures = Object.keys(snapshotFigures).length;
    expect(days).toEqual([
      { day: '2023-04-20', n: figures, runs: 1 },
      { day: '2023-04-24', n: figures, runs: 1 },
    ]);
    // By hand: open are the two at 6 and the one at 11; due on the 20th, which has passed on the 24th only (the new one is not due).
    expect(await read('2023-04-20')).toMatchObject({ orders_open: 3, orders_overdue: 0, orders_zombie: 0 });
    // Finished on April 1 to 17 but for the scrapped 1007 and 1005, whose finish lies: 31 days each.
    expect(await read('2023-04-24')).toMatchObject({
      orders_open: 3,
      orders_overdue: 2,
      orders_in_hand: 3,
      orders_awaiting_shipping: 0,
      orders_finished: 15,
      lead_time_median_days: 31,
      lead_time_p90_days: 31,
      // 15 finished by the 20th, two overdue; 1019 was delivered on no known day, 1005 ended before it began.
      on_time_rate: 15 / 17,
      // Four phases each, three of the four that are not demoulded, and one of 1004's a second time; two of its five are rework.
      rework_rate: 2 / 57,
      orders_with_rework_share: 1 / 15,
    });
    const client = await pool.connect();
    const published = { runId: 3, asOf: '2023-04-24T18:00:00' };
    expect(await recordKpiSnapshot(client, published).finally(() => client.release())).toBe(0);
  });
});

/** One thing that can happen to a dump; `at` picks the row. */
const change = fc.record({
  table: fc.constantFrom(
    'ordens_fabrico',
    'fases_ordem_fabrico',
    'fases_ordem_fabrico',
    'fases_ordem_fabrico',
    'erros_ordem_fabrico',
    'funcionarios_fase_ordem_fabrico',
    'modelos',
    'fases_standard_modelos',
    'fases_catalogo',
  ),
  action: fc.constantFrom('update', 'update', 'update', 'remove', 'insert'),
  at: fc.nat(200),
  what: fc.nat(20),
  day: fc.integer({ min: 1, max: 28 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Only a few rows go at a time: a dump that lost a fifth of a sheet would be refused, were it not forced. */
function applyChange(dump: Dump, { table, action, at, what, day }: Change): Dump {
  const rows = dump[table]!;
  const place = at % rows.length;
  const row = rows[place]!;
  if (action === 'remove' && table !== 'fases_catalogo') rows.splice(place, 1);
  else if (action === 'insert' && table in fresh) rows.push({ ...row, ...fresh[table]!(at, what) });
  else rows[place] = { ...row, ...edits[table]!(what, day) };
  return dump;
}

const fresh: Record<string, (at: number, what: number) => DumpRow> = {
  ordens_fabrico: (at) => ({ of_id: 5000 + at }),
  fases_ordem_fabrico: (at, what) => ({ faseof_id: 70_000 + at, faseof_of_id: 1001 + what }),
  erros_ordem_fabrico: (at, what) => ({
    ofch_descricao_erro: [`Erro ${at}`, 'Molde baço', 'Barco bem lixado.', 'Pintura com bolhas.'][at % 4]!,
    ofch_of_id: 1001 + what,
  }),
  funcionarios_fase_ordem_fabrico: (at, what) => ({
    funcionariofaseof_faseof_id: 50_001 + at,
    funcionariofaseof_funcionario_id: 310 + what,
  }),
  modelos: (at, what) => ({ produto_id: what % 2 === 0 ? 999 : 7000 + at, produto_nome: `K2 Novo ${at}` }),
};

const edits: Record<string, (what: number, day: number) => DumpRow> = {
  ordens_fabrico: (what, day) =>
    [
      { of_fase_id: [1, 6, 8, 9, 10, 11, 12, 16, 17, 50][day % 10]! },
      { of_data_acabamento: serial(`2023-04-${two(day)}T09:00:00`) },
      { of_data_acabamento: 'NULL' },
      { of_produto_id: [201, 202, 203, 999, 'NULL'][day % 5]! },
      { of_data_criacao: serial(`2023-03-${two(day)}`) },
      { of_data_transporte: serial(`2023-05-${two(day)}`) },
    ][what % 6]!,
  fases_ordem_fabrico: (what, day) =>
    [
      { faseof_fim: 'NULL' },
      { faseof_inicio: 'NULL' },
      { faseof_fim: serial(`2023-04-${two(day)}T13:45:00`) },
      { faseof_inicio: serial(`2023-04-${two(day)}T08:10:00`) },
      { faseof_of_id: 1001 + (day % 20) },
      { faseof_fase_id: [1, 2, 6, 8, 11][day % 5]! },
      { faseof_retorno: day % 2 },
      { faseof_peso: day % 3 === 0 ? 0 : 7 + day / 8 },
    ][what % 8]!,
  erros_ordem_fabrico: (what, day) =>
    [
      { ofch_gravidade: 1 + (day % 3) },
      { ofch_faseof_culpada: 50_001 + day },
      { ofch_faseof_avaliacao: 50_001 + day },
      { ofch_of_id: 1001 + (day % 20) },
    ][what % 4]!,
  funcionarios_fase_ordem_fabrico: (what, day) =>
    [{ funcionariofaseof_chefe: day % 2 }, { funcionariofaseof_faseof_id: 50_001 + day * 3 }][what % 2]!,
  modelos: (_, day) => ({ produto_nome: day % 4 === 0 ? 'NULL' : `K${day % 3} Mudado` }),
  fases_standard_modelos: (what, day) => ({ produtofase_fase_id: [1, 2, 6, 8][(what + day) % 4]! }),
  fases_catalogo: (_, day) => ({ fase_nome: `Fase ${day}` }),
};

function two(n: number): string {
  return String(n).padStart(2, '0');
}
