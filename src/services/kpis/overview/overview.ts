import { z } from 'zod';
import { boundsOfShare } from '../../../evidence/index.js';
import { dayNumber } from '../../answer/day-number.js';
import { excluding } from '../../answer/excluding.js';
import { caveatOf, figureGate } from '../../answer/figure-gate.js';
import { given, share } from '../../answer/given.js';
import { periodOf, productFilters, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { windowText } from '../../answer/window.js';
import { defineHeadline, fewestBoats } from '../../headline.js';
import type { Context } from '../../service.js';
import {
  finishedOrDue,
  leadTime,
  littlesLawFigure,
  onTime,
  rework,
  throughput,
  wipAverage,
  wipFigure,
} from '../figures.js';
import { type DaySpan, inWork, type LeadTimes, leadTimes } from './in-work.js';
import { littlesLaw } from './littles-law.js';
import { readSpans, spanQueries, spansPassing } from './spans.js';
import { countFirstDue, countStanding, standingQueries } from './standing.js';

const query = sqlFile(import.meta.url, 'overview.sql', { prepared: true });

const littlesLawShape = z.object({
  days: z.int().describe('Dias de calendário contados'),
  wip_first: z.int().describe('Ordens em curso na véspera do primeiro dia'),
  wip_last: z.int().describe('Ordens em curso no fim do último dia'),
  finished_per_day: z.number().describe('Ordens acabadas por dia de calendário'),
  wip_expected: z.number().describe('finished_per_day x prazo médio'),
  deviation: z.number().describe('(wip_average - wip_expected) / wip_expected'),
  from_ageing: z.number().describe('Da diferença, em ordens: o que está em mão cresceu ou envelheceu'),
  from_left_behind: z.number().describe('... ordens que passaram a zombie sem acabar'),
  from_zombies_finished: z.number().describe('... zombies que acabaram'),
  meaning: z.string(),
});

const ofPeriod = z.object({
  lead_time_days_median: z.int().nullable(),
  lead_time_days_p90: z.int().nullable(),
  lead_time_days_mean: z.number().nullable(),
  lead_time_orders: z.int(),
  finished_orders: z.int(),
  active_days: z.int(),
  finished_per_active_day: z.number().nullable(),
  wip_average: z.number().nullable(),
  littles_law: littlesLawShape.nullable(),
  on_time_rate: z.number().nullable(),
  due_orders: z.int(),
  due_on_time: z.int(),
  due_late: z.int().describe('Acabadas depois do dia previsto'),
  due_still_open: z.int().describe('Vencidas e ainda por entregar'),
  on_time_rate_first: z
    .number()
    .nullable()
    .describe(
      `O mesmo contra o primeiro dia previsto que uma carga viu; null se venceram menos de ${fewestBoats}`,
    ),
  first_due_orders: z.int().describe('Ordens cujo primeiro dia previsto cai no período e já venceu'),
  first_due_on_time: z.int(),
  rework_rate: z.number().nullable(),
  phases_finished: z.int(),
  reworks: z.int(),
  orders_with_rework_share: z.number().nullable(),
});

const ofMoment = z.object({
  wip_orders: z.int(),
  wip_created: z.int(),
  wip_in_progress: z.int(),
  wip_awaiting_shipping: z.int(),
  zombies: z.int(),
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
  readonly active_days: number;
}

type Row<T> = T & Record<string, unknown>;

export const kpisOverview = defineHeadline({
  name: 'kpis.overview',
  path: '/api/kpis/overview',
  summary: 'Indicadores: panorama',
  method:
    'Prazo, ritmo, em curso médio e retrabalho das ordens acabadas no período; cumprimento das que venceram no período; ordens em curso no momento do ficheiro. Ao lado, os do período anterior e os de sempre.',
  figures: [leadTime, throughput, wipFigure, wipAverage, littlesLawFigure, onTime, rework],
  params: z.strictObject({ ...periodOf(finishedOrDue), ...productFilters, ...zombieAge }),
  shape: ofPeriod,
  gates: [...restsOn.orders],
  weakening: ['due_date_coverage', ...restsOn.phases, ...restsOn.work],
  rows: { day: 'finished' },
  references: ['ordens_fabrico.of_produto_id', 'fases_ordem_fabrico.faseof_of_id'],
  queries: [query, ...spanQueries, ...standingQueries],
  moment: {
    shape: ofMoment,
    async find(context, params) {
      const asked = { ...given(params), zombie_days: params.zombie_days };
      const { created, in_progress, awaiting_shipping, zombies } = await countStanding(context, asked);
      const wip_orders = created + in_progress + awaiting_shipping;
      return {
        data: {
          wip_orders,
          wip_created: created,
          wip_in_progress: in_progress,
          wip_awaiting_shipping: awaiting_shipping,
          zombies,
        },
        rowsUsed: wip_orders,
        rowsExcluded: excluding({ 'zombies: contados à parte': zombies }),
      };
    },
  },
  async find(context, params) {
    const { client } = context;
    const asked = { ...given(params), zombie_days: params.zombie_days };
    const [counts] = await query.rows<Row<Counts>>(client, asked);
    const judged = counts!.due_on_time + counts!.due_late + counts!.due_still_open;
    const few = [tooFew('acabaram', counts!.finished_orders, context), tooFew('venceram', judged, context)];
    const rowsExcluded = excluding({
      'entregues sem dia de acabamento que se possa crer': counts!.done_without_day,
      'acabadas sem dia de expedição previsto (fora do cumprimento)': counts!.finished_without_due,
      'vencidas cujo desfecho não se sabe (fora do cumprimento)': counts!.due_outcome_unknown,
    });
    if (!few.includes(null)) {
      return {
        refused: {
          reason: few.join(' '),
          suggestion: 'Peça um período mais longo (from), ou menos filtros.',
        },
        rowsUsed: 0,
        rowsExcluded: [
          ...rowsExcluded,
          ...excluding({ 'de um período com poucas': counts!.finished_orders + judged }),
        ],
      };
    }
    const [finishedFew, dueFew] = few;
    const spans = await readSpans(context);
    const orders = spansPassing(spans, asked);
    const first = await countFirstDue(context, asked, daysOf(asked));
    const dueIsTold = figureGate(context, 'due_date_coverage');
    const unjudged = counts!.due_outcome_unknown + counts!.finished_without_due;
    const worked = daysWorked(asked, spans.firstActiveDay, context);
    const work = worked === null ? null : inWork(orders, worked, params.zombie_days);
    const inWorkFigures =
      work === null || work.finished < fewestBoats ? null : littlesLaw(work, params.zombie_days);
    return {
      data: {
        ...finishedFigures(counts!, leadTimes(orders, daysOf(asked)), finishedFew === null),
        wip_average: inWorkFigures?.wip_average ?? null,
        littles_law: inWorkFigures?.littles_law ?? null,
        on_time_rate: dueIsTold && dueFew === null ? share(counts!.due_on_time, judged) : null,
        due_orders: judged,
        due_on_time: counts!.due_on_time,
        due_late: counts!.due_late,
        due_still_open: counts!.due_still_open,
        on_time_rate_first: first.orders < fewestBoats ? null : share(first.on_time, first.orders),
        first_due_orders: first.orders,
        first_due_on_time: first.on_time,
      },
      rowsUsed: counts!.finished_orders + judged,
      rowsExcluded,
      bounds: boundsOfShare({ hits: counts!.due_on_time, covered: judged, total: judged + unjudged }),
      ...caveatOf(...few),
    };
  },
});

/** Null where there are enough. */
function tooFew(verb: string, orders: number, { window }: Context): string | null {
  if (orders >= fewestBoats) return null;
  return `Só ${orders} ordens ${verb} ${windowText(window!)}: são precisas ${fewestBoats}.`;
}

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

function daysOf({ from, to }: Period): DaySpan {
  return {
    first: from === null ? Number.NEGATIVE_INFINITY : dayNumber(from),
    before: to === null ? Number.POSITIVE_INFINITY : dayNumber(to) + 1,
  };
}

/** Those of which the file can know what was in work: from the factory's first active day to the dump's; null: none. */
function daysWorked(asked: Period, firstActiveDay: number | null, { publication }: Context): DaySpan | null {
  const { first, before } = daysOf(asked);
  const days = {
    first: Math.max(first, firstActiveDay ?? Number.NEGATIVE_INFINITY),
    before: Math.min(before, dayNumber(publication.as_of.slice(0, 10)) + 1),
  };
  return Number.isFinite(days.first) && days.first < days.before ? days : null;
}

type FinishedFigures = Pick<
  z.output<typeof ofPeriod>,
  | 'lead_time_days_median'
  | 'lead_time_days_p90'
  | 'lead_time_days_mean'
  | 'lead_time_orders'
  | 'finished_orders'
  | 'active_days'
  | 'finished_per_active_day'
  | 'rework_rate'
  | 'phases_finished'
  | 'reworks'
  | 'orders_with_rework_share'
>;

function finishedFigures(
  counts: Counts,
  { lead_time_orders, ...times }: LeadTimes,
  areEnough: boolean,
): FinishedFigures {
  const { finished_orders, phases_finished, reworks, active_days } = counts;
  const counted = { lead_time_orders, finished_orders, active_days, phases_finished, reworks };
  const areTimed = lead_time_orders >= fewestBoats;
  return {
    ...counted,
    lead_time_days_median: areTimed ? times.lead_time_days_median : null,
    lead_time_days_p90: areTimed ? times.lead_time_days_p90 : null,
    lead_time_days_mean: areTimed ? times.lead_time_days_mean : null,
    finished_per_active_day: areEnough ? share(finished_orders, active_days) : null,
    rework_rate: areEnough ? share(reworks, phases_finished) : null,
    orders_with_rework_share: areEnough ? share(counts.orders_with_rework, finished_orders) : null,
  };
}
