import { z } from 'zod';
import { boundsOfMean } from '../../../evidence/index.js';
import { excluding } from '../../answer/excluding.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { keyset, type SortKey } from '../../answer/keyset.js';
import { endsBefore, monthsOf, roundedTo } from '../../answer/months.js';
import { flagParam, paging, periodOf, productFilters, wholeMonths } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sortBy } from '../../answer/sort-by.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';

const query = sqlFile(import.meta.url, 'gelcoat.sql');

export const gelcoatSorts = {
  month: { expression: "coalesce(month, '-infinity'::date)", type: 'date' },
  orders: { expression: 'orders', type: 'integer' },
  kg: { expression: 'coalesce(deck_kg, 0) + coalesce(hull_kg, 0)', type: 'double precision' },
} as const satisfies Record<string, SortKey>;

const row = z.object({
  month: z.string().nullable().describe('Primeiro dia do mês de criação; null por produto'),
  unfinished: z
    .boolean()
    .nullable()
    .describe('O mês ainda não tinha acabado no momento do ficheiro; null por produto'),
  produto_id: z.number().int().nullable().describe('null por mês'),
  produto_nome: z.string().nullable(),
  familia: z.string().nullable(),
  orders: z.number().int(),
  orders_known: z.number().int().describe('Com as duas quantidades do modelo'),
  orders_unknown: z.number().int().describe('Sem modelo, ou com uma das quantidades vazia ou a 0'),
  deck_kg: z.number().nullable().describe('Teórico; null se não se sabe de nenhuma'),
  hull_kg: z.number().nullable(),
});

type Row = z.output<typeof row> & {
  readonly sort_key: string | null;
  readonly all_orders: number;
  readonly all_known: number;
  readonly all_kg: number;
  readonly heaviest_kg: number | null;
};

export const gelcoat = defineList({
  name: 'smartinventory.gelcoat_theoretical_usage',
  path: '/api/smartinventory/gelcoat_theoretical_usage',
  summary: 'Gelcoat teórico',
  method:
    'TEÓRICO: ordens criadas no mês vezes as quantidades de gelcoat do seu modelo (deck e casco); não é o que se gastou. Os limites são de kg por ordem.',
  figures: [
    {
      figure: 'deck_kg',
      title: 'Gelcoat teórico no deck (e hull_kg, no casco)',
      unit: 'kg',
      definition:
        'Ordens vezes Produto_QtdGelDeck (ou Produto_QtdGelCasco) do modelo, pelo mês em que foram criadas. Com open_only só as ordens ' +
        'por entregar. Um modelo desconhecido, ou sem a quantidade, não soma 0: conta em orders_unknown. Os limites (bounds) são da ' +
        'média de kg por ordem: se todas as que faltam não levassem nada, ou levassem o máximo que algum modelo leva.',
      limits:
        'É teórico: não conta desperdício, cores nem repintura, e o ficheiro não tem consumos. O mês é o da criação, não o da pintura. ' +
        'Os meses contam-se inteiros: from e to alargam-se, e a resposta di-lo (DEGRADED); o mês do ficheiro (unfinished) só vai até ao dia dele, e o primeiro do ficheiro pode ser parcial sem que o ficheiro o diga. ' +
        'Os modelos são como estão hoje.',
    },
  ],
  params: sortBy(gelcoatSorts, '-month').extend({
    by: z
      .enum(['month', 'product', 'month_product'])
      .default('month_product')
      .describe('Por mês, por produto ou por ambos'),
    ...periodOf(`da criação da ordem, ${wholeMonths}`),
    ...productFilters,
    open_only: flagParam('Só as ordens por entregar').default(false),
    ...paging,
  }),
  row,
  gates: ['gelcoat_coverage', ...restsOn.orders],
  rows: { day: 'created' },
  references: ['ordens_fabrico.of_produto_id'],
  queries: [query],
  async find({ client, publication }, params) {
    const list = keyset({ keys: gelcoatSorts, id: 'row_id', params });
    const found = await query.rows<Row>(client, { ...blank, ...params, ...list.params }, list.pieces);
    const { rows, nextCursor } = list.page(found.filter(isRow));
    const period = { from: params.from ?? null, to: endsBefore(params.to, publication.as_of) };
    const { all_orders, all_known, all_kg, heaviest_kg } = found[0]!;
    return {
      data: rows,
      nextCursor,
      rowsUsed: all_known,
      rowsExcluded: excluding({
        'modelo desconhecido, ou sem uma das quantidades': all_orders - all_known,
      }),
      ...(heaviest_kg === null
        ? {}
        : { bounds: boundsOfMean({ sum: all_kg, covered: all_known, total: all_orders }, 0, heaviest_kg) }),
      ...caveatOf(roundedTo(period, monthsOf(period))),
    };
  },
});

const blank = { from: null, to: null, produto_id: null, familia: null };

/** Where nothing passes, the totals stand alone on their line. */
function isRow(found: Row): found is Row & { readonly sort_key: string } {
  return found.sort_key !== null;
}
