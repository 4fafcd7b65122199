import { expect, it } from 'vitest';
import { newPlant, type Plant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { type Dump, type DumpRow, serial, smallDump } from '../support/dump.js';
import { asking } from './asking.js';

const asOf = '2023-04-20T18:00:00';
const boatsOfAMonth = 12;

/** So many of a product's twelve boats of the month have a defect of phase 1. */
interface Batch {
  readonly product: number;
  readonly month: string;
  readonly withDefect: number;
}

/** Four phases a boat, all on the day of its demoulding: the month decides, and nothing else is missing. */
function dumpOf(batches: readonly Batch[]): Dump {
  const boats = batches.flatMap(({ product, month, withDefect }) =>
    Array.from({ length: boatsOfAMonth }, (_, n) => ({
      product,
      day: `${month}-${String(1 + n).padStart(2, '0')}`,
      hasDefect: n < withDefect,
    })),
  );
  const products = [...new Set(batches.map((one) => one.product))];
  return {
    ...smallDump(),
    funcionarios_fase_ordem_fabrico: [],
    modelos: products.map((id) => ({ produto_id: id, produto_nome: `K1 Modelo ${id}` })),
    fases_standard_modelos: products.flatMap((id) =>
      [1, 2, 6, 8].map((phase, place) => ({
        produtofase_produto_id: id,
        produtofase_fase_id: phase,
        produtofase_sequencia: place + 1,
      })),
    ),
    ordens_fabrico: boats.map(({ product, day }, n) => ({
      of_id: 1001 + n,
      of_data_criacao: serial(day),
      of_data_acabamento: serial(`${day}T16:30:00`),
      of_produto_id: product,
      of_fase_id: 12,
    })),
    fases_ordem_fabrico: boats.flatMap(({ day }, n) =>
      [1, 2, 6, 8].map((phase, place) => ({
        faseof_id: 50_001 + n * 4 + place,
        faseof_of_id: 1001 + n,
        faseof_inicio: serial(`${day}T${String(8 + place).padStart(2, '0')}:00:00`),
        faseof_fim: serial(`${day}T${String(8 + place).padStart(2, '0')}:45:00`),
        faseof_fase_id: phase,
        faseof_sequencia: place + 1,
      })),
    ),
    erros_ordem_fabrico: boats.flatMap(({ hasDefect }, n): DumpRow[] =>
      hasDefect
        ? [
            {
              ofch_descricao_erro: 'Casco com bolhas.',
              ofch_of_id: 1001 + n,
              ofch_fase_avaliacao: 6,
              ofch_gravidade: 2,
              ofch_faseof_avaliacao: 50_003 + n * 4,
              ofch_faseof_culpada: 50_001 + n * 4,
            },
          ]
        : [],
    ),
  };
}

/** A good January and a bad February of fifteen products that differ; 101 is the worst in both, 130 was made in February only. */
function mixShift(): Batch[] {
  const others = Array.from({ length: 14 }, (_, n) => [
    { product: 102 + n, month: '2023-01', withDefect: n % 5 },
    { product: 102 + n, month: '2023-02', withDefect: 5 + (n % 7) },
  ]).flat();
  return [
    { product: 101, month: '2023-01', withDefect: 11 },
    { product: 101, month: '2023-02', withDefect: 12 },
    { product: 130, month: '2023-02', withDefect: 9 },
    ...others,
  ];
}

type Row = Record<string, number | string | null>;

async function riskOf(plant: Plant, params: object = {}): Promise<Row[]> {
  const { data } = await asking(plant, 'quality.risk', { limit: 1000, ...params });
  return data as Row[];
}

it('judges a product by its months: bad in good ones is HIGH, made in a bad one only is not', async () => {
  const plant = await newPlant(firstServer, { dump: dumpOf(mixShift()), asOf });
  const rows = await riskOf(plant);
  expect(rows).toHaveLength(16);
  // Of the fourteen others 26 boats of January's have a defect (0 to 4, in turn), and 112 of February's (5 to 11, twice).
  const january = (11 + 26) / 180;
  const february = (12 + 9 + 112) / 192;
  const of = (product: number): Row => rows.find((one) => one.produto_id === product)!;
  const expected = (product: number): number => of(product).expected_orders_with_defect as number;
  expect(expected(101)).toBeCloseTo(12 * (january + february), 9);
  expect(expected(130)).toBeCloseTo(12 * february, 9);
  expect(of(101)).toMatchObject({ rank: 1, level: 'HIGH', scatter: 'BEYOND_CHANCE', products: 16 });
  expect(of(101).ratio).toBeCloseTo(23 / (12 * (january + february)), 9);
  // Three in four of its boats, against three in ten of all: in its month that is little more than usual.
  expect(of(130)).toMatchObject({ level: 'MEDIUM', rate: 0.75 });
  expect(of(130).ratio).toBeLessThan(1.1);
  for (const one of rows) expect(one.ratio_low).toBeLessThan(one.shrunk_ratio as number);
});

it('compares with all products whichever are asked for, and says where no boat passed', async () => {
  const plant = await newPlant(firstServer, { dump: dumpOf(mixShift()), asOf });
  const [one] = (await riskOf(plant)).filter((row) => row.produto_id === 130);
  const { rank: _, ...same } = one!;
  expect(await riskOf(plant, { produto_id: 130 })).toEqual([{ rank: 1, ...same }]);
  expect(await asking(plant, 'quality.risk', { produto_id: 130, to: '2023-01-31' })).toMatchObject({
    status: 'NOT_SUPPORTED_BY_DATA',
    reason: expect.stringContaining('Nenhum barco'),
  });
  // Half of February: of its days alone, and of them only.
  const half = await riskOf(plant, { from: '2023-02-01', to: '2023-02-06', produto_id: 130 });
  expect(half[0]).toMatchObject({ orders: 6, orders_with_defect: 6 });
  const firstSix = mixShift().filter((batch) => batch.month === '2023-02');
  const withDefect = firstSix.reduce((sum, batch) => sum + Math.min(6, batch.withDefect), 0);
  expect(half[0]!.expected_orders_with_defect).toBeCloseTo((6 * withDefect) / (6 * firstSix.length), 9);
});

it('answers from the file that is published, not from the one that it was asked about before', async () => {
  const plant = await newPlant(firstServer, { dump: dumpOf(mixShift()), asOf });
  expect((await riskOf(plant))[0]).toMatchObject({ produto_id: 101, orders_with_defect: 23 });
  const better = mixShift().map((one) => (one.product === 101 ? { ...one, withDefect: 1 } : one));
  await plant.ingest(dumpOf(better), { asOf: '2023-04-21T18:00:00', force: true });
  const after = (await riskOf(plant)).find((one) => one.produto_id === 101)!;
  expect(after).toMatchObject({ orders_with_defect: 2, level: 'LOW' });
});
