import { z } from 'zod';
import { openStates } from '../../../contract/factory/index.js';
import { excluding } from '../../answer/excluding.js';
import { filters, periodOf, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';

const query = sqlFile(import.meta.url, 'wip.sql', { prepared: true });

const counts = {
  orders: z.number().int().describe('Por entregar, sem zombies: a soma das três colunas seguintes'),
  created: z.number().int(),
  in_progress: z.number().int(),
  awaiting_shipping: z.number().int(),
  age_days_median: z.number().int().nullable(),
  age_days_oldest: z.number().int().nullable(),
  zombies: z.number().int(),
};

const group = z.object({
  dimension: z.enum(['phase', 'product', 'family']),
  fase_id: z.number().int().nullable(),
  produto_id: z.number().int().nullable(),
  familia: z.string().nullable(),
  name: z.string().nullable(),
  ...counts,
});

const data = z.object({
  total: z.object(counts),
  by_phase: z.array(group),
  by_product: z.array(group),
  by_family: z.array(group),
});

type Row = Omit<z.output<typeof group>, 'dimension'> & {
  readonly dimension: 'total' | 'phase' | 'product' | 'family';
};

export const wip = defineAnswer({
  name: 'smartinventory.wip',
  path: '/api/smartinventory/wip',
  summary: 'Trabalho em curso, por fase, produto e família',
  method: `Ordens por entregar (${openStates.join(', ')}), cada uma contada uma vez; zombies à parte.`,
  figures: [
    {
      figure: 'orders',
      title: 'Trabalho em curso (WIP)',
      unit: 'ordens',
      definition:
        'Ordens por entregar no momento do ficheiro, sem as que foram criadas há mais de zombie_days dias (zombies). Contam-se ordens, na fase ' +
        'atual (Of_FaseId), nunca linhas de fases abertas. from e to são dias de criação.',
      limits:
        'Uma fase por acabar numa ordem fechada não é trabalho em curso. Ordens de um produto desconhecido contam na família «?».',
    },
  ],
  params: z.strictObject({ ...periodOf('da criação da ordem'), ...filters, ...zombieAge }),
  data,
  table: {
    row: group,
    rows: ({ by_phase, by_product, by_family }) => [...by_phase, ...by_product, ...by_family],
  },
  gates: [],
  weakening: ['product_family', ...restsOn.orders, ...restsOn.phases],
  rows: { day: 'created', open: true },
  references: ['ordens_fabrico.of_fase_id', 'ordens_fabrico.of_produto_id'],
  queries: [query],
  async find({ client }, params) {
    const rows = await query.rows<Row>(client, { ...blank, ...params });
    const total = rows.find((one) => one.dimension === 'total')!;
    const of = <D extends 'phase' | 'product' | 'family'>(dimension: D) =>
      rows.filter((one) => one.dimension === dimension) as (Row & { dimension: D })[];
    return {
      data: { total, by_phase: of('phase'), by_product: of('product'), by_family: of('family') },
      rowsUsed: total.orders,
      rowsExcluded: excluding({ 'zombies: contados à parte': total.zombies }),
    };
  },
});

const blank = { from: null, to: null, produto_id: null, familia: null, fase_id: null };
