import type { z } from 'zod';
import { dueStatuses, orderStates } from '../../../contract/factory/index.js';
import { keyset, type SortKey } from '../../answer/keyset.js';
import {
  flagParam,
  paging,
  periodOf,
  phaseFilter,
  productFilters,
  range,
  searchText,
  someOf,
  zombieAge,
} from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { searchPatterns } from '../../answer/search.js';
import { sortBy } from '../../answer/sort-by.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { orderFigures, orderRow } from '../order-row.js';

const query = sqlFile(import.meta.url, 'orders.sql');

/** Each has its index in migration 0009: the expressions must be the same. */
export const orderSorts = {
  of_id: { expression: 'of_id', type: 'integer' },
  created: { expression: "coalesce(created_day, '-infinity'::date)", type: 'date' },
  finished: { expression: "coalesce(finished_at, '-infinity'::timestamp)", type: 'timestamp' },
  due: { expression: "coalesce(due_day, 'infinity'::date)", type: 'date' },
  phase_since: { expression: "coalesce(phase_since, '-infinity'::timestamp)", type: 'timestamp' },
  produto_id: { expression: 'coalesce(produto_id, 0)', type: 'integer' },
} as const satisfies Record<string, SortKey>;

const created = range('created', 'Criação');

type Row = z.output<typeof orderRow> & { readonly sort_key: string; readonly matching: number };

export const orders = defineList({
  name: 'prodplan.orders',
  path: '/api/prodplan/orders',
  summary: 'Ordens de fabrico',
  method:
    'Ordens que cumprem todos os filtros, com o estado, a situação do prazo e a idade no momento do ficheiro.',
  figures: orderFigures,
  params: sortBy(orderSorts, '-created').extend({
    of_id: phaseFilter.fase_id.describe('Ordem de fabrico (Of_Id)'),
    ...productFilters,
    ...phaseFilter,
    state: someOf(orderStates, 'Estado'),
    due_status: someOf(dueStatuses, 'Situação do prazo'),
    is_zombie: flagParam('Só os zombies (true) ou tudo menos eles (false)'),
    ...periodOf('da criação da ordem: o mesmo que created_from e created_to'),
    ...created,
    ...range('finished', 'Acabamento'),
    ...range('due', 'Dia de expedição previsto'),
    text: searchText.describe(
      'Palavras do número, do produto, da família ou da fase atual; sem acentos serve',
    ),
    ...zombieAge,
    ...paging,
  }),
  row: orderRow,
  gates: [],
  weakening: [...restsOn.orders, ...restsOn.phases, ...restsOn.errors],
  rows: { day: 'created' },
  references: ['ordens_fabrico.of_produto_id', 'ordens_fabrico.of_fase_id'],
  queries: [query],
  async find({ client }, params) {
    const { text, from, to, ...filters } = params;
    const words = searchPatterns(text);
    const list = keyset({ keys: orderSorts, id: 'of_id', params, as: 'sort_value' });
    // No index helps these filters: the orders that pass are kept, so that they are looked for only once.
    const scans = words !== null || params.due_status !== undefined || params.is_zombie !== undefined;
    const found = await query.rows<Row>(
      client,
      { ...blank, ...filters, ...createdBetween(params), ...list.params, words },
      {
        ...list.pieces,
        kept: scans ? 'MATERIALIZED' : 'NOT MATERIALIZED',
        page_order: params.sort.startsWith('-')
          ? 'page.sort_value DESC, page.of_id DESC'
          : 'page.sort_value, page.of_id',
      },
    );
    const { rows, nextCursor } = list.page(found);
    return { data: rows, rowsUsed: found[0]?.matching ?? 0, nextCursor };
  },
});

/** The period of the house is that of the creation; where both are given, both hold. */
function createdBetween({ from, to, created_from, created_to }: Period): Record<string, string | null> {
  const days = (one?: string, other?: string): string[] =>
    [one, other].filter((day) => day !== undefined).sort();
  return {
    created_from: days(from, created_from).at(-1) ?? null,
    created_to: days(to, created_to)[0] ?? null,
  };
}

type Period = { readonly [K in 'from' | 'to' | 'created_from' | 'created_to']?: string | undefined };

/** Filters that were not asked for. */
const blank = Object.fromEntries(
  (
    'of_id produto_id familia fase_id state due_status is_zombie created_from created_to finished_from finished_to ' +
    'due_from due_to'
  )
    .split(' ')
    .map((name) => [name, null]),
);
