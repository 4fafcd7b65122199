import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { phaseFilter, productFilters, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { clearance, trendOf, trends } from './clearance.js';

const query = sqlFile(import.meta.url, 'bottlenecks.sql', { prepared: true });

/** Working days over which throughput is counted, and the same number before them for the trend. */
const window_days = 20;

const phase = z.object({
  fase_id: z.number().int(),
  fase_nome: z.string().nullable(),
  is_automatic: z.boolean(),
  orders: z.number().int().describe('Ordens na fase, sem zombies'),
  zombies: z.number().int(),
  completed: z.number().int().describe('Ordens que acabaram a fase, somadas pelos dias da janela'),
  completed_before: z.number().int().describe('O mesmo na janela anterior'),
  throughput_per_day: z.number(),
  throughput_per_day_before: z.number().nullable(),
  trend: z.enum(trends).describe('Do ritmo, entre as duas janelas; STEADY se a diferença não passa do acaso'),
  days_to_clear: z.number().nullable(),
  refused: z.string().nullable().describe('Porque não há dias para escoar'),
});

const data = z.object({
  unit: z.literal('dias úteis para escoar'),
  active_days: z.number().int(),
  first_day: z.string(),
  last_day: z.string(),
  phases: z.array(phase).describe('Fases de trabalho, da que mais demora a escoar para a que menos'),
  automatic: z.array(phase).describe('Fases automáticas (cura, esperas): não são trabalho de ninguém'),
});

interface Row {
  /** Null where no phase passes the filters: the line stands for its days only. */
  readonly fase_id: number | null;
  readonly fase_nome: string | null;
  readonly is_automatic: boolean | null;
  readonly is_production: boolean | null;
  readonly orders: number;
  readonly zombies: number;
  readonly completed: number;
  readonly completed_before: number;
  readonly active_days: number;
  readonly active_days_before: number;
  readonly first_day: string | null;
  readonly last_day: string | null;
}

export const bottlenecks = defineAnswer({
  name: 'prodplan.bottlenecks',
  path: '/api/prodplan/bottlenecks',
  summary: 'O que trava: dias para escoar cada fase',
  method:
    'Ordens paradas na fase a dividir pelas ordens distintas que a acabam por dia de fábrica ativo, nos últimos 20 desses dias.',
  figures: [
    {
      figure: 'days_to_clear',
      title: 'Dias úteis para escoar',
      unit: 'dias úteis',
      definition:
        'Ordens por entregar que estão na fase (Of_FaseId), sem zombies, a dividir por throughput_per_day: ordens distintas que acabaram a ' +
        'fase em cada dia, em média nos últimos 20 dias ativos antes do dia do ficheiro. Um dia é ativo quando nele acabou pelo menos um ' +
        'décimo das fases de trabalho de um dia mediano. Sem nenhuma ordem acabada a fase é recusada (refused), não é infinita nem 0.',
      limits:
        'Supõe que o ritmo continua e que não entra mais nada. Uma ordem que acaba a fase em dois dias (retorno) conta nos dois. O dia do ' +
        'ficheiro fica de fora por não estar completo.',
    },
    {
      figure: 'trend',
      title: 'Tendência do ritmo',
      unit: '',
      definition:
        'RISING ou FALLING quando as ordens acabadas nos últimos 20 dias ativos diferem das dos 20 anteriores em mais de duas vezes a raiz ' +
        'da soma de ambas; senão STEADY; UNKNOWN se não há 20 dias anteriores.',
      limits: 'É do ritmo, não da fila: o ficheiro não diz quantas ordens estavam na fase noutro dia.',
    },
  ],
  params: z.strictObject({ ...productFilters, ...phaseFilter, ...zombieAge }),
  data,
  table: { row: phase, rows: ({ phases, automatic }) => [...phases, ...automatic] },
  gates: [...restsOn.orders, ...restsOn.phases, ...restsOn.work],
  rows: { day: 'criacao', open: true },
  references: [
    'ordens_fabrico.of_fase_id',
    'fases_ordem_fabrico.faseof_of_id',
    'fases_ordem_fabrico.faseof_fase_id',
  ],
  queries: [query],
  async find({ client }, params) {
    const rows = await query.rows<Row>(client, { ...blank, ...params, window_days });
    const work = rows.filter(isWork);
    const [first] = rows;
    if (!first?.active_days || first.first_day === null || first.last_day === null) {
      return {
        refused: {
          reason: 'Nenhum dia de fábrica ativo antes do dia do ficheiro: não há ritmo por que dividir.',
          suggestion: 'Ingira um ficheiro com fases acabadas (FaseOf_Fim).',
        },
        rowsUsed: 0,
      };
    }
    const phases = work.map(describe).toSorted((a, b) => (b.days_to_clear ?? -1) - (a.days_to_clear ?? -1));
    return {
      data: {
        unit: 'dias úteis para escoar' as const,
        active_days: first.active_days,
        first_day: first.first_day,
        last_day: first.last_day,
        phases: phases.filter((row) => !row.is_automatic),
        automatic: phases.filter((row) => row.is_automatic),
      },
      rowsUsed: sum(work, 'orders') + sum(work, 'completed'),
      rowsExcluded: excluding({
        'zombies, que não são trabalho em mão': sum(work, 'zombies'),
        'em fases que não são de produção (armazém, reutilizado ...)':
          sum(rows, 'orders') + sum(rows, 'zombies') - sum(work, 'orders') - sum(work, 'zombies'),
        'acabadas em fases que não são de produção': sum(rows, 'completed') - sum(work, 'completed'),
      }),
      ...(first.active_days < window_days
        ? { caveat: `Só há ${first.active_days} dias ativos antes do ficheiro; são precisos ${window_days}.` }
        : {}),
    };
  },
});

const blank = { produto_id: null, familia: null, fase_id: null };

type Work = Row & { readonly fase_id: number };

function isWork(row: Row): row is Work {
  return row.fase_id !== null && row.is_production === true;
}

function describe(row: Work): z.output<typeof phase> {
  const before = row.active_days_before < window_days ? null : row.completed_before;
  return {
    fase_id: row.fase_id,
    fase_nome: row.fase_nome,
    is_automatic: row.is_automatic === true,
    orders: row.orders,
    zombies: row.zombies,
    completed: row.completed,
    completed_before: row.completed_before,
    throughput_per_day: row.completed / row.active_days,
    throughput_per_day_before: before === null ? null : before / row.active_days_before,
    trend: trendOf(row.completed, before),
    ...clearance(row.orders, row.completed, row.active_days),
  };
}

function sum(rows: readonly Row[], column: 'orders' | 'zombies' | 'completed'): number {
  return rows.reduce((total, row) => total + row[column], 0);
}
