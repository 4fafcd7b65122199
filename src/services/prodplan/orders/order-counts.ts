import { z } from 'zod';
import { dueStatuses, orderStates } from '../../../contract/factory/index.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { orderFigures } from '../order-row.js';
import { orderFilters, ordersAsked, passing } from './filters.js';

const query = sqlFile(import.meta.url, 'order-counts.sql');

const stateCount = z.object({
  state: z.enum(orderStates),
  orders: z.int().describe('Sem os zombies'),
  zombies: z.int(),
});
const dueCount = z.object({ due_status: z.enum(dueStatuses), orders: z.int().describe('Zombies incluídos') });
const data = z.object({
  orders: z.int().describe('Todas as que passam nos filtros'),
  by_state: z.array(stateCount).describe('Todos os estados, também os que não têm nenhuma'),
  by_due_status: z.array(dueCount),
});

interface Counted {
  readonly state: (typeof orderStates)[number];
  readonly due_status: (typeof dueStatuses)[number] | null;
  readonly is_zombie: boolean;
  readonly orders: number;
}

/** How many boats each label of a filter stands for. */
export const orderCounts = defineAnswer({
  name: 'prodplan.order_counts',
  path: '/api/prodplan/order-counts',
  summary: 'Ordens de fabrico, contadas por estado e por situação do prazo',
  method: 'As ordens que cumprem todos os filtros, como em orders, contadas; zombies à parte.',
  figures: orderFigures.filter(({ figure }) => ['state', 'due_status', 'is_zombie'].includes(figure)),
  params: z.strictObject(orderFilters),
  data,
  table: { row: stateCount, rows: ({ by_state }) => by_state },
  gates: [],
  weakening: [...restsOn.orders, ...restsOn.phases, ...restsOn.errors],
  rows: { day: 'created' },
  filterGates: { culprit_fase_id: 'culprit_attribution' },
  references: ['ordens_fabrico.of_produto_id', 'ordens_fabrico.of_fase_id'],
  queries: [query, passing],
  async find({ client }, params) {
    const found = await query.rows<Counted>(client, ordersAsked(params), { passing: passing.text });
    const sum = (passes: (one: Counted) => boolean): number =>
      found.filter(passes).reduce((total, { orders }) => total + orders, 0);
    const all = sum(() => true);
    return {
      rowsUsed: all,
      data: {
        orders: all,
        by_state: orderStates.map((state) => ({
          state,
          orders: sum((one) => one.state === state && !one.is_zombie),
          zombies: sum((one) => one.state === state && one.is_zombie),
        })),
        by_due_status: dueStatuses.map((due_status) => ({
          due_status,
          orders: sum((one) => one.due_status === due_status),
        })),
      },
    };
  },
});
