import { z } from 'zod';
import { noForecastReasons } from '../../../aggregates/index.js';
import { excluding } from '../../answer/excluding.js';
import { keyset, type SortKey } from '../../answer/keyset.js';
import { filters, flagParam, paging, periodOf, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sortBy } from '../../answer/sort-by.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { orderRow } from '../order-row.js';
import { riskFigures } from './figures.js';
import { sentenceOf } from './sentence.js';

const query = sqlFile(import.meta.url, 'risk-queue.sql');

/** Orders without a forecast come after all others when the most endangered come first. */
const withoutForecast = -99_999_999;

/** Orders without a chance come after those that have one, in the order of `delay`. */
export const riskSorts = {
  delay: { expression: `coalesce(days_after_due, ${withoutForecast})`, type: 'integer' },
  chance: {
    expression: 'coalesce(late_chance, days_after_due / 1e6 - 1, -1000)::float8',
    type: 'double precision',
  },
  due: { expression: 'due_day', type: 'date' },
  expected: { expression: "coalesce(expected_day, 'infinity'::date)", type: 'date' },
  of_id: { expression: 'of_id', type: 'integer' },
} as const satisfies Record<string, SortKey>;

const {
  of_id,
  produto_id,
  produto_nome,
  familia,
  fase_id,
  fase_nome,
  state,
  due_status,
  due_first,
  due_slips,
  is_zombie,
} = orderRow.shape;

const row = z.object({
  of_id,
  produto_id,
  produto_nome,
  familia,
  fase_id,
  fase_nome,
  state,
  due_status,
  is_zombie,
  due_day: z.string(),
  due_first,
  due_slips,
  days_left: z.number().int().describe('Do dia do ficheiro ao dia previsto; negativo se já passou'),
  late_chance: z
    .number()
    .nullable()
    .describe('Probabilidade de atraso; null enquanto está recusada (ver late_chance)'),
  expected_finish_day: z.string().nullable(),
  days_after_due: z
    .number()
    .int()
    .nullable()
    .describe('Do dia previsto ao acabamento esperado; acima de 0, metade só acaba depois do prazo'),
  remaining_days_median: z
    .number()
    .int()
    .nullable()
    .describe('Metade acaba até tantos dias depois do ficheiro'),
  remaining_days_p80: z.number().int().nullable().describe('Quatro em cada cinco; null: além do que se viu'),
  remaining_days_p90: z.number().int().nullable(),
  remaining_days_p95: z.number().int().nullable(),
  sentence: z.string().describe('O mesmo numa frase'),
  sentence_en: z.string(),
  sample: z.number().int().nullable().describe('Acabamentos da família no último ano'),
  product_factor: z
    .number()
    .nullable()
    .describe('Ritmo do produto face à família nesta idade: acima de 1, mais depressa'),
  no_forecast_reason: z.enum(noForecastReasons).nullable(),
});

type Row = Omit<z.output<typeof row>, 'sentence' | 'sentence_en'> & {
  readonly sort_key: string | null;
  readonly with_forecast: number;
  readonly without_forecast: number;
  /** Open orders without a due day, and with one in any period. */
  readonly without_due: number;
  readonly with_due: number;
  readonly zombies: number;
};

export const riskQueue = defineList({
  name: 'prodplan.risk_queue',
  path: '/api/prodplan/risk_queue',
  summary: 'Ordens em risco de atraso',
  method:
    'Ordens por entregar com dia previsto, pelos dias entre esse dia e o acabamento esperado: o dia até ao qual acaba metade das ordens da mesma idade, família e produto.',
  figures: riskFigures,
  params: sortBy(riskSorts, '-delay').extend({
    ...periodOf('de expedição previsto'),
    ...filters,
    include_zombies: flagParam('Mostrar também os zombies').default(false),
    ...zombieAge,
    ...paging,
  }),
  row,
  // A list of orders that have a due day is not shut by how many lack it: these are counted beside.
  gates: [],
  weakening: ['due_date_coverage', 'product_family', ...restsOn.orders],
  rows: { day: null, open: true },
  references: ['ordens_fabrico.of_produto_id'],
  queries: [query],
  async find(context, params) {
    const list = keyset({ keys: riskSorts, id: 'of_id', params });
    const found = await query.rows<Row>(context.client, { ...blank, ...params, ...list.params }, list.pieces);
    const { rows, nextCursor } = list.page(found.filter(isOrder));
    const counts = found[0]!;
    return {
      data: rows.map((one) => ({ ...one, sentence: sentenceOf(one), sentence_en: sentenceOf(one, 'en') })),
      nextCursor,
      rowsUsed: counts.with_forecast,
      rowsExcluded: excluding({
        'sem previsão (no_forecast_reason diz porquê)': counts.without_forecast,
        'sem dia de expedição previsto': counts.without_due,
        'zombies, que só se mostram com include_zombies': counts.zombies,
      }),
      measured: {
        due_date_coverage: { total: counts.with_due + counts.without_due, covered: counts.with_due },
      },
    };
  },
});

const blank = { produto_id: null, familia: null, fase_id: null, from: null, to: null };

/** Where no order passes, the counts stand alone on their line. */
function isOrder(found: Row): found is Row & { readonly sort_key: string } {
  return found.sort_key !== null;
}
