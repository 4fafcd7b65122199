import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/services/index.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { type Dump, smallDump } from '../support/dump.js';
import { asking } from './asking.js';

/** A dump large enough for a headline: the small one, several times over, with ids of their own. */
function severalDumps(times: number): Dump {
  const dumps = Array.from({ length: times }, (_, n) => moved(smallDump(), 1000 * n));
  const together = (table: string) => dumps.flatMap((one) => one[table]!);
  return {
    ...smallDump(),
    ordens_fabrico: together('ordens_fabrico'),
    fases_ordem_fabrico: together('fases_ordem_fabrico'),
    funcionarios_fase_ordem_fabrico: together('funcionarios_fase_ordem_fabrico'),
    erros_ordem_fabrico: together('erros_ordem_fabrico'),
  };
}

const moving = [
  'of_id',
  'faseof_id',
  'faseof_of_id',
  'funcionariofaseof_faseof_id',
  'ofch_of_id',
  'ofch_faseof_avaliacao',
  'ofch_faseof_culpada',
];

function moved(dump: Dump, by: number): Dump {
  const tables = Object.entries(dump).map(([table, rows]) => [
    table,
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          moving.includes(name) && typeof value === 'number' ? value + by : value,
        ]),
      ),
    ),
  ]);
  return Object.fromEntries(tables) as Dump;
}

/** The same with so many orders in ten that have a due day. */
function withDue(tenths: number): Dump {
  const dump = severalDumps(6);
  dump.ordens_fabrico = dump.ordens_fabrico!.map((one, n) =>
    n % 10 < tenths ? one : { ...one, of_data_transporte: 'NULL' },
  );
  return dump;
}

function gateOf(reply: Reply, name: string) {
  return reply.support.gates.find(({ gate }) => gate === name);
}

const asOf = '2023-04-28T18:00:00';

async function mustSay(plant: Plant, question: string, gate: string): Promise<Reply> {
  const reply = await asking(plant, question);
  expect(gateOf(reply, gate), `${question} does not show ${gate}`).toMatchObject({
    state: expect.not.stringMatching(/^SUPPORTED$/),
  });
  expect(reply, question).toMatchObject({ status: 'DEGRADED' });
  return reply;
}

describe('a gate on which only some figures rest', () => {
  it('stands in the evidence of the answers that it degrades, and of no others', async () => {
    const plant = await newPlant(firstServer, { dump: withDue(7), asOf });
    for (const question of ['kpis.overview', 'kpis.by_product', 'prodplan.risk_queue']) {
      const reply = await mustSay(plant, question, 'due_date_coverage');
      expect('reason' in reply && reply.reason).toContain('ordens com dia de expedição previsto');
    }
    // A third of the phases take no time.
    const short = withDue(10);
    short.fases_ordem_fabrico = short.fases_ordem_fabrico!.map((one, n) =>
      n % 3 === 0 ? { ...one, faseof_fim: one.faseof_inicio! } : one,
    );
    await plant.ingest(short, { asOf: '2023-04-29T18:00:00', force: true });
    for (const question of ['kpis.by_phase', 'kpis.by_employee'])
      await mustSay(plant, question, 'durations_usable');
    expect(gateOf(await asking(plant, 'kpis.by_product'), 'due_date_coverage')).toMatchObject({
      state: 'SUPPORTED',
    });
  });

  it('takes only its own figures away where it is shut', async () => {
    const plant = await newPlant(firstServer, { dump: withDue(4), asOf });
    const reply = await mustSay(plant, 'kpis.overview', 'due_date_coverage');
    expect(reply.data).toMatchObject({ on_time_rate: null, lead_time_days_median: expect.any(Number) });
  });

  it('is measured on the very orders of the risk queue, however few they are', async () => {
    const plant = await newPlant(firstServer, { dump: withDue(7), asOf });
    // The open orders of the six dumps; one product of them has a due day in all of its own.
    const { rows } = await plant.database.pool.query<{ produto_id: number; n: number; due: number }>(
      `SELECT produto_id, count(*)::int AS n, count(due_day)::int AS due FROM agg_order WHERE is_open GROUP BY 1 ORDER BY 1`,
    );
    for (const { produto_id, n, due } of rows) {
      const reply = await asking(plant, 'prodplan.risk_queue', { produto_id });
      expect(gateOf(reply, 'due_date_coverage')).toMatchObject({ rows: n, covered_rows: due, rate: due / n });
    }
    expect(await asking(plant, 'prodplan.risk_queue', { produto_id: 9999 })).toMatchObject({ data: [] });
  });
});

it('no list of quality answers for a period in which no boat passed', async () => {
  const plant = await newPlant(firstServer, smallDump());
  for (const question of ['by_product', 'by_phase', 'pareto', 'heatmap', 'risk', 'trend', 'defect_texts']) {
    const reply = await asking(plant, `quality.${question}`, { from: '2023-01-01', to: '2023-01-31' });
    expect(reply, question).toMatchObject({
      status: 'NOT_SUPPORTED_BY_DATA',
      data: null,
      reason: expect.stringContaining('Nenhum barco'),
      support: { rows_used: 0 },
    });
  }
  // Boats passed, and have no defect of this phase: that is an answer.
  const { status, data } = await asking(plant, 'quality.by_phase', { from: '2023-04-02', to: '2023-04-02' });
  expect([status, data]).toEqual(['DEGRADED', []]);
});
