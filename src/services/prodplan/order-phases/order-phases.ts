import { z } from 'zod';
import { missing } from '../../answer/missing.js';
import { orderId } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';

const query = sqlFile(import.meta.url, 'order-phases.sql', { prepared: true });
const summary = sqlFile(import.meta.url, 'order-of-phases.sql', { prepared: true });

const statuses = ['DONE', 'IN_PROGRESS', 'NOT_STARTED', 'LEFT_OPEN', 'LEFT_OVER', 'ONLY_IN_ROUTE'] as const;

const step = z.object({
  position: z.number().int(),
  fase_id: z.number().int(),
  fase_nome: z.string().nullable(),
  is_production: z.boolean().nullable(),
  is_automatic: z.boolean().nullable(),
  route_sequencia: z.number().int().nullable().describe('Lugar na rota do produto; null se a rota não a tem'),
  route_standard_hours: z
    .number()
    .nullable()
    .describe('Horas-padrão da rota: nunca servem de duração (erram até 25 vezes)'),
  faseof_id: z.number().int().nullable().describe('null se só a rota a tem'),
  sequencia: z.number().int().nullable(),
  status: z
    .enum(statuses)
    .describe(
      'LEFT_OPEN, LEFT_OVER: começada, ou por começar, numa ordem já fechada; não é trabalho em curso',
    ),
  is_rework: z.boolean(),
  turno: z.number().int().nullable(),
  weight_kg: z.number().nullable(),
  planned_day: z.string().nullable(),
  started_at: z.string().nullable(),
  ended_at: z.string().nullable(),
  duration_hours: z.number().nullable(),
  date_flag: z
    .enum(['END_BEFORE_START', 'IN_FUTURE'])
    .nullable()
    .describe('A data mente; não dá duração nem espera'),
  waiting_hours: z.number().nullable(),
  waiting_since: z
    .enum(['PHASE_END', 'PHASE_START', 'ORDER_CREATION', 'OTHER_PHASE_UNDER_WAY'])
    .nullable()
    .describe(
      'PHASE_START: a última fase começada ficou sem fim numa ordem já fechada; conta-se do início dela',
    ),
  errors_found: z.number().int(),
  errors_caused: z.number().int(),
  worst_severity: z.number().int().nullable(),
});

const timeline = z.object({
  of_id: z.number().int(),
  produto_id: z.number().int().nullable(),
  has_route: z.boolean(),
  closed: z.boolean(),
  phases: z.number().int(),
  reworks: z.number().int(),
  errors_without_phase: z.number().int().describe('Erros que não nomeiam nenhuma fase desta ordem'),
  waiting_hours: z.number().describe('Soma das esperas conhecidas'),
  duration_hours: z
    .number()
    .describe(
      'Soma das durações registadas: horas de calendário, não de trabalho; fases em simultâneo somam',
    ),
  steps: z.array(step),
});

type Summary = { readonly errors: number } & Omit<
  z.output<typeof timeline>,
  'steps' | 'waiting_hours' | 'duration_hours' | 'reworks'
>;

export const orderPhases = defineAnswer({
  name: 'prodplan.order_phases',
  path: '/api/prodplan/orders/{of_id}/phases',
  summary: 'As fases de uma ordem no tempo',
  method:
    'As fases que a ordem teve, pela ordem em que começaram, ao lado da rota do produto; a espera conta-se desde o fim da última fase.',
  figures: [
    {
      figure: 'waiting_hours',
      title: 'Espera antes da fase',
      unit: 'horas',
      definition:
        'Desde que acabou tudo o que a ordem tinha começado antes até ao início desta fase; 0 se outra estava em curso; na primeira, desde ' +
        'a criação da ordem. Das que começam no mesmo minuto, espera a primeira por sequência: nenhuma hora conta duas vezes. Datas que mentem (fim antes do início, depois do momento do ficheiro) não começam nem acabam esperas.',
      limits: 'São horas de calendário, com noites e fins de semana. A criação é muitas vezes à meia-noite.',
    },
    {
      figure: 'duration_hours',
      title: 'Duração da fase',
      unit: 'horas',
      definition: 'Do início ao fim registados, quando ambos são possíveis.',
      limits:
        'Uma fase em cada quatro foi aberta e fechada no mesmo minuto: dura 0. Não são horas de trabalho.',
    },
    {
      figure: 'steps',
      title: 'Rota ao lado do que se fez',
      unit: '',
      definition:
        'A enésima vez que a ordem passa por uma fase, fora dos retornos, fica ao lado da enésima vez que a rota a nomeia; o que ' +
        'só a rota tem é ONLY_IN_ROUTE, o que só a ordem tem não tem route_sequencia.',
      limits: 'O ficheiro só traz as rotas como são hoje; a ordem pode ter seguido outra.',
    },
  ],
  params: z.strictObject({ of_id: orderId }),
  data: timeline,
  table: { row: step, rows: (data) => data.steps },
  gates: [],
  weakening: [...restsOn.phases, ...restsOn.routes, ...restsOn.errors],
  rows: { day: 'created' },
  references: [
    'fases_ordem_fabrico.faseof_of_id',
    'fases_ordem_fabrico.faseof_fase_id',
    'erros_ordem_fabrico.ofch_faseof_culpada',
  ],
  queries: [query, summary],
  async find({ client }, { of_id }) {
    const [head] = await summary.rows<Summary>(client, { of_id });
    if (head === undefined) throw missing('order', of_id);
    const steps = await query.rows<z.output<typeof step>>(client, { of_id });
    const actual = steps.filter((one) => one.faseof_id !== null);
    return {
      data: {
        ...head,
        reworks: actual.filter((one) => one.is_rework).length,
        waiting_hours: sum(actual.map((one) => one.waiting_hours)),
        duration_hours: sum(actual.map((one) => one.duration_hours)),
        steps,
      },
      rowsUsed:
        actual.filter((one) => one.date_flag === null).length + head.errors - head.errors_without_phase,
      rowsExcluded: excluded([
        ['datas que mentem: sem duração nem espera', actual.filter((one) => one.date_flag !== null)],
        ['erros que não nomeiam nenhuma fase desta ordem', { length: head.errors_without_phase }],
      ]),
      ...(head.has_route ? {} : { caveat: 'O produto da ordem não tem rota no ficheiro.' }),
    };
  },
});

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

function excluded(reasons: readonly (readonly [string, { readonly length: number }])[]) {
  return reasons
    .filter(([, rows]) => rows.length > 0)
    .map(([reason, rows]) => ({ reason, rows: rows.length }));
}
