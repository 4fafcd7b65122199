import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { lastOfMonth } from '../../answer/months.js';
import { restsOn, restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { type Context, defineAnswer } from '../../service.js';
import { askedOf, qualityFilters } from '../asked.js';
import { leftOutQueries, qualityLeftOut } from '../left-out.js';
import { linesOfKinds, linesOfKindsQuery } from '../lines-of-kinds.js';
import { silentCaveat } from '../silent.js';
import { breaksQuery, readBreaks } from '../trend/trend.js';
import { judgedMonths, leastBaseline, type Months } from './baseline.js';
import { cusum, scatterOf, sigmasOf } from './cusum.js';
import { type MixCell, type MixMonth, mixMonths, sumOf } from './expected.js';
import { standardisedFigures } from './figures.js';

const query = sqlFile(import.meta.url, 'mix-months.sql', { prepared: true });

const point = z.object({
  month: z.iso.date(),
  orders_past_first_inspection: z.int(),
  defects: z.int(),
  defects_per_100_orders: z.number(),
  expected_defects: z.number(),
  standardised_per_100_orders: z.number().nullable(),
  ratio: z.number().nullable(),
  distance: z.number().nullable().describe('Em sigmas; null: nada se esperava'),
  cusum_high: z.number().nullable().describe('null: mês da base, ou por acabar'),
  cusum_low: z.number().nullable(),
  signal: z.enum(['above', 'below']).nullable(),
  orders_without_history: z.int(),
  is_baseline: z.boolean(),
  unfinished: z.boolean().describe('Ainda não tinha acabado no momento do ficheiro: não se julga'),
  recording_break: z.boolean().describe('Neste mês mudou o modo de registar: ver quality/trend'),
});

const data = z.object({
  baseline_from: z.iso.date(),
  baseline_to: z.iso.date(),
  baseline_per_100_orders: z.number(),
  dispersion: z.number(),
  alarm: z
    .object({
      month: z.iso.date().describe('O primeiro mês do alarme que ainda dura'),
      since: z.iso.date().describe('O primeiro mês desde que a soma não volta a 0'),
      signal: z.enum(['above', 'below']),
    })
    .nullable()
    .describe('null: o último mês inteiro não está em alarme'),
  points: z.array(point),
});

type Point = z.output<typeof point>;

export const standardised = defineAnswer({
  name: 'quality.standardised',
  heavy: true,
  path: '/api/quality/standardised',
  summary: 'Qualidade: defeitos padronizados pela mistura de modelos, com CUSUM',
  method:
    'Por mês em que os barcos passaram a primeira inspeção, os defeitos que tiveram contra os que os mesmos barcos teriam às taxas que o seu modelo teve nos meses de base; a soma acumulada (CUSUM) dos desvios dá alarme.',
  figures: standardisedFigures,
  params: z.strictObject({
    produto_id: qualityFilters.produto_id,
    familia: qualityFilters.familia,
    route_kind: qualityFilters.route_kind,
  }),
  data,
  table: { row: point, rows: ({ points }) => points },
  gates: ['product_family', ...restsOnQuality],
  weakening: [...restsOn.models],
  rows: { day: 'inspected' },
  references: ['erros_ordem_fabrico.ofch_of_id', 'ordens_fabrico.of_produto_id'],
  queries: [query, breaksQuery, ...leftOutQueries, linesOfKindsQuery],
  async find(context, params) {
    const asked = askedOf(params);
    const cells = (await knownCells(context)).filter(
      (one) =>
        (asked.produto_id === null || one.produto_id === asked.produto_id) &&
        (asked.familia === null || one.familia === asked.familia) &&
        (asked.first_inspection === null || one.first_inspection === asked.first_inspection),
    );
    const leftOut = await qualityLeftOut(context, asked, { ofOrders: true });
    const today = context.publication.as_of.slice(0, 10);
    const months = judgedMonths(wholeMonths(cells, today));
    if (months === null)
      return {
        refused: tooShort,
        rowsUsed: 0,
        rowsExcluded: [...excluding({ [older]: rowsOf(cells) }), ...leftOut],
      };
    const shown = cells.filter(({ month }) => month >= months.baseline[0]!);
    const rowsExcluded = [...excluding({ [older]: rowsOf(cells) - rowsOf(shown) }), ...leftOut];
    const counted = mixMonths(shown, new Set(months.baseline));
    const base = counted.filter(({ month }) => months.baseline.includes(month));
    if (sumOf(base, 'defects') === 0) return { refused: noDefects, rowsUsed: 0, rowsExcluded };
    const breaks = new Set((await readBreaks(context)).map(({ month }) => month));
    const points = pointsOf(counted, months, breaks);
    return {
      data: {
        baseline_from: months.baseline[0]!,
        baseline_to: lastOfMonth(months.baseline.at(-1)!),
        baseline_per_100_orders: (100 * sumOf(base, 'defects')) / sumOf(base, 'boats'),
        dispersion: scatterOf(base),
        alarm: alarmOf(points),
        points,
      },
      rowsUsed: rowsOf(shown),
      rowsExcluded,
      ...caveatOf(
        silentCaveat(await linesOfKinds(context, asked)).caveat ?? null,
        months.baseline.length < 12
          ? `A base tem ${months.baseline.length} meses inteiros, e deviam ser 12.`
          : null,
        withoutHistory(points),
      ),
    };
  },
});

const older = 'barcos e defeitos de meses anteriores à base';

const tooShort = {
  reason: `Há menos de ${leastBaseline + 2} meses inteiros com barcos inspecionados: não chegam para uma base e para o que se julga por ela.`,
  suggestion: 'Peça menos filtros, ou espere por mais meses.',
};

const noDefects = {
  reason: 'Nos meses de base não há nenhum defeito: não há taxa com que comparar.',
  suggestion: 'Peça menos filtros; confirme se os defeitos se registam no ERP.',
};

/** Once for each state of the data. */
async function knownCells({ client, remember }: Context): Promise<readonly MixCell[]> {
  return await remember('quality.standardised', () => query.rows<MixCell & Record<string, unknown>>(client));
}

/** Months with boats that are over; in their order. */
function wholeMonths(cells: readonly MixCell[], today: string): string[] {
  return [...new Set(cells.map(({ month }) => month))].filter((month) => lastOfMonth(month) < today).sort();
}

function rowsOf(cells: readonly MixCell[]): number {
  return sumOf(cells, 'boats') + sumOf(cells, 'defects');
}

function pointsOf(
  counted: readonly MixMonth[],
  { baseline, judged }: Months,
  breaks: ReadonlySet<string>,
): Point[] {
  const base = counted.filter(({ month }) => baseline.includes(month));
  const rate = (100 * sumOf(base, 'defects')) / sumOf(base, 'boats');
  const scatter = scatterOf(base);
  const distances = new Map(counted.map((one) => [one.month, sigmasOf(one, scatter)]));
  const summed = cusum(judged.map((month) => distances.get(month) ?? 0));
  return counted.map((one) => {
    const place = judged.indexOf(one.month);
    const ratio = one.expected === 0 ? null : one.defects / one.expected;
    return {
      month: one.month,
      orders_past_first_inspection: one.boats,
      defects: one.defects,
      defects_per_100_orders: (100 * one.defects) / one.boats,
      expected_defects: one.expected,
      standardised_per_100_orders: ratio === null ? null : rate * ratio,
      ratio,
      distance: distances.get(one.month) ?? null,
      cusum_high: summed[place]?.high ?? null,
      cusum_low: summed[place]?.low ?? null,
      signal: summed[place]?.signal ?? null,
      orders_without_history: one.boatsWithoutHistory,
      is_baseline: baseline.includes(one.month),
      unfinished: place < 0 && !baseline.includes(one.month),
      recording_break: breaks.has(one.month),
    };
  });
}

/** The alarm that lasts to the last month judged. */
function alarmOf(points: readonly Point[]): z.output<typeof data>['alarm'] {
  const judged = points.filter(({ cusum_high }) => cusum_high !== null);
  const signal = judged.at(-1)?.signal ?? null;
  if (signal === null) return null;
  const name = signal === 'above' ? 'cusum_high' : 'cusum_low';
  const first = judged.findLastIndex((one) => one.signal !== signal) + 1;
  const since = judged.findLastIndex((one) => one[name] === 0) + 1;
  return { month: judged[first]!.month, since: judged[since]!.month, signal };
}

/** So large a share of boats that the baseline cannot judge. */
const mostWithoutHistory = 0.2;

function withoutHistory(points: readonly Point[]): string | null {
  const judged = points.filter(({ is_baseline }) => !is_baseline);
  const total = (name: 'orders_without_history' | 'orders_past_first_inspection'): number =>
    judged.reduce((all, one) => all + one[name], 0);
  const [without, boats] = [total('orders_without_history'), total('orders_past_first_inspection')];
  if (without <= mostWithoutHistory * boats) return null;
  return `De ${boats} barcos depois da base, ${without} são de modelos que ela não tem: contam à taxa da sua família.`;
}
