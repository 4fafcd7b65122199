import { z } from 'zod';
import { boundsOfShare } from '../../../evidence/index.js';
import { excluding } from '../../answer/excluding.js';
import { caveatOf, figureGate } from '../../answer/figure-gate.js';
import { given, share } from '../../answer/given.js';
import { period, productFilters, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { leadTime, onTime, rework, throughput, wip } from '../figures.js';

const query = sqlFile(import.meta.url, 'overview.sql');
const firstDueQuery = sqlFile(import.meta.url, 'first-due.sql');
const wipQuery = sqlFile(import.meta.url, 'wip.sql', { prepared: true });

const data = z.object({
  lead_time_days_median: z.int().nullable(),
  lead_time_days_p90: z.int().nullable(),
  lead_time_orders: z.int(),
  finished_orders: z.int(),
  active_days: z.int(),
  finished_per_active_day: z.number().nullable(),
  wip_orders: z.int(),
  wip_created: z.int(),
  wip_in_progress: z.int(),
  wip_awaiting_shipping: z.int(),
  zombies: z.int(),
  on_time_rate: z.number().nullable(),
  due_orders: z.int(),
  due_on_time: z.int(),
  due_late: z.int().describe('Acabadas depois do dia previsto'),
  due_still_open: z.int().describe('Vencidas e ainda por entregar'),
  on_time_rate_first: z
    .number()
    .nullable()
    .describe('O mesmo contra o primeiro dia previsto que uma carga viu; null enquanto nenhum venceu'),
  first_due_orders: z.int().describe('Ordens cujo primeiro dia previsto cai no período e já venceu'),
  first_due_on_time: z.int(),
  rework_rate: z.number().nullable(),
  phases_finished: z.int(),
  reworks: z.int(),
  orders_with_rework_share: z.number().nullable(),
});

interface Counts {
  readonly finished_orders: number;
  readonly orders_with_rework: number;
  readonly phases_finished: number;
  readonly reworks: number;
  readonly due_on_time: number;
  readonly due_late: number;
  readonly due_still_open: number;
  readonly due_outcome_unknown: number;
  readonly finished_without_due: number;
  readonly done_without_day: number;
  readonly lead_time_days_median: number | null;
  readonly lead_time_days_p90: number | null;
  readonly lead_time_orders: number;
  readonly active_days: number;
}

/** By the due day that a run saw first. */
interface FirstDue {
  readonly orders: number;
  readonly on_time: number;
}

interface Standing {
  readonly created: number;
  readonly in_progress: number;
  readonly awaiting_shipping: number;
  readonly zombies: number;
}

export const overview = defineAnswer({
  name: 'kpis.overview',
  path: '/api/kpis/overview',
  summary: 'Indicadores: panorama',
  method:
    'Prazo, ritmo e retrabalho das ordens acabadas no período; cumprimento das que venceram no período; ordens em curso no momento do ficheiro.',
  figures: [leadTime, throughput, wip, onTime, rework],
  params: z.strictObject({ ...period, ...productFilters, ...zombieAge }),
  data,
  table: { row: data, rows: (one) => [one] },
  gates: [...restsOn.orders],
  weakening: [...restsOn.phases, ...restsOn.work],
  rows: { day: 'acabamento' },
  references: ['ordens_fabrico.of_produto_id', 'fases_ordem_fabrico.faseof_of_id'],
  queries: [query, wipQuery, firstDueQuery],
  async find(context, params) {
    const asked = given(params);
    const [counts] = await query.rows<Counts & Record<string, unknown>>(context.client, { ...asked });
    const [standing] = await wipQuery.rows<Standing & Record<string, unknown>>(context.client, {
      ...asked,
      zombie_days: params.zombie_days,
    });
    const [first] = await firstDueQuery.rows<FirstDue & Record<string, unknown>>(context.client, {
      ...asked,
    });
    const due = figureGate(context, 'due_date_coverage');
    const judged = counts!.due_on_time + counts!.due_late + counts!.due_still_open;
    const unjudged = counts!.due_outcome_unknown + counts!.finished_without_due;
    return {
      data: {
        ...describe(counts!, standing!, due.open ? share(counts!.due_on_time, judged) : null),
        on_time_rate_first: share(first!.on_time, first!.orders),
        first_due_orders: first!.orders,
        first_due_on_time: first!.on_time,
      },
      rowsUsed: counts!.finished_orders + judged + inHand(standing!),
      rowsExcluded: excluding({
        'entregues sem dia de acabamento que se possa crer': counts!.done_without_day,
        'acabadas sem dia de expedição previsto (fora do cumprimento)': counts!.finished_without_due,
        'vencidas cujo desfecho não se sabe (fora do cumprimento)': counts!.due_outcome_unknown,
        'zombies: contados à parte': standing!.zombies,
      }),
      bounds: boundsOfShare({ hits: counts!.due_on_time, covered: judged, total: judged + unjudged }),
      ...caveatOf(due.caveat),
    };
  },
});

function describe(
  counts: Counts,
  standing: Standing,
  on_time_rate: number | null,
): Omit<z.output<typeof data>, 'on_time_rate_first' | 'first_due_orders' | 'first_due_on_time'> {
  const {
    orders_with_rework,
    due_outcome_unknown: _,
    finished_without_due: __,
    done_without_day: ___,
    ...rest
  } = counts;
  return {
    ...rest,
    finished_per_active_day: share(counts.finished_orders, counts.active_days),
    wip_orders: standing.created + standing.in_progress + standing.awaiting_shipping,
    wip_created: standing.created,
    wip_in_progress: standing.in_progress,
    wip_awaiting_shipping: standing.awaiting_shipping,
    zombies: standing.zombies,
    on_time_rate,
    due_orders: counts.due_on_time + counts.due_late + counts.due_still_open,
    rework_rate: share(counts.reworks, counts.phases_finished),
    orders_with_rework_share: share(orders_with_rework, counts.finished_orders),
  };
}

function inHand({ created, in_progress, awaiting_shipping }: Standing): number {
  return created + in_progress + awaiting_shipping;
}
