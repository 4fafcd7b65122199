import { z } from 'zod';
import { oldestOpenDays } from '../../../aggregates/index.js';
import { yearDays, zombieDays } from '../../../contract/factory/index.js';
import { excluding } from '../../answer/excluding.js';
import { given } from '../../answer/given.js';
import { filters, flagParam, someOf, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { type Context, defineList } from '../../service.js';
import { knownOutlook } from '../known-outlook.js';
import { phaseMomentsQuery } from '../known-phase-moments.js';
import { orderRow } from '../order-row.js';
import { remainingFigures } from '../risk-queue/figures.js';
import {
  fewestQueued,
  fewestStays,
  forecastReasons,
  latelyDays,
  longQueue,
  type OrderWithReason,
  rareBelow,
  reasonOf,
} from './reason.js';
import { sentenceOfReason } from './reason-sentence.js';
import { countStays, staysQuery } from './usual-stays.js';

const query = sqlFile(import.meta.url, 'open-orders.sql');
const startsQuery = sqlFile(import.meta.url, 'usual-starts.sql');

const {
  of_id,
  produto_id,
  produto_nome,
  familia,
  fase_id,
  fase_nome,
  state,
  due_status,
  is_zombie,
  age_days,
} = orderRow.shape;
const daysOrNull = z.int().nullable();

const row = z.object({
  ...{ of_id, produto_id, produto_nome, familia, fase_id, fase_nome, state, due_status, is_zombie, age_days },
  due_day: z.string().nullable(),
  days_left: daysOrNull,
  remaining_days_median: daysOrNull,
  remaining_days_p80: daysOrNull,
  remaining_days_p90: daysOrNull,
  remaining_days_p95: daysOrNull,
  expected_finish_day: z.string().nullable(),
  phases_left: z.int().describe('Fases da ordem ainda por acabar'),
  standing_days: daysOrNull.describe('Dias desde que está na fase'),
  reason: z.enum(forecastReasons),
  reason_value: z.number().nullable().describe('O número da própria ordem'),
  reason_usual: z.number().nullable().describe('O que é costume, ou o que se compara'),
  sentence: z.string().describe('A razão numa frase'),
});

type Row = z.output<typeof row>;
type Known = Omit<Row, 'is_zombie'>;
type Order = OrderWithReason & Omit<Known, 'reason' | 'reason_value' | 'reason_usual' | 'sentence'>;

export const forecast = defineList({
  name: 'prodplan.forecast',
  heavy: true,
  path: '/api/prodplan/forecast',
  summary: 'Quando acaba cada ordem por entregar, e porquê',
  method:
    'Ordens por entregar, com os dias até aos quais acaba metade, quatro em cada cinco, nove em cada dez e dezanove em cada vinte das ordens assim, as fases que lhes faltam e a primeira razão de uma lista que se cumpre.',
  figures: [
    ...remainingFigures,
    {
      figure: 'reason',
      title: 'Razão (com reason_value e reason_usual)',
      unit: '',
      definition:
        `A primeira que se cumpre. Sem previsão, porquê: NO_CREATION, AT_REST, TOO_OLD (mais de ${oldestOpenDays} dias), NO_HISTORY. REWORK: tem retrabalhos por acabar (quantos). NOT_BEGUN: estado CREATED (dias desde a criação; mediana da família, da criação à primeira fase começada, nas acabadas no último ano). ` +
        `STANDING: está na fase há mais dias do que nove em dez das ordens acabadas nos últimos ${yearDays} dias lá levaram, do fim da fase anterior ao fim desta, se foram pelo menos ${fewestStays} (dias; mediana). QUEUE: na fase há pelo menos ${fewestQueued} ordens por entregar, sem zombies, que ao ritmo das que a acabaram nos últimos ${latelyDays} dias levam mais de ${longQueue} vezes essa mediana (ordens; dias). ` +
        `DUE_BEFORE: metade das ordens assim só acaba depois do dia previsto (dias até ele; mediana do que falta). RARE_MODEL: menos de ${rareBelow} acabamentos do modelo no último ano (quantos). ON_PACE: nenhuma das outras (mediana do que falta).`,
      limits:
        'A razão descreve o que se vê na ordem; não entra na conta dos dias, que só conhece a idade, a família e o modelo, e não prova que seja essa a causa.',
    },
    {
      figure: 'phases_left',
      title: 'Fases por acabar',
      unit: 'fases',
      definition: 'Fases da ordem em FasesOrdemFabrico sem fim.',
      limits: 'Conta também fases que esta ordem vai saltar; não diz quanto duram.',
    },
  ],
  params: z.strictObject({
    ...filters,
    reason: someOf(forecastReasons, 'Só com estas razões'),
    include_zombies: flagParam('Mostrar também os zombies').default(false),
    ...zombieAge,
  }),
  row,
  gates: [],
  weakening: ['product_family', ...restsOn.orders, ...restsOn.phases],
  rows: { day: null, open: true },
  references: ['ordens_fabrico.of_produto_id', 'ordens_fabrico.of_fase_id'],
  queries: [query, staysQuery, phaseMomentsQuery, startsQuery],
  async find(context, { reason = null, include_zombies, zombie_days, ...asked }) {
    const filter = given(asked);
    const isAsked = (one: Row): boolean =>
      (filter.produto_id === null || one.produto_id === filter.produto_id) &&
      (filter.familia === null || one.familia === filter.familia) &&
      (filter.fase_id === null || one.fase_id === filter.fase_id);
    const rows = (await knownForecasts(context))
      .map((one): Row => ({ ...one, is_zombie: isZombie(one, zombie_days) }))
      .filter(isAsked);
    const shown = rows.filter((one) => include_zombies || !one.is_zombie);
    const data = shown.filter((one) => reason === null || reason.includes(one.reason));
    const withForecast = data.filter((one) => one.remaining_days_median !== null).length;
    return {
      data,
      rowsUsed: withForecast,
      rowsExcluded: excluding({
        'sem previsão (reason diz porquê)': data.length - withForecast,
        'de outra razão': shown.length - data.length,
        'zombies, que só se mostram com include_zombies': rows.length - shown.length,
      }),
    };
  },
});

/** All of them, with their reasons: what is usual is counted once for each state of the data. */
async function knownForecasts(context: Context): Promise<readonly Known[]> {
  const { client, remember } = context;
  return await remember('prodplan.forecast', async () => {
    const orders = await query.rows<Order & Record<string, unknown>>(client);
    const { finishesOfProduct } = await knownOutlook(context);
    const usual = { ...(await knownUsual(context)), finishesOfProduct, queued: queuedAt(orders) };
    return orders.map((order): Known => {
      const { reworks_left: _, no_forecast_reason: __, ...own } = order;
      const reason = reasonOf(order, usual);
      return { ...own, ...reason, sentence: sentenceOfReason(reason) };
    });
  });
}

function isZombie({ age_days }: Pick<Known, 'age_days'>, limit: number): boolean {
  return age_days !== null && age_days > limit;
}

async function knownUsual(context: Context) {
  const { client, remember } = context;
  return await remember('prodplan.usual_stays', async () => {
    const stays = await countStays(context);
    const starts = await startsQuery.rows<{ familia: string; orders: number; median_days: number }>(client);
    return {
      stays,
      starts: new Map(
        starts.filter(({ orders }) => orders >= fewestStays).map((one) => [one.familia, one.median_days]),
      ),
    };
  });
}

function queuedAt(orders: readonly Order[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { fase_id, age_days } of orders)
    if (fase_id !== null && !isZombie({ age_days }, zombieDays))
      counts.set(fase_id, (counts.get(fase_id) ?? 0) + 1);
  return counts;
}
