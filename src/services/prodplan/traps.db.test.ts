import { describe, expect, it } from 'vitest';
import { newPlant, type Plant } from '../../../test/ingest/support.js';
import { askFor, dataOf } from '../../../test/services/factory.js';
import { firstServer } from '../../../test/support/database.js';
import { type Dump, type DumpRow, serial, smallDump } from '../../../test/support/dump.js';

/** The traps of the factory's data, each on a dump that fits on a page; the answers are counted by hand. */
const day = (text: string) => serial(text);

async function published(edit: (dump: Dump) => void): Promise<Plant> {
  const plant = await newPlant(firstServer);
  const dump = smallDump();
  edit(dump);
  await plant.ingest(dump, { asOf: '2023-04-20T10:00:00' });
  return plant;
}

function change(dump: Dump, of_id: number, columns: DumpRow): void {
  dump.ordens_fabrico = dump.ordens_fabrico!.map((row) =>
    row.of_id === of_id ? { ...row, ...columns } : row,
  );
}

function phase(columns: DumpRow): DumpRow {
  return { faseof_retorno: 0, faseof_sequencia: 1, faseof_peso: 0, ...columns };
}

interface Order {
  readonly of_id: number;
  readonly state: string;
  readonly due_status: string | null;
  readonly age_days: number | null;
  readonly lead_time_days: number | null;
  readonly is_zombie: boolean;
}

const orderOf = (plant: Plant, of_id: number) =>
  dataOf<Order>(plant.database.pool, 'prodplan.order', { of_id: String(of_id) });

describe('an order', () => {
  it('finished on its due day is in time, whatever the hour; on the next day it is late', async () => {
    const plant = await published((dump) => {
      change(dump, 1001, {
        of_data_acabamento: day('2023-04-05T23:59:00'),
        of_data_transporte: day('2023-04-05'),
      });
      change(dump, 1002, {
        of_data_acabamento: day('2023-04-06T00:01:00'),
        of_data_transporte: day('2023-04-05'),
      });
      change(dump, 1003, { of_data_transporte: 'NULL' });
    });
    expect(await orderOf(plant, 1001)).toMatchObject({ due_status: 'ON_TRACK' });
    expect(await orderOf(plant, 1002)).toMatchObject({ due_status: 'LATE' });
    expect(await orderOf(plant, 1003)).toMatchObject({ due_status: 'NO_DUE' });
  });

  it('to be delivered is late from the day after its due day on, by the clock of the dump', async () => {
    const plant = await published((dump) => {
      change(dump, 1018, { of_data_transporte: day('2023-04-19') });
      change(dump, 1019, { of_data_transporte: day('2023-04-20') });
    });
    expect(await orderOf(plant, 1018)).toMatchObject({ state: 'IN_PROGRESS', due_status: 'LATE' });
    expect(await orderOf(plant, 1019)).toMatchObject({ due_status: 'ON_TRACK' });
    // Created on 19 March; the server's clock has long gone on.
    expect(await orderOf(plant, 1019)).toMatchObject({ age_days: 32 });
  });

  it('is in the furthest state whose condition holds', async () => {
    const plant = await published((dump) => {
      for (const id of [9, 10, 11, 16, 17, 50])
        dump.fases_catalogo!.push({ fase_id: id, fase_nome: `Fase ${id}` });
      change(dump, 1018, { of_fase_id: 9 });
      change(dump, 1019, { of_fase_id: 12 });
      change(dump, 1020, { of_fase_id: 50 });
      change(dump, 1001, { of_fase_id: 17, of_data_transporte: 'NULL' });
      change(dump, 1002, { of_fase_id: 9 });
      dump.ordens_fabrico!.push(
        { of_id: 2001, of_data_criacao: day('2023-04-01'), of_produto_id: 201, of_fase_id: 11 },
        { of_id: 2002, of_data_criacao: day('2023-04-01'), of_produto_id: 201, of_fase_id: 11 },
        { of_id: 2003, of_produto_id: 999, of_fase_id: 'NULL' },
      );
      // The wait itself is a phase; it begins nothing.
      dump.fases_ordem_fabrico!.push(
        phase({
          faseof_id: 90_001,
          faseof_of_id: 2001,
          faseof_fase_id: 11,
          faseof_inicio: day('2023-04-02'),
        }),
        phase({ faseof_id: 90_002, faseof_of_id: 2002, faseof_fase_id: 1, faseof_inicio: day('2023-04-02') }),
      );
    });
    const states = {
      1018: 'AWAITING_SHIPPING',
      1019: 'DONE',
      1020: 'SCRAPPED',
      1001: 'SCRAPPED',
      1002: 'DONE',
    };
    for (const [id, state] of Object.entries({
      ...states,
      2001: 'CREATED',
      2002: 'IN_PROGRESS',
      2003: 'CREATED',
    }))
      expect(await orderOf(plant, Number(id))).toMatchObject({ state });
    // Delivered without a day, due today: nobody can call it late. Scrapped: there is nothing to deliver.
    expect(await orderOf(plant, 1019)).toMatchObject({ due_status: 'ON_TRACK', lead_time_days: null });
    expect(await orderOf(plant, 1020)).toMatchObject({ due_status: null });
    // Nor did one that was finished before it was scrapped take any time, or want a due day.
    expect(await orderOf(plant, 1001)).toMatchObject({ due_status: null, lead_time_days: null });
    expect(await orderOf(plant, 2003)).toMatchObject({
      age_days: null,
      is_zombie: false,
      produto_nome: null,
    });
  });

  it('that ends before its creation has no lead time and no verdict, and counts all the same', async () => {
    const plant = await published((dump) => {
      change(dump, 1001, { of_data_acabamento: day('2004-04-05'), of_data_transporte: day('2023-04-05') });
      // Without a creation there is nothing to contradict.
      change(dump, 1002, { of_data_criacao: 'NULL', of_data_transporte: day('2023-04-01') });
      change(dump, 1003, { of_data_acabamento: day('2023-04-21'), of_data_transporte: day('2023-04-01') });
    });
    expect(await orderOf(plant, 1002)).toMatchObject({ lead_time_days: null, due_status: 'LATE' });
    // Finished after the moment of the dump.
    expect(await orderOf(plant, 1003)).toMatchObject({ lead_time_days: null, due_status: null });
    expect(await orderOf(plant, 1001)).toMatchObject({
      state: 'DONE',
      lead_time_days: null,
      due_status: null,
      finishes_before_creation: true,
    });
  });

  it('is a zombie from the 366th day on, or from any other that is asked for', async () => {
    const plant = await published((dump) => {
      change(dump, 1018, { of_data_criacao: day('2022-04-20') });
      change(dump, 1019, { of_data_criacao: day('2022-04-19T23:00:00') });
      change(dump, 1001, { of_data_criacao: day('2016-01-01') });
    });
    expect(await orderOf(plant, 1018)).toMatchObject({ age_days: 365, is_zombie: false });
    expect(await orderOf(plant, 1019)).toMatchObject({ age_days: 366, is_zombie: true });
    expect(await orderOf(plant, 1001)).toMatchObject({ is_zombie: false });
    const { total } = await dataOf<{ total: object }>(plant.database.pool, 'prodplan.schedule');
    expect(total).toMatchObject({ orders: 2, zombies: 1, age_days_oldest: 365 });
    const stricter = await dataOf<{ total: object }>(plant.database.pool, 'prodplan.schedule', {
      zombie_days: '364',
    });
    expect(stricter.total).toMatchObject({ orders: 1, zombies: 2 });
  });
});

describe('work in progress', () => {
  it('is not the left-over phases of finished orders, and does not need the end of a phase', async () => {
    const plant = await published((dump) => {
      dump.fases_ordem_fabrico = dump.fases_ordem_fabrico!.map((row) =>
        row.faseof_of_id === 1001 ? { ...row, faseof_fim: 'NULL' } : row,
      );
    });
    const { total } = await dataOf<{ total: object }>(plant.database.pool, 'prodplan.schedule');
    // Three orders to be delivered, each with its demoulding begun; order 1001 is finished with four phases open.
    expect(total).toMatchObject({ orders: 3, in_hand: 3, queued: 0 });
  });
});

describe('the timeline', () => {
  it('shows repeated phases, rework and dates that lie', async () => {
    const plant = await published((dump) => {
      dump.fases_standard_modelos!.push(
        ...[1, 2, 1, 8].map((fase, place) => ({
          produtofase_produto_id: 203,
          produtofase_fase_id: fase,
          produtofase_sequencia: place + 1,
        })),
      );
      change(dump, 1018, { of_produto_id: 203, of_data_criacao: day('2023-04-01') });
      dump.fases_ordem_fabrico = dump.fases_ordem_fabrico!.filter((row) => row.faseof_of_id !== 1018);
      const at = (id: number, fase: number, from: string | null, to: string | null, more: DumpRow = {}) =>
        phase({
          faseof_id: id,
          faseof_of_id: 1018,
          faseof_fase_id: fase,
          faseof_inicio: from === null ? 'NULL' : day(from),
          faseof_fim: to === null ? 'NULL' : day(to),
          ...more,
        });
      dump.fases_ordem_fabrico!.push(
        at(70_001, 1, '2023-04-02T08:00:00', '2023-04-02T10:00:00'),
        // Typed a month wrong: neither lasts nor ends a wait.
        at(70_002, 2, '2023-04-02T11:00:00', '2023-03-02T12:00:00', { faseof_sequencia: 2 }),
        at(70_003, 1, '2023-04-02T13:00:00', '2023-04-02T14:30:00', {
          faseof_sequencia: 3,
          faseof_retorno: 1,
        }),
        at(70_004, 1, '2023-04-03T09:00:00', null, { faseof_sequencia: 3 }),
        at(70_005, 6, '2023-04-03T09:30:00', '2023-04-03T10:00:00', { faseof_sequencia: 4 }),
      );
    });
    const { steps } = await dataOf<{ steps: object[] }>(plant.database.pool, 'prodplan.order_phases', {
      of_id: '1018',
    });
    expect(steps).toMatchObject([
      {
        faseof_id: 70_001,
        route_sequencia: 1,
        duration_hours: 2,
        waiting_hours: 32,
        waiting_since: 'ORDER_CREATION',
      },
      {
        faseof_id: 70_002,
        route_sequencia: 2,
        duration_hours: null,
        waiting_hours: null,
        date_flag: 'END_BEFORE_START',
      },
      {
        faseof_id: 70_003,
        route_sequencia: null,
        is_rework: true,
        waiting_hours: 3,
        waiting_since: 'PHASE_END',
      },
      {
        faseof_id: 70_004,
        route_sequencia: 3,
        status: 'IN_PROGRESS',
        waiting_hours: 18.5,
        duration_hours: null,
      },
      { faseof_id: 70_005, route_sequencia: null, waiting_hours: 0, waiting_since: 'OTHER_PHASE_UNDER_WAY' },
      { faseof_id: null, fase_id: 8, route_sequencia: 4, status: 'ONLY_IN_ROUTE', started_at: null },
    ]);
  });
});

describe('phases that begin in the same minute', () => {
  it.each([
    [
      'of no length',
      [
        ['08:00', '08:00'],
        ['08:00', '08:00'],
        ['10:00', '11:00'],
      ],
      [8, 0, 2],
    ],
    [
      'the shorter one second',
      [
        ['08:00', '10:00'],
        ['08:00', '09:00'],
        ['12:00', '13:00'],
      ],
      [8, 0, 2],
    ],
    [
      'the longer one second',
      [
        ['08:00', '09:00'],
        ['08:00', '11:00'],
        ['12:00', '13:00'],
      ],
      [8, 0, 1],
    ],
    [
      'within a longer one',
      [
        ['08:00', '12:00'],
        ['09:00', '10:00'],
        ['11:00', '11:30'],
      ],
      [8, 0, 0],
    ],
  ])('%s: no hour is waited for twice, and none is lost', async (_, times, waits) => {
    const plant = await published((dump) => {
      change(dump, 1018, { of_data_criacao: day('2023-04-02') });
      dump.fases_ordem_fabrico = dump.fases_ordem_fabrico!.filter((row) => row.faseof_of_id !== 1018);
      times.forEach(([from, to], place) => {
        dump.fases_ordem_fabrico!.push(
          phase({
            // The numbers fall while the sequence rises: the sequence decides.
            faseof_id: 70_009 - place,
            faseof_of_id: 1018,
            faseof_fase_id: 1,
            faseof_sequencia: place + 1,
            faseof_inicio: day(`2023-04-02T${from}:00`),
            faseof_fim: day(`2023-04-02T${to}:00`),
          }),
        );
      });
    });
    const { steps, waiting_hours } = await dataOf<{
      steps: { faseof_id: number | null; waiting_hours: number }[];
      waiting_hours: number;
    }>(plant.database.pool, 'prodplan.order_phases', { of_id: '1018' });
    const actual = steps.filter((one) => one.faseof_id !== null);
    expect(actual.map((one) => one.faseof_id)).toEqual([70_009, 70_008, 70_007]);
    for (const [place, wait] of waits.entries()) expect(actual[place]!.waiting_hours).toBeCloseTo(wait, 9);
    expect(waiting_hours).toBeCloseTo(
      waits.reduce((total, one) => total + one, 0),
      9,
    );
  });
});

describe('a bottleneck', () => {
  it('is refused where nothing was completed; with fewer than twenty days the answer says so', async () => {
    const plant = await published((dump) => {
      dump.fases_catalogo!.push({ fase_id: 20, fase_nome: 'CNC', fase_de_producao: 1, fase_automatica: 0 });
      change(dump, 1018, { of_fase_id: 20 });
    });
    const reply = await askFor(plant.database.pool, 'prodplan.bottlenecks');
    // 1 to 19 April; the dump's own day, the 20th, is not over.
    expect(reply).toMatchObject({ status: 'DEGRADED', reason: expect.stringContaining('Só há 19 dias') });
    const { phases, side_lines, automatic } = reply.data as Record<string, object[]>;
    // Nobody can tell the wait, only that it is at least 19 days over ln(40) completions; and no boat passes there.
    expect(side_lines).toMatchObject([
      { fase_id: 20, orders: 1, days_to_clear: null, days_to_clear_high: null, passes_per_boat: 0 },
    ]);
    expect((side_lines![0] as { refused: string }).refused).toContain('Nenhuma');
    expect((side_lines![0] as { days_to_clear_low: number }).days_to_clear_low).toBeCloseTo(
      19 / Math.log(40),
      9,
    );
    // Demoulded: orders 1001 to 1017, one a day; two stand there. In one unit: 2 / (17 / 19) working days.
    expect(phases![0]).toMatchObject({ fase_id: 6, orders: 2, completed: 17, trend: 'UNKNOWN' });
    expect((phases![0] as { days_to_clear: number }).days_to_clear).toBeCloseTo(2 / (17 / 19), 9);
    expect(automatic).toMatchObject([{ fase_id: 2 }]);
    const none = await published((dump) => {
      dump.fases_ordem_fabrico = [];
    });
    expect(await askFor(none.database.pool, 'prodplan.bottlenecks')).toMatchObject({
      status: 'NOT_SUPPORTED_BY_DATA',
      data: null,
    });
  });
});

describe('the risk queue', () => {
  it('tells nothing where there is no history, and calls no order endangered', async () => {
    const plant = await published(() => {});
    const reply = await askFor(plant.database.pool, 'prodplan.risk_queue');
    // 17 finishes in a year are too few; three orders are open.
    expect(reply.data).toHaveLength(3);
    for (const row of reply.data as Record<string, unknown>[])
      expect(row).toMatchObject({
        expected_finish_day: null,
        days_after_due: null,
        late_chance: null,
        no_forecast_reason: 'NO_HISTORY',
        sentence: expect.stringContaining('ão há história'),
      });
    expect(reply.support).toMatchObject({
      rows_used: 0,
      rows_excluded: [{ reason: expect.stringContaining('sem previsão'), rows: 3 }],
    });
    expect(await dataOf(plant.database.pool, 'prodplan.orders', { due_status: 'AT_RISK' })).toEqual([]);
    expect(await askFor(plant.database.pool, 'prodplan.risk_backtest')).toMatchObject({
      status: 'NOT_SUPPORTED_BY_DATA',
      reason: expect.stringContaining('história'),
    });
  });

  it('answers for the orders with a due day, and counts the others; below the threshold it says so', async () => {
    const plant = await published((dump) => change(dump, 1018, { of_data_transporte: 'NULL' }));
    expect(await askFor(plant.database.pool, 'prodplan.risk_queue')).toMatchObject({
      status: 'DEGRADED',
      reason: expect.stringContaining('66,7 %'),
      data: [{ of_id: 1020 }, { of_id: 1019 }],
      support: {
        rows_excluded: expect.arrayContaining([{ reason: 'sem dia de expedição previsto', rows: 1 }]),
      },
    });
  });

  it('gives no chance of lateness from a single dump, and says why', async () => {
    const plant = await published(() => {});
    expect(await askFor(plant.database.pool, 'prodplan.late_chance')).toMatchObject({
      status: 'NOT_SUPPORTED_BY_DATA',
      data: null,
      reason: expect.stringContaining('Um só ficheiro'),
    });
  });
});
