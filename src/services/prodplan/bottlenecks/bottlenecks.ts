import { z } from 'zod';
import { yearDays } from '../../../contract/factory/index.js';
import { type SpecialFunctions, specialFunctions } from '../../../platform/special-functions.js';
import { excluding } from '../../answer/excluding.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { phaseFilter, productFilters, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { fewestBoats } from '../../headline.js';
import { defineAnswer } from '../../service.js';
import { clearance, trendOf, trends } from './clearance.js';
import { bottleneckFigures } from './figures.js';
import {
  leastYearDays,
  type PhasePace,
  paceOf,
  relativePace,
  sideLineBelow,
  utilisation,
  windowDays,
} from './pace.js';
import { type PhaseYear, readYear, yearQueries } from './year.js';

const query = sqlFile(import.meta.url, 'bottlenecks.sql', { prepared: true });

const paces = {
  completed: z.int().describe('Ordens que acabaram a fase, somadas pelos dias da janela'),
  throughput_per_day: z.number(),
  pace_p90_per_day: z
    .number()
    .nullable()
    .describe('Ritmo que nove em cada dez janelas do último ano não passaram'),
  utilisation: z.number().nullable().describe('throughput_per_day / pace_p90_per_day'),
};

const phase = z.object({
  fase_id: z.int(),
  fase_nome: z.string().nullable(),
  line: z.enum(['MAIN', 'SIDE', 'AUTOMATIC']),
  is_automatic: z.boolean(),
  orders: z.int().describe('Ordens na fase, sem zombies'),
  zombies: z.int(),
  days_to_clear: z.number().nullable(),
  days_to_clear_low: z.number().describe('Limite de baixo do intervalo de 95 %'),
  days_to_clear_high: z.number().nullable().describe('Limite de cima; null: não tem'),
  refused: z.string().nullable().describe('Porque não há dias para escoar'),
  ...paces,
  relative_pace: z.number().nullable().describe('Face à fábrica inteira; 1: ao ritmo dela'),
  completed_before: z.int().describe('completed na janela anterior'),
  throughput_per_day_before: z.number().nullable(),
  trend: z.enum(trends).describe('Do ritmo, entre as duas janelas; STEADY se a diferença não passa do acaso'),
  completed_year: z.int().describe('Ordens que acabaram a fase, somadas pelos dias ativos do último ano'),
  passes_per_boat: z.number().nullable().describe('completed_year / finished_orders'),
});

const data = z.object({
  unit: z.literal('dias úteis para escoar'),
  active_days: z.int(),
  first_day: z.iso.date(),
  last_day: z.iso.date(),
  year_days: z.int().describe('Dias ativos do último ano, a janela incluída'),
  finished_orders: z.int().describe('Barcos acabados no último ano'),
  factory: z
    .object({
      ...paces,
      pace_of_year: z.number().nullable().describe('throughput_per_day / ritmo médio do último ano'),
    })
    .describe('Todas as fases de trabalho juntas'),
  phases: z.array(phase).describe('Fases de trabalho; primeiro a de maior espera mínima (days_to_clear_low)'),
  side_lines: z.array(phase).describe('Fases de trabalho por onde passa menos de um barco em vinte'),
  automatic: z.array(phase).describe('Fases automáticas (cura, esperas): não são trabalho de ninguém'),
});

type Phase = z.output<typeof phase>;

interface Standing {
  readonly fase_id: number | null;
  readonly orders: number;
  readonly zombies: number;
}

/** A phase at which orders stand, or that some ended in the year; null: what stands at none. */
interface Row extends Standing {
  readonly fase_nome: string | null;
  readonly is_automatic: boolean | null;
  readonly is_production: boolean | null;
  readonly pace: PhasePace;
}

export const bottlenecks = defineAnswer({
  name: 'prodplan.bottlenecks',
  path: '/api/prodplan/bottlenecks',
  summary: 'O que trava: dias para escoar cada fase',
  method: `Ordens paradas na fase a dividir pelas ordens distintas que a acabam por dia de fábrica ativo, nos últimos ${windowDays} desses dias, com o intervalo; o ritmo ao lado do melhor da fase no último ano e do da fábrica inteira.`,
  figures: bottleneckFigures,
  params: z.strictObject({ ...productFilters, ...phaseFilter, ...zombieAge }),
  data,
  table: {
    row: phase,
    rows: ({ phases, side_lines, automatic }) => [...phases, ...side_lines, ...automatic],
  },
  gates: [...restsOn.orders, ...restsOn.phases, ...restsOn.work],
  rows: { day: 'created', open: true, andPast: { day: 'phase', days: yearDays } },
  references: [
    'ordens_fabrico.of_fase_id',
    'fases_ordem_fabrico.faseof_of_id',
    'fases_ordem_fabrico.faseof_fase_id',
  ],
  queries: [query, ...yearQueries],
  async find(context, { fase_id, zombie_days, produto_id = null, familia = null }) {
    const year = await readYear(context, { produto_id, familia });
    const { year_days, first_day, last_day, finished_orders, factory } = year;
    if (first_day === null || last_day === null) return noActiveDays;
    const standing = await query.rows<Standing & Record<string, unknown>>(context.client, {
      produto_id,
      familia,
      zombie_days,
    });
    const days = Math.min(windowDays, year_days);
    // The pace of the factory is that of all phases, whichever of them are asked for.
    const rows = rowsOf(year, standing).filter((row) => fase_id === undefined || row.fase_id === fase_id);
    const functions = await specialFunctions();
    const phases = rows
      .filter(isWork)
      .map((row) => describe(row, { year, days, functions }))
      .toSorted((a, b) => b.days_to_clear_low - a.days_to_clear_low);
    return {
      data: {
        unit: 'dias úteis para escoar' as const,
        active_days: days,
        first_day,
        last_day,
        year_days,
        finished_orders,
        factory: { ...pacesOf(factory, days), pace_of_year: paceOfYear(factory, year_days) },
        phases: phases.filter((row) => row.line === 'MAIN'),
        side_lines: phases.filter((row) => row.line === 'SIDE'),
        automatic: phases.filter((row) => row.line === 'AUTOMATIC'),
      },
      ...rowsBehind(rows),
      ...caveatOf(
        tooShort(days, windowDays, 'antes do ficheiro'),
        tooShort(year_days, leastYearDays, 'no último ano para a utilização e o ritmo relativo'),
      ),
    };
  },
});

const noActiveDays = {
  refused: {
    reason: 'Nenhum dia de fábrica ativo antes do dia do ficheiro: não há ritmo por que dividir.',
    suggestion: 'Ingira um ficheiro com fases acabadas (FaseOf_Fim).',
  },
  rowsUsed: 0,
};

function tooShort(days: number, needed: number, what: string): string | null {
  return days < needed ? `Só há ${days} dias ativos ${what}; são precisos ${needed}.` : null;
}

type Work = Row & { readonly fase_id: number };

function isWork(row: Row): row is Work {
  return row.fase_id !== null && row.is_production === true;
}

/** In the order of the catalogue; phases that it does not know, and none, at the end. */
function rowsOf({ phases, catalogue, year_days }: PhaseYear, standing: readonly Standing[]): Row[] {
  const still = paceOf(new Array<number>(year_days).fill(0));
  const ids = new Set([...standing.map((one) => one.fase_id), ...phases.keys()]);
  const place = new Map([...catalogue.keys()].map((fase_id, at) => [fase_id, at]));
  const placeOf = (fase_id: number | null): number => place.get(fase_id ?? -1) ?? place.size;
  const last = Number.POSITIVE_INFINITY;
  return [...ids]
    .toSorted((a, b) => placeOf(a) - placeOf(b) || (a ?? last) - (b ?? last))
    .map((fase_id) => {
      const known = fase_id === null ? undefined : catalogue.get(fase_id);
      const here = standing.find((one) => one.fase_id === fase_id);
      return {
        fase_id,
        fase_nome: known?.fase_nome ?? null,
        is_automatic: known?.is_automatic ?? null,
        is_production: known?.is_production ?? null,
        orders: here?.orders ?? 0,
        zombies: here?.zombies ?? 0,
        pace: (fase_id === null ? undefined : phases.get(fase_id)) ?? still,
      };
    });
}

function pacesOf(pace: PhasePace, days: number): z.output<z.ZodObject<typeof paces>> {
  return {
    completed: pace.completed,
    throughput_per_day: pace.completed / days,
    pace_p90_per_day: pace.completed_p90 === null ? null : pace.completed_p90 / windowDays,
    utilisation: utilisation(pace),
  };
}

function paceOfYear(
  { completed, completed_year, completed_p90 }: PhasePace,
  year_days: number,
): number | null {
  if (completed_p90 === null || completed_year === 0) return null;
  return completed / windowDays / (completed_year / year_days);
}

interface Beside {
  readonly year: PhaseYear;
  readonly days: number;
  readonly functions: SpecialFunctions;
}

function describe(row: Work, { year, days, functions }: Beside): Phase {
  const { pace } = row;
  const before = pace.completed_before;
  const passes_per_boat =
    year.finished_orders < fewestBoats ? null : pace.completed_year / year.finished_orders;
  const isSide = passes_per_boat !== null && passes_per_boat < sideLineBelow;
  return {
    fase_id: row.fase_id,
    fase_nome: row.fase_nome,
    line: row.is_automatic === true ? 'AUTOMATIC' : isSide ? 'SIDE' : 'MAIN',
    is_automatic: row.is_automatic === true,
    orders: row.orders,
    zombies: row.zombies,
    ...clearance(row.orders, pace.completed, days, functions),
    ...pacesOf(pace, days),
    relative_pace: relativePace(pace, year.factory),
    completed_before: before ?? 0,
    throughput_per_day_before: before === null ? null : before / windowDays,
    trend: trendOf(pace.completed, before),
    completed_year: pace.completed_year,
    passes_per_boat,
  };
}

function rowsBehind(rows: readonly Row[]) {
  const work = rows.filter(isWork);
  const completed = (some: readonly Row[]): number =>
    some.reduce((total, { pace }) => total + pace.completed_year, 0);
  return {
    rowsUsed: sum(work, 'orders') + completed(work),
    rowsExcluded: excluding({
      'zombies, que não são trabalho em mão': sum(work, 'zombies'),
      'em fases que não são de produção (armazém, reutilizado ...)':
        sum(rows, 'orders') + sum(rows, 'zombies') - sum(work, 'orders') - sum(work, 'zombies'),
      'acabadas em fases que não são de produção': completed(rows) - completed(work),
    }),
  };
}

function sum(rows: readonly Row[], column: 'orders' | 'zombies'): number {
  return rows.reduce((total, row) => total + row[column], 0);
}
