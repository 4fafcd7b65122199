import { expect, it } from 'vitest';
import { rebuildAggregates } from '../../src/aggregates/index.js';
import { check } from '../../src/evidence/check/check.js';
import { classifyText } from '../../src/maintenance/index.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { type Dump, serial, smallDump } from '../support/dump.js';
import { asking, sampleFactory } from './asking.js';

type Figures = Record<string, number | string | null> & { by_route: Record<string, number | string>[] };

async function overview(plant: Plant, params: object = {}): Promise<Figures> {
  return (await asking(plant, 'quality.overview', params)).data as Figures;
}

async function culpritGate({ database: { pool } }: Plant): Promise<unknown> {
  const { rows } = await pool.query(
    `SELECT state, rows, covered_rows FROM feature_gates JOIN publication USING (run_id) WHERE gate = 'culprit_attribution'`,
  );
  return rows[0];
}

it('gives the same figures to the digit in the history and in the overview of the same 90 days', async () => {
  const { plant, factory } = await sampleFactory(firstServer, 400);
  const day = (back: number): string =>
    new Date(Date.parse(factory.today) - back * 86_400_000).toISOString().slice(0, 10);
  const found = await overview(plant, { from: day(89), to: factory.today });
  const { data } = await asking(plant, 'kpis.history', { limit: 100 });
  const kept = new Map((data as { indicator: string; value: number }[]).map((one) => [one.indicator, one]));
  for (const name of [
    'first_pass_yield',
    'first_pass_yield_severity_2',
    'first_pass_yield_severity_3',
    'defects_per_100_orders',
    'mould_lines_per_100_orders',
  ]) {
    expect(found[name], name).toBeGreaterThan(0);
    expect(kept.get(name)!.value, name).toBe(found[name]);
  }
  expect(kept.get('first_pass_yield')).toMatchObject({
    definition: 2,
    rows: found.orders_past_first_inspection,
  });
});

it('judges boats that are never demoulded at final control, and refuses where no boat passed', async () => {
  const plant = await newPlant(firstServer);
  const dump = smallDump();
  // Product 203 (1003, 1006, ...) is on no route, and its boats have no phase 6.
  const isThird = (order: unknown): boolean => (Number(order) - 1001) % 3 === 2;
  dump.fases_ordem_fabrico = dump.fases_ordem_fabrico!.filter(
    (one) => one.faseof_fase_id !== 6 || !isThird(one.faseof_of_id),
  );
  // A gap in their sequence would tell of a phase that the file lacks, and so would an error that was found at one.
  dump.fases_ordem_fabrico = dump.fases_ordem_fabrico.map((one) =>
    one.faseof_fase_id === 8 && isThird(one.faseof_of_id) ? { ...one, faseof_sequencia: 3 } : one,
  );
  dump.erros_ordem_fabrico = dump.erros_ordem_fabrico!.map((one) =>
    isThird(one.ofch_of_id) ? { ...one, ofch_faseof_avaliacao: Number(one.ofch_faseof_avaliacao) + 1 } : one,
  );
  // Found at final control of 1003 (phase 50012): grave.
  dump.erros_ordem_fabrico!.push({
    ofch_descricao_erro: 'Poros no verniz.',
    ofch_of_id: 1003,
    ofch_fase_avaliacao: 8,
    ofch_gravidade: 3,
    ofch_faseof_avaliacao: 50_012,
    ofch_faseof_culpada: 'NULL',
  });
  dump.erros_ordem_fabrico!.push({
    ...dump.erros_ordem_fabrico![0],
    ofch_descricao_erro: 'Molde baço',
  });
  await plant.ingest(dump);
  // By hand: of 1001 ... 1017 five are of product 203 (n = 2, 5, 8, 11, 14); even n have a line.
  expect(await overview(plant)).toMatchObject({
    orders_past_first_inspection: 17,
    defects: 10,
    mould_lines: 1,
    by_route: [
      { route_kind: 'DEMOULD', orders_past_first_inspection: 12, defects: 6, orders_without_defect: 6 },
      { route_kind: 'FINAL_CONTROL', orders_past_first_inspection: 5, defects: 4, orders_without_defect: 2 },
    ],
  });
  expect(await overview(plant, { produto_id: 203 })).toMatchObject({
    orders_past_first_inspection: 5,
    first_pass_yield: 2 / 5,
    // Severities 3 (n = 2 and 8), 3 (the pores), 3 (n = 14): 1 + n % 3.
    first_pass_yield_severity_3: 2 / 5,
  });
  expect(await overview(plant, { route_kind: 'FINAL_CONTROL' })).toMatchObject({
    orders_past_first_inspection: 5,
  });
  for (const name of ['quality.overview', 'quality.trend']) {
    const none = await asking(plant, name, { to: '2023-03-01' });
    expect(none, name).toMatchObject({ status: 'NOT_SUPPORTED_BY_DATA', data: null });
  }
});

it('counts anew what rests on a text that somebody classifies, and back', async () => {
  const plant = await newPlant(firstServer);
  const { database } = plant;
  await plant.ingest(smallDump());
  const before = await overview(plant);
  expect(before).toMatchObject({
    orders_past_first_inspection: 17,
    defects: 9,
    passed_lines: 0,
    orders_without_defect: 8,
  });
  expect(await culpritGate(plant)).toEqual({ state: 'DEGRADED', rows: 10, covered_rows: 5 });

  const decided = await classifyText({ database }, { text: 'PINTURA com bólhas', as: 'PASSED', by: 'teste' });
  expect(decided).toEqual({
    status: 'finished',
    texts: ['Pintura com bolhas.'],
    lines: 10,
    before: 'BOAT_DEFECT',
    after: 'PASSED',
    data_version: 2,
  });
  expect(await overview(plant)).toMatchObject({ defects: 0, passed_lines: 9, orders_without_defect: 17 });
  expect(await culpritGate(plant)).toEqual({ state: 'NOT_SUPPORTED_BY_DATA', rows: 0, covered_rows: 0 });
  const texts = await asking(plant, 'quality.defect_texts', { class: 'PASSED' });
  expect(texts.data).toMatchObject([{ text: 'Pintura com bolhas.', decided: true, lines: 9, share: 1 }]);
  const lines = await asking(plant, 'quality.defect_lines', { class: 'PASSED', limit: 4 });
  expect((lines.data as { of_id: number }[]).map((one) => one.of_id)).toEqual([1017, 1015, 1013, 1011]);
  expect(lines.next_cursor).not.toBeNull();
  const snapshot = await asking(plant, 'kpis.history', { indicator: 'first_pass_yield' });
  expect(snapshot.data).toMatchObject([{ value: 1 }]);
  await isWhole(plant);

  // A run that follows keeps to the decision.
  const dump = smallDump();
  dump.erros_ordem_fabrico!.push({ ...dump.erros_ordem_fabrico![0], ofch_of_id: 1002, ofch_gravidade: 2 });
  await plant.ingest(dump);
  expect(await overview(plant)).toMatchObject({ defects: 0, passed_lines: 10 });

  await classifyText({ database }, { text: 'Pintura com bolhas', as: null });
  expect(await overview(plant)).toMatchObject({ defects: 10, passed_lines: 0, orders_without_defect: 7 });
  await isWhole(plant);
  const { rows } = await database.pool.query(
    'SELECT class, decided_by = $1 AS teste FROM error_text_class ORDER BY 1',
    ['teste'],
  );
  expect(rows).toEqual([
    { class: 'PASSED', teste: true },
    { class: null, teste: false },
  ]);
  await expect(classifyText({ database }, { text: 'Outra coisa', as: 'MOULD' })).rejects.toMatchObject({
    code: 'DEFECT_TEXT_UNKNOWN',
  });
});

/** Fourteen months of 24 boats; the mould's line of each is no longer written from `stops` (a month's place) on. */
function yearOfBoats(stops: number): Dump {
  const dump = smallDump();
  const boats = Array.from({ length: 14 * 24 }, (_, n) => {
    const moment = new Date(Date.UTC(2022, Math.floor(n / 24), 1 + (n % 24))).toISOString().slice(0, 10);
    return { n, of_id: 1001 + n, day: serial(moment), month: Math.floor(n / 24) };
  });
  const [order, phases, line] = [
    dump.ordens_fabrico![0]!,
    dump.fases_ordem_fabrico!.slice(0, 4),
    dump.erros_ordem_fabrico![0]!,
  ];
  dump.funcionarios_fase_ordem_fabrico = [];
  dump.ordens_fabrico = boats.map(({ of_id, day }) => ({
    ...order,
    of_id,
    of_data_criacao: day,
    of_data_acabamento: day,
    of_data_transporte: day,
  }));
  dump.fases_ordem_fabrico = boats.flatMap(({ n, of_id, day }) =>
    phases.map((phase, place) => ({
      ...phase,
      faseof_id: 50_001 + 4 * n + place,
      faseof_of_id: of_id,
      faseof_inicio: day,
      faseof_fim: day,
      faseof_data_prevista: day,
    })),
  );
  dump.erros_ordem_fabrico = boats.flatMap(({ n, of_id, month }) =>
    (month < stops ? ['Molde baço', 'Pintura com bolhas.'] : ['Pintura com bolhas.']).map((text) => ({
      ...line,
      ofch_descricao_erro: text,
      ofch_of_id: of_id,
      ofch_faseof_avaliacao: 50_003 + 4 * n,
      ofch_faseof_culpada: 'NULL',
    })),
  );
  return dump;
}

it('finds the month in which a text stopped being written, marks the trend, and lets it go when it is written again', async () => {
  const plant = await newPlant(firstServer);
  const issues = async (): Promise<unknown[]> =>
    (
      await plant.database.pool.query(
        `SELECT key, sample->0->>'class' AS class, (sample->0->>'before')::float8 AS before, rows
         FROM issue_spans WHERE type = 'RECORDING_BREAK' AND resolved_run_id IS NULL ORDER BY key`,
      )
    ).rows;
  await plant.ingest(yearOfBoats(10), { asOf: '2023-03-02T18:00:00' });
  // Those about moulds fall to nothing, and so does their one text; that all lines fall to half is within what so few boats do.
  const found = ['MOULD', 'Molde baço'].map((what) => `${what}, fase 6, desde 2022-11-01`);
  expect(await issues()).toMatchObject(found.map((key) => ({ key })));
  expect(await issues()).toMatchObject([
    { before: 100, rows: 0 },
    { before: 100, rows: 0 },
  ]);
  const trend = await asking(plant, 'quality.trend');
  const { points, recording_breaks } = trend.data as {
    points: {
      start: string;
      recording_break: boolean;
      defects_per_100_orders: number;
      mould_lines: number;
    }[];
    recording_breaks: { class: string | null; before_per_100_orders: number; after_per_100_orders: number }[];
  };
  expect(points.filter((one) => one.recording_break).map((one) => one.start)).toEqual(['2022-11-01']);
  expect(recording_breaks).toMatchObject([
    { class: 'MOULD', text: null, before_per_100_orders: 100, after_per_100_orders: 0 },
    { class: 'MOULD', text: 'Molde baço' },
  ]);
  // The boats are no better for it.
  expect(new Set(points.map((one) => one.defects_per_100_orders))).toEqual(new Set([100]));
  expect(points.map((one) => one.mould_lines)).toEqual([...Array(10).fill(24), ...Array(4).fill(0)]);
  const before = await asking(plant, 'quality.trend', { to: '2022-10-31' });
  expect(before.data).toMatchObject({ recording_breaks: [] });
  await isWhole(plant);
  const spans = async (): Promise<number> =>
    (await plant.database.pool.query(`SELECT FROM issue_spans WHERE type = 'RECORDING_BREAK'`)).rowCount!;
  expect(await spans()).toBe(2);

  await plant.ingest(yearOfBoats(10), { asOf: '2023-03-03T18:00:00', force: true });
  expect([(await issues()).length, await spans()]).toEqual([2, 2]);
  await plant.ingest(yearOfBoats(14), { asOf: '2023-03-04T18:00:00' });
  expect([await issues(), await spans()]).toEqual([[], 2]);
});

/** Nothing differs from a count of everything anew, nor from what the run measured. */
async function isWhole({ database }: Plant): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    expect(await rebuildAggregates(client)).toMatchObject({ repaired: [] });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  expect((await check(database.pool)).status).toBe('ok');
}
