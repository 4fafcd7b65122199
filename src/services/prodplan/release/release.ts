import { z } from 'zod';
import { yearDays } from '../../../contract/factory/index.js';
import { dayNumber } from '../../answer/day-number.js';
import { excluding } from '../../answer/excluding.js';
import { given } from '../../answer/given.js';
import { lastOfMonth, monthsBefore } from '../../answer/months.js';
import { periodOf, productFilters, wholeNumber, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { usualDays } from '../../answer/window.js';
import { fewestBoats } from '../../headline.js';
import { defineAnswer } from '../../service.js';
import { dayText } from '../known-outlook.js';
import { flowOrdersQuery, passesFlow, readFlowOrders } from '../milestones/flow-orders.js';
import { FlowDays, type FlowPeriod } from './in-work.js';

/** So many whole months before that of the period's last day show what Little's law made of them. */
const monthsShown = 12;

/** Of what was in work before its first orders the file knows nothing: so many lead times later it makes no difference any more. */
const settledAfter = 2;

const boats = z.int();
const days = z.number();
const month = z.object({
  month: z.iso.date(),
  created_orders: boats,
  finished_orders: boats,
  wip_average: z.number(),
  wip_last: boats,
  lead_days_by_wip: days.nullable().describe('wip_average / acabadas por dia: o que a lei de Little diz'),
  lead_time_days_mean: days.nullable().describe('O que as acabadas no mês levaram'),
});
type Month = z.output<typeof month>;

const data = z.object({
  created_orders: boats,
  finished_orders: boats,
  created_per_day: z.number().describe('Por dia de calendário'),
  finished_per_day: z.number(),
  wip_average: z.number(),
  wip_last: boats.describe('Em curso no fim do período, sem zombies'),
  lead_time_days_mean: days,
  lead_days_by_wip: days,
  wanted_days: days.describe('O tempo de entrega pedido; sem ele, lead_time_days_mean'),
  wip_allowed: z.number().describe('finished_per_day x wanted_days'),
  wip_over: z.number().describe('wip_last - wip_allowed'),
  days_to_wait: days.describe(
    'wip_over / finished_per_day: dias sem lançar nada; negativo: quantos se podem adiantar',
  ),
  months_error_median: z
    .number()
    .nullable()
    .describe('Nos meses mostrados, quanto a lei se afastou do que foi, mediana'),
  months: z.array(month),
});

export const releases = defineAnswer({
  name: 'prodplan.release',
  heavy: true,
  path: '/api/prodplan/release',
  summary: 'Lançar contra acabar',
  method:
    'Ordens criadas contra acabadas no período, o que está em curso, e quantas ordens em curso cabem num tempo de entrega pedido ao ritmo a que se acabou (lei de Little), com os meses que mostram quanto ela acerta.',
  figures: [
    {
      figure: 'wip_allowed',
      title: 'Em curso que cabe no tempo de entrega pedido (com wip_over e days_to_wait)',
      unit: 'ordens',
      definition:
        'Ordens acabadas no período por dia de calendário, vezes wanted_days: a lei de Little. wip_last são as criadas e ainda por acabar no fim do último dia, sem as que já são zombies. wip_over é o que está a mais (negativo: o que ainda cabe); days_to_wait, quantos dias sem lançar nada o fazem descer, se o ritmo se mantiver.',
      limits:
        'Vale se a fábrica estiver estável: o ritmo não muda com o que está em curso, e não fica nada parado para sempre. A lei fala da média; metade dos barcos leva menos, e alguns muito mais. Diz quanto, não quais: um barco a menos que ninguém ia começar não encurta nada.',
    },
    {
      figure: 'months_error_median',
      title: 'O que a lei errou nos meses passados',
      unit: 'parte do tempo de entrega médio',
      definition: `Dos ${monthsShown} meses inteiros antes do último dia do período com pelo menos ${fewestBoats} acabadas: |lead_days_by_wip - lead_time_days_mean| / lead_time_days_mean, mediana observada; sem os que começam menos de dois tempos de entrega médios depois das primeiras ordens do ficheiro (do dia em que já se tinha criado uma em cem), porque do que estava em curso antes ele não sabe. lead_days_by_wip é wip_average do mês a dividir pelas acabadas por dia.`,
      limits:
        'Um mês é curto para barcos que levam mais do que isso: quando o ritmo salta, a lei e a média afastam-se sem que nada esteja errado.',
    },
  ],
  params: z.strictObject({
    ...periodOf('da criação e do acabamento das ordens'),
    ...productFilters,
    ...zombieAge,
    wanted_days: wholeNumber(1, yearDays).describe('O tempo de entrega médio que se quer (dias)').optional(),
  }),
  data,
  table: { row: month, rows: ({ months }) => months },
  gates: [...restsOn.orders],
  weakening: [...restsOn.phases],
  usual: usualDays,
  rows: { day: 'finished', alsoBy: 'created' },
  references: ['ordens_fabrico.of_produto_id'],
  queries: [flowOrdersQuery],
  async find(context, { wanted_days, zombie_days, ...params }) {
    const asked = given(params);
    const today = dayNumber(context.publication.as_of.slice(0, 10));
    const last = asked.to === null ? today : Math.min(today, dayNumber(asked.to));
    const all = (await readFlowOrders(context)).filter((one) => passesFlow(one, asked));
    const counted = all.filter(({ reached }) => reached !== null);
    const flow = new FlowDays(counted, last, zombie_days);
    const first = asked.from === null ? flow.first : dayNumber(asked.from);
    const rowsExcluded = excluding({
      'de sucata, sem data de criação, ou entregues sem dia de acabamento que se possa crer':
        all.length - counted.length,
    });
    const now = flow.stretch(Math.min(first, last), last);
    if (now.finished < fewestBoats)
      return {
        refused: tooFew(now.finished),
        rowsUsed: 0,
        rowsExcluded: [...rowsExcluded, ...excluding({ 'de um período com poucas': counted.length })],
      };
    const figures = allowed(now, wanted_days);
    const settled = flow.begun + settledAfter * figures.lead_time_days_mean;
    const months = monthsOf(flow, dayText(last), settled);
    return {
      data: { ...figures, months_error_median: errorOf(months), months },
      rowsUsed: counted.length,
      rowsExcluded,
    };
  },
});

function allowed(now: FlowPeriod, wanted: number | undefined) {
  const finished_per_day = now.finished / now.days;
  const lead_time_days_mean = now.lead_days / now.finished;
  const wanted_days = wanted ?? lead_time_days_mean;
  const wip_average = now.boat_days / now.days;
  const wip_allowed = finished_per_day * wanted_days;
  const wip_over = now.wip_last - wip_allowed;
  return {
    created_orders: now.created,
    finished_orders: now.finished,
    created_per_day: now.created / now.days,
    finished_per_day,
    wip_average,
    wip_last: now.wip_last,
    lead_time_days_mean,
    lead_days_by_wip: wip_average / finished_per_day,
    ...{ wanted_days, wip_allowed, wip_over, days_to_wait: wip_over / finished_per_day },
  };
}

/** The whole months that were over by the day, the last one first; from the day on which the file knows what was in work. */
function monthsOf(flow: FlowDays, day: string, settled: number): Month[] {
  return Array.from({ length: monthsShown }, (_, n) => monthsBefore(day, n + 1))
    .filter((start) => dayNumber(start) >= settled)
    .map((start) => {
      const found = flow.stretch(dayNumber(start), dayNumber(lastOfMonth(start)));
      const wip_average = found.boat_days / found.days;
      return {
        month: start,
        created_orders: found.created,
        finished_orders: found.finished,
        wip_average,
        wip_last: found.wip_last,
        lead_days_by_wip: found.finished === 0 ? null : (wip_average * found.days) / found.finished,
        lead_time_days_mean: found.finished < fewestBoats ? null : found.lead_days / found.finished,
      };
    });
}

function errorOf(months: readonly Month[]): number | null {
  const errors = months
    .flatMap(({ lead_days_by_wip: told, lead_time_days_mean: was }) =>
      told === null || was === null || was === 0 ? [] : [Math.abs(told - was) / was],
    )
    .sort((a, b) => a - b);
  return errors[Math.ceil(errors.length / 2) - 1] ?? null;
}

function tooFew(orders: number) {
  return {
    reason: `Só ${orders} ordens acabaram no período; com menos de ${fewestBoats} não há ritmo de que falar.`,
    suggestion: 'Peça um período mais longo (from), ou menos filtros.',
  };
}
