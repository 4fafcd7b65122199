import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { figureGate } from '../../answer/figure-gate.js';
import { given } from '../../answer/given.js';
import { paging, periodOf, productFilters, zombieAge } from '../../answer/params.js';
import { rankPage } from '../../answer/rank.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualDays } from '../../answer/window.js';
import { defineList } from '../../service.js';
import { finishedOrDue, leadTime, onTime, rework, wipFigure } from '../figures.js';

const query = sqlFile(import.meta.url, 'by-product.sql');

const row = z.object({
  rank: z.int(),
  produto_id: z.int().nullable().describe('null: ordens sem produto'),
  produto_nome: z.string().nullable().describe('null: Modelos não conhece o produto'),
  familia: z.string().nullable(),
  finished_orders: z.int(),
  lead_time_days_median: z.int().nullable(),
  lead_time_days_p90: z.int().nullable(),
  lead_time_orders: z.int(),
  due_orders: z.int(),
  due_on_time: z.int(),
  on_time_rate: z.number().nullable(),
  phases_finished: z.int(),
  reworks: z.int(),
  rework_rate: z.number().nullable(),
  wip_orders: z.int(),
  zombies: z.int(),
});

type Found = z.output<typeof row> & {
  rows_used: number;
  done_without_day: number;
  finished_without_due: number;
  due_outcome_unknown: number;
  all_zombies: number;
};

export const kpisByProduct = defineList({
  name: 'kpis.by_product',
  path: '/api/kpis/by-product',
  summary: 'Indicadores por produto',
  method:
    'Por produto: ordens acabadas no período com o seu prazo e retrabalho, cumprimento das que venceram no período, e as que estão em curso no momento do ficheiro; mais acabadas primeiro.',
  figures: [leadTime, onTime, rework, wipFigure],
  params: z.strictObject({ ...periodOf(finishedOrDue), ...productFilters, ...zombieAge, ...paging }),
  row,
  gates: ['product_join', ...restsOn.orders],
  weakening: ['due_date_coverage', ...restsOn.phases],
  usual: usualDays,
  rows: { day: 'finished' },
  references: ['ordens_fabrico.of_produto_id'],
  queries: [query],
  async find(context, params) {
    const list = rankPage(params);
    const dueIsTold = figureGate(context, 'due_date_coverage');
    const found = await query.rows<Found>(context.client, {
      ...given(params),
      ...list.params,
      zombie_days: params.zombie_days,
    });
    const { data, nextCursor } = list.page(found);
    return {
      data: dueIsTold ? data : data.map((one) => ({ ...one, on_time_rate: null })),
      nextCursor,
      rowsUsed: found[0]?.rows_used ?? 0,
      rowsExcluded: excluding({
        'entregues sem dia de acabamento que se possa crer': found[0]?.done_without_day ?? 0,
        'acabadas sem dia de expedição previsto (fora do cumprimento)': found[0]?.finished_without_due ?? 0,
        'vencidas cujo desfecho não se sabe (fora do cumprimento)': found[0]?.due_outcome_unknown ?? 0,
        'zombies: contados à parte': found[0]?.all_zombies ?? 0,
      }),
    };
  },
});
