import { setImmediate as others } from 'node:timers/promises';
import { z } from 'zod';
import { dayNumber } from '../../answer/day-number.js';
import { excluding } from '../../answer/excluding.js';
import { given } from '../../answer/given.js';
import { periodOf, productFilters } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualDays } from '../../answer/window.js';
import { fewestBoats } from '../../headline.js';
import { type Context, defineList } from '../../service.js';
import { groupsOf } from '../groups-of.js';
import { dayText } from '../known-outlook.js';
import {
  ordersAtATime,
  type PhaseMoments,
  phaseMomentsQuery,
  readPhaseMoments,
  readReworkPhases,
  reworkPhasesQuery,
} from '../known-phase-moments.js';
import { phasesQuery, readPhases } from '../known-phases.js';
import { none } from '../numbers.js';
import { type LeadPart, leadParts, shareOut } from './share-out.js';

const query = sqlFile(import.meta.url, 'lead-time.sql', { prepared: true });

const groupings = ['familia', 'month', 'due_status'] as const;

const days = z.number();
const row = z.object({
  name: z.string().describe('A família, o mês de acabamento, ou a situação do prazo; all: todas juntas'),
  orders: z.int(),
  lead_days: days.describe('Média da criação ao acabamento: a soma das seis colunas seguintes'),
  before_days: days.describe('Antes da primeira fase'),
  work_days: days,
  process_days: days.describe('Cura e outras fases automáticas'),
  waiting_days: days.describe('Entre fases, sem nenhuma aberta'),
  rework_days: days,
  after_days: days.describe('Depois da última fase'),
  flow_efficiency: z.number().describe('Trabalho e processo a dividir pelo todo'),
});

interface Found {
  readonly of_id: number;
  readonly produto_id: number | null;
  readonly familia: string;
  readonly finished_day: number;
  readonly due_status: string;
  readonly created_seconds: number;
  readonly finished_seconds: number;
}

type Shared = Pick<Found, 'produto_id' | 'familia' | 'finished_day' | 'due_status'> & {
  readonly parts: Readonly<Record<LeadPart, number>> | null;
};

export const leadTimeParts = defineList({
  name: 'prodplan.lead_time',
  heavy: true,
  path: '/api/prodplan/lead_time',
  summary: 'Para onde vai o tempo de entrega',
  method:
    'Das ordens acabadas no período, o tempo da criação ao acabamento repartido, ao segundo, por antes da primeira fase, trabalho, processo, espera entre fases, retrabalho e depois da última fase; médias por ordem.',
  figures: [
    {
      figure: 'lead_days',
      title: 'Tempo de entrega repartido (médias)',
      unit: 'dias',
      definition:
        'Ordens DONE com tempo de entrega, acabadas no período. Cada instante de Of_DataCriacao a Of_DataAcabamento é de uma só parte: before_days antes do início da primeira fase com as duas datas; after_days depois do fim da última; no meio, rework_days se há uma fase de retorno aberta, senão work_days se há uma fase de trabalho aberta, senão process_days se há uma automática, senão waiting_days. O que fica fora desse intervalo corta-se. As seis médias somam lead_days.',
      limits:
        'São dias de calendário, com noites e fins de semana: uma fase aberta de sexta a segunda conta inteira como trabalho. O dia de criação é muitas vezes à meia-noite, e alonga before_days até um dia. Fases sem início ou sem fim, ou que acabam antes de começar, não contam: o seu tempo aparece como espera. retrabalho é só o tempo das fases marcadas Retorno, não o que o barco esperou por elas.',
    },
    {
      figure: 'flow_efficiency',
      title: 'Eficiência do fluxo',
      unit: 'parte do tempo de entrega',
      definition: '(work_days + process_days) / lead_days.',
      limits:
        'Com horas de calendário é maior do que com horas de trabalho; serve para comparar, não como nota.',
    },
  ],
  params: z.strictObject({
    ...periodOf('do acabamento da ordem'),
    ...productFilters,
    by: z
      .enum(groupings)
      .default('familia')
      .describe('familia, month ou due_status (no prazo, atrasada, sem dia)'),
  }),
  row,
  gates: [...restsOn.phases],
  weakening: [...restsOn.orders, ...restsOn.work],
  filterGates: { 'by=familia': 'product_family' },
  usual: usualDays,
  rows: { day: 'finished' },
  references: ['fases_ordem_fabrico.faseof_of_id', 'fases_ordem_fabrico.faseof_fase_id'],
  queries: [query, phaseMomentsQuery, reworkPhasesQuery, phasesQuery],
  async find(context, { by, ...params }) {
    const asked = given(params);
    const first = asked.from === null ? Number.NEGATIVE_INFINITY : dayNumber(asked.from);
    const last = asked.to === null ? Number.POSITIVE_INFINITY : dayNumber(asked.to);
    const all = (await knownShares(context)).filter(
      (one) =>
        one.finished_day >= first &&
        one.finished_day <= last &&
        (asked.produto_id === null || one.produto_id === asked.produto_id) &&
        (asked.familia === null || one.familia === asked.familia),
    );
    const shared = all.flatMap((one) => (one.parts === null ? [] : [{ ...one, parts: one.parts }]));
    const rowsExcluded = excluding({ 'sem nenhuma fase com início e fim': all.length - shared.length });
    if (shared.length < fewestBoats) return { refused: tooFew(shared.length), rowsUsed: 0, rowsExcluded };
    const groups = new Map([['all', shared], ...groupsOf(shared, (one) => nameOf(one, by))]);
    return {
      data: [...groups].toSorted(([a], [b]) => order(a, b)).map(([name, ones]) => rowOf(name, ones)),
      rowsUsed: shared.length,
      rowsExcluded,
    };
  },
});

type Divided = Shared & { readonly parts: Readonly<Record<LeadPart, number>> };

/** All together first. */
function order(a: string, b: string): number {
  if (a === 'all' || b === 'all') return a === b ? 0 : a === 'all' ? -1 : 1;
  return a < b ? -1 : 1;
}

function nameOf(one: Shared, by: (typeof groupings)[number]): string {
  return by === 'month' ? dayText(one.finished_day).slice(0, 7) : one[by];
}

const daySeconds = 86_400;

function rowOf(name: string, ones: readonly Divided[]): z.output<typeof row> {
  const mean = (part: LeadPart): number =>
    ones.reduce((sum, { parts }) => sum + parts[part], 0) / ones.length / daySeconds;
  const [before_days, work_days, process_days, waiting_days, rework_days, after_days] = leadParts.map(
    mean,
  ) as [number, number, number, number, number, number];
  const lead_days = before_days + work_days + process_days + waiting_days + rework_days + after_days;
  return {
    ...{ name, orders: ones.length, lead_days, before_days, work_days, process_days, waiting_days },
    ...{
      rework_days,
      after_days,
      flow_efficiency: lead_days === 0 ? 0 : (work_days + process_days) / lead_days,
    },
  };
}

function tooFew(orders: number) {
  return {
    reason: `Só ${orders} ordens acabadas no período têm fases com início e fim; com menos de ${fewestBoats} não se reparte nada.`,
    suggestion: 'Peça um período mais longo (from), ou menos filtros.',
  };
}

/** Of every finished order, once for each state of the data. */
async function knownShares(context: Context): Promise<readonly Shared[]> {
  const { client, remember } = context;
  return await remember('prodplan.lead_time', async () => {
    const phases = await readPhases(context);
    const moments = await readPhaseMoments(context);
    const reworks = await readReworkPhases(context);
    const spanOf = (of: PhaseMoments, at: number) => ({
      started: of.started[at] === none ? null : of.started[at]!,
      ended: of.ended[at] === none ? null : of.ended[at]!,
      isAutomatic: phases.get(of.fase[at]!)?.is_automatic === true,
      isRework: reworks.has(of.faseof[at]!),
    });
    const found = await query.rows<Found & Record<string, unknown>>(client);
    const shares: Shared[] = [];
    for (const [at, { of_id, created_seconds, finished_seconds, ...one }] of found.entries()) {
      if (at % ordersAtATime === ordersAtATime - 1) await others();
      const own = moments.get(of_id);
      const spans = own === undefined ? [] : Array.from(own.fase, (_, place) => spanOf(own, place));
      shares.push({ ...one, parts: shareOut(spans, created_seconds, finished_seconds) });
    }
    return shares;
  });
}
