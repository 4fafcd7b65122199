import type { z } from 'zod';
import { keyset, type SortKey } from '../../answer/keyset.js';
import { paging } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sortBy } from '../../answer/sort-by.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { orderFigures, orderRow } from '../order-row.js';
import { orderFilters, ordersAsked, passing } from './filters.js';

const query = sqlFile(import.meta.url, 'orders.sql');

/** Each has its index in migration 0009: the expressions must be the same. */
export const indexedSorts = {
  of_id: { expression: 'of_id', type: 'integer' },
  created: { expression: "coalesce(created_day, '-infinity'::date)", type: 'date' },
  finished: { expression: "coalesce(finished_at, '-infinity'::timestamp)", type: 'timestamp' },
  due: { expression: "coalesce(due_day, 'infinity'::date)", type: 'date' },
  phase_since: { expression: "coalesce(phase_since, '-infinity'::timestamp)", type: 'timestamp' },
  produto_id: { expression: 'coalesce(produto_id, 0)', type: 'integer' },
} as const satisfies Record<string, SortKey>;

export const orderSorts = {
  ...indexedSorts,
  age: { expression: 'coalesce(age_days, -1)', type: 'integer' },
  errors: { expression: 'errors', type: 'integer' },
  /** The expected finish after the due day; what has no forecast or no due day comes before all that do. */
  delay: { expression: 'coalesce(expected_day - due_day, -999999)', type: 'integer' },
} as const satisfies Record<string, SortKey>;

type Row = z.output<typeof orderRow> & { readonly sort_key: string; readonly matching: number };

export const orders = defineList({
  name: 'prodplan.orders',
  path: '/api/prodplan/orders',
  summary: 'Ordens de fabrico',
  method:
    'Ordens que cumprem todos os filtros, com o estado, a situação do prazo e a idade no momento do ficheiro.',
  figures: orderFigures,
  params: sortBy(orderSorts, '-created').extend({ ...orderFilters, ...paging }),
  row: orderRow,
  gates: [],
  weakening: [...restsOn.orders, ...restsOn.phases, ...restsOn.errors],
  rows: { day: 'created' },
  filterGates: { culprit_fase_id: 'culprit_attribution' },
  references: ['ordens_fabrico.of_produto_id', 'ordens_fabrico.of_fase_id'],
  queries: [query, passing],
  async find({ client }, { sort, limit, cursor, ...filters }) {
    const asked = ordersAsked(filters);
    const list = keyset({
      keys: orderSorts,
      id: 'of_id',
      params: { ...filters, sort, limit, cursor },
      as: 'sort_value',
    });
    // No index helps these: the orders that pass are kept, so that they are looked for only once.
    const scans =
      asked.words !== null ||
      asked.by_line === true ||
      filters.due_status !== undefined ||
      filters.is_zombie !== undefined ||
      !(sort.replace('-', '') in indexedSorts);
    const found = await query.rows<Row>(
      client,
      { ...asked, ...list.params },
      {
        ...list.pieces,
        passing: passing.text,
        kept: scans ? 'MATERIALIZED' : 'NOT MATERIALIZED',
        page_order: sort.startsWith('-')
          ? 'page.sort_value DESC, page.of_id DESC'
          : 'page.sort_value, page.of_id',
      },
    );
    const { rows, nextCursor } = list.page(found);
    return { data: rows, rowsUsed: found[0]?.matching ?? 0, nextCursor };
  },
});
