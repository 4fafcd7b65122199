import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { keyset, type SortKey } from '../../answer/keyset.js';
import { filters, flag, paging, zombieAge } from '../../answer/params.js';
import { sortBy } from '../../answer/sort-by.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { orderRow } from '../order-row.js';
import { riskFigures } from './figures.js';
import { caveatOf, fitnessQuery, readFitness, whyNot } from './fitness.js';

const query = sqlFile(import.meta.url, 'risk-queue.sql');

/** Orders without a forecast come after all others when the most endangered come first. */
export const riskSorts = {
  chance: { expression: 'coalesce(probabilidade_atraso, -1)', type: 'double precision' },
  due: { expression: 'dia_previsto', type: 'date' },
  expected: { expression: "coalesce(dia_esperado, 'infinity'::date)", type: 'date' },
  of_id: { expression: 'of_id', type: 'integer' },
} as const satisfies Record<string, SortKey>;

const { of_id, produto_id, produto_nome, familia, fase_id, fase_nome, state, due_status, is_zombie } =
  orderRow.shape;

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
  days_left: z.number().int().describe('Do dia do ficheiro ao dia previsto; negativo se já passou'),
  late_chance: z.number().nullable().describe('De 0 a 1; null sem história que chegue'),
  expected_finish_day: z.string().nullable(),
  remaining_days_median: z.number().int().nullable(),
  remaining_days_p90: z.number().int().nullable(),
  sample: z.number().int().nullable().describe('Ordens acabadas em que a previsão assenta'),
  history_of: z
    .enum(['FAMILY', 'ALL'])
    .nullable()
    .describe('História da família, ou de todas se esta é curta'),
  no_forecast_reason: z.string().nullable(),
});

type Row = z.output<typeof row> & {
  readonly sort_key: string | null;
  readonly with_forecast: number;
  readonly without_forecast: number;
  readonly zombies: number;
};

export const riskQueue = defineList({
  name: 'prodplan.risk_queue',
  path: '/api/prodplan/risk_queue',
  summary: 'Ordens em risco de atraso',
  method:
    'Ordens por entregar com dia previsto; probabilidade de atraso pelo que ordens da mesma família demoraram da mesma fase ao fim no último ano, a meio caminho da taxa de base.',
  figures: riskFigures,
  params: sortBy(riskSorts, '-chance').extend({
    ...filters,
    include_zombies: flag('Mostrar também os zombies').default(false),
    ...zombieAge,
    ...paging,
  }),
  row,
  gates: ['due_date_coverage'],
  references: ['ordens_fabrico.of_produto_id', 'fases_ordem_fabrico.faseof_of_id'],
  queries: [query, fitnessQuery],
  async find({ client }, params) {
    const fitness = await readFitness(client);
    const refused = whyNot(fitness);
    if (refused !== null) return { refused, rowsUsed: fitness.orders };
    const list = keyset({ keys: riskSorts, id: 'of_id', params });
    const found = await query.rows<Row>(client, { ...blank, ...params, ...list.params }, list.pieces);
    const { rows, nextCursor } = list.page(found.filter(isOrder));
    const counts = found[0]!;
    const caveat = caveatOf(fitness);
    return {
      data: rows,
      nextCursor,
      rowsUsed: counts.with_forecast,
      rowsExcluded: excluding({
        'sem história que chegue: sem previsão': counts.without_forecast,
        'zombies, que só se mostram com include_zombies': counts.zombies,
      }),
      ...(caveat === null ? {} : { caveat }),
    };
  },
});

const blank = { produto_id: null, familia: null, fase_id: null, from: null, to: null };

/** Where no order passes, the counts stand alone on their line. */
function isOrder(found: Row): found is Row & { readonly sort_key: string } {
  return found.sort_key !== null;
}
