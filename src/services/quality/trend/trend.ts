import { z } from 'zod';
import { given } from '../../answer/given.js';
import { filters } from '../../answer/params.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { defects } from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, qualityLeftOut } from '../left-out.js';
import { type UChart, uChart } from './u-chart.js';

const query = sqlFile(import.meta.url, 'trend.sql');

const point = z.object({
  start: z.iso.date(),
  end: z.iso.date().describe('Último dia, incluído'),
  defects: z.int(),
  orders_first_demoulded: z.int(),
  defects_per_100_orders: z.number().nullable(),
  lower_limit: z.number().nullable(),
  upper_limit: z.number().nullable(),
  signal: z.enum(['above', 'below']).nullable().describe('Fora dos limites'),
  unfinished: z.boolean().describe('Ainda não tinha acabado no momento do ficheiro'),
  cut: z.boolean().describe('Só em parte dentro de from e to'),
});

const data = z.object({
  bucket: z.enum(['month', 'week']),
  centre_line: z.number().nullable(),
  dispersion: z.number().nullable(),
  points: z.array(point),
});

interface Found {
  readonly start: string;
  readonly end: string;
  readonly orders_first_demoulded: number;
  readonly defects: number;
}

export const trend = defineAnswer({
  name: 'quality.trend',
  path: '/api/quality/trend',
  summary: 'Qualidade: evolução (carta u)',
  method:
    'Erros por mês ou semana em que foram encontrados, por cada 100 ordens desmoldadas pela primeira vez no mesmo período, com os limites de uma carta u a três sigmas; o período por acabar vem assinalado e não entra na linha central.',
  figures: [
    defects,
    {
      figure: 'defects_per_100_orders (trend)',
      title: 'Erros por 100 ordens, por período',
      unit: 'erros por 100 ordens',
      definition:
        'Erros encontrados no mês ou na semana (de segunda a domingo), a dividir pelas ordens desmoldadas pela primeira vez nesse período, vezes 100. Sem ordens desmoldadas não há valor.',
      limits:
        'O período em que cai o momento do ficheiro (unfinished) e os que from ou to cortam (cut) são parciais. O primeiro do ficheiro também o pode ser, sem que o ficheiro o diga.',
    },
    {
      figure: 'upper_limit',
      title: 'Limites de controlo',
      unit: 'erros por 100 ordens',
      definition:
        'Linha central (centre_line): erros a dividir por ordens, sobre os períodos inteiros. Limites: linha central ± 3 vezes a raiz de (linha central / ordens do período), por ordem, vezes 100; nunca abaixo de 0. signal diz se o período sai deles.',
      limits:
        'Supõem que os erros caem independentes uns dos outros. dispersion (sigma z de Laney) diz quantas vezes os períodos variam mais do que isso: muito acima de 1, há mais sinais do que causas.',
    },
  ],
  params: z.strictObject({
    ...filters,
    bucket: z.enum(['month', 'week']).default('month').describe('Mês ou semana'),
  }),
  data,
  table: { row: point, rows: ({ points }) => points },
  gates: [],
  filterGates: { fase_id: 'culprit_attribution' },
  references: ['erros_ordem_fabrico.ofch_faseof_avaliacao', 'erros_ordem_fabrico.ofch_of_id'],
  queries: [query, ...leftOutQueries, knownPhaseQuery],
  async find({ client, publication }, params) {
    const asked = given(params);
    await mustKnowPhase(client, asked.fase_id);
    const found = await query.rows<Found>(client, { ...asked, bucket: params.bucket });
    const periods = found.map((one) => ({
      ...one,
      // The day of the dump is not over either, whatever the hour.
      unfinished: one.end >= publication.as_of.slice(0, 10),
      cut: (asked.from !== null && asked.from > one.start) || (asked.to !== null && asked.to < one.end),
    }));
    const chart = uChart(
      periods.map((one) => ({
        defects: one.defects,
        orders: one.orders_first_demoulded,
        whole: !one.unfinished && !one.cut,
      })),
    );
    return {
      data: describe(params.bucket, periods, chart),
      rowsUsed: found.reduce((sum, one) => sum + one.defects + one.orders_first_demoulded, 0),
      rowsExcluded: await qualityLeftOut(client, asked, { byDay: true, ofOrders: true }),
    };
  },
});

function describe(
  bucket: 'month' | 'week',
  periods: readonly (Found & { unfinished: boolean; cut: boolean })[],
  chart: UChart,
): z.output<typeof data> {
  return {
    bucket,
    centre_line: per100(chart.centre),
    dispersion: chart.dispersion,
    points: periods.map((one, place) => {
      const { u, lower, upper, signal } = chart.limits[place]!;
      return {
        ...one,
        defects_per_100_orders: per100(u),
        lower_limit: per100(lower),
        upper_limit: per100(upper),
        // A period that is not whole is not judged: what it lacks is still to come.
        signal: one.unfinished || one.cut ? null : signal,
      };
    }),
  };
}

function per100(value: number | null): number | null {
  return value === null ? null : 100 * value;
}
