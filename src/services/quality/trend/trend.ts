import { z } from 'zod';
import { parameterWords } from '../../../platform/errors/parameter.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { lineFilters } from '../../answer/line-filters.js';
import { ParameterError } from '../../answer/parameter-error.js';
import { range } from '../../answer/params.js';
import { restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { type Context, defineAnswer } from '../../service.js';
import { linesAskedOf, notOfAPhase, qualityFilters } from '../asked.js';
import { noBoats } from '../boats.js';
import { defects, defectsPer100, otherLines } from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, linesLeftOut } from '../left-out.js';
import { linesOfKinds, linesOfKindsQuery } from '../lines-of-kinds.js';
import { per100 } from '../overview/boat-counts.js';
import { silentCaveat } from '../silent.js';
import { periodQueries, readPeriods, type TrendPeriod } from './periods.js';
import { type JudgedPeriod, runRules, uChart, type WantedBaseline } from './u-chart.js';

export const breaksQuery = sqlFile(import.meta.url, 'recording-breaks.sql', { prepared: true });

/** A year of whole periods is the baseline; less than half a year has no limits. */
const baselines = { month: { periods: 12, least: 6 }, week: { periods: 52, least: 26 } } as const;
const words = { month: 'meses', week: 'semanas' } as const;

const point = z.object({
  start: z.iso.date(),
  end: z.iso.date().describe('Último dia, incluído'),
  defects: z.int(),
  orders_past_first_inspection: z.int(),
  defects_per_100_orders: z.number().nullable().describe('null: nenhum barco'),
  mould_lines: z.int().nullable().describe(notOfAPhase),
  passed_lines: z.int().nullable().describe(notOfAPhase),
  centre_line: z.number().nullable(),
  lower_limit: z.number().nullable(),
  upper_limit: z.number().nullable(),
  baseline_periods: z.int().describe('Períodos inteiros em que a linha central assenta'),
  signal: z.enum(['above', 'below']).nullable().describe('Fora dos limites'),
  rules: z.array(z.enum(runRules)).describe('Regras que o período quebra'),
  unfinished: z.boolean().describe('Ainda não tinha acabado no momento do ficheiro'),
  cut: z.boolean().describe('Só em parte dentro de from e to'),
  recording_break: z.boolean().describe('Neste período mudou o modo de registar: ver recording_breaks'),
});

const recordingBreak = z.object({
  month: z.iso.date(),
  class: z.string().nullable().describe('null: todas as linhas da fase'),
  text: z.string().nullable().describe('null: todas as da classe'),
  detecting_fase_id: z.int(),
  before_per_100_orders: z.number(),
  after_per_100_orders: z.number(),
});

const data = z.object({
  bucket: z.enum(['month', 'week']),
  judged: z.iso.date().nullable().describe('Último período inteiro: é dele a linha central desta resposta'),
  baseline_from: z.iso.date().nullable(),
  baseline_to: z.iso.date().nullable(),
  centre_line: z.number().nullable(),
  dispersion: z.number().nullable(),
  points: z.array(point),
  recording_breaks: z.array(recordingBreak).describe('Mudanças de registo nos meses mostrados'),
});

type Period = TrendPeriod & { readonly unfinished: boolean; readonly cut: boolean };

export const trend = defineAnswer({
  name: 'quality.trend',
  path: '/api/quality/trend',
  summary: "Qualidade: evolução (carta u')",
  method:
    "Defeitos por 100 barcos, por mês ou semana em que os barcos passaram a primeira inspeção; cada período é julgado por uma carta u' de Laney contra os 12 meses inteiros (52 semanas) antes dele, ou contra os que se pedem.",
  figures: [
    defects,
    defectsPer100,
    otherLines,
    {
      figure: 'centre_line',
      title: 'Linha central e período de base',
      unit: 'defeitos por 100 barcos',
      definition:
        'Defeitos a dividir por barcos, sobre os períodos inteiros de base com barcos: os 12 meses (52 semanas) antes do período julgado, ou, para todos os pontos, os que cabem inteiros entre baseline_from e baseline_to. Um período sem barcos não tem defeitos, porque estes contam no dia da primeira inspeção do seu barco, e não serve de base. Com menos, contam todos os que há e a resposta é DEGRADED; com menos de 6 meses (26 semanas) não há limites. baseline_from, baseline_to, centre_line e dispersion no cimo da resposta são os do último período inteiro (judged); cada ponto tem a sua linha.',
      limits:
        'O período em que cai o momento do ficheiro (unfinished) e os que from ou to cortam (cut) não se julgam nem servem de base; a base vai buscar meses anteriores a from. O primeiro mês do ficheiro pode ser parcial sem que o ficheiro o diga. Onde um tipo de barco tem, por barco, menos de um décimo das linhas do outro, a resposta é DEGRADED e di-lo: quantos mais desses passam num período, menor é a taxa.',
    },
    {
      figure: 'upper_limit',
      title: "Limites de controlo (u' de Laney)",
      unit: 'defeitos por 100 barcos',
      definition:
        'Linha central ± 3 sigmas, por barco, vezes 100; nunca abaixo de 0. Sigma é a raiz de (linha central / barcos do período) vezes dispersion, se esta passa de 1. dispersion é o sigma z de Laney da base: a amplitude móvel média dos valores padronizados a dividir por 1,128; 1 é só acaso. signal diz se o período sai dos limites.',
      limits:
        'Uma base curta conhece mal a sua dispersão: com 12 meses ela erra cerca de um quarto para cada lado.',
    },
    {
      figure: 'recording_breaks',
      title: 'Mudanças no modo de registar',
      unit: 'linhas por 100 barcos',
      definition:
        'Por fase que encontra (6 e 8), todas as linhas, as de cada classe e as de cada texto com pelo menos 24: linhas encontradas no mês a dividir pelos barcos que nesse mês acabaram a fase. Cada mês inteiro, com os dois que se lhe seguem (pelo menos um), compara-se com os 12 meses antes dele (pelo menos 6): diferença de duas taxas de Poisson, alargada pelo que esses meses variam além do acaso (qui-quadrado de Pearson por grau de liberdade, nunca abaixo de 1), contra a t de Student com os mesmos graus de liberdade. É mudança se p fica abaixo de 0,01 a dividir pelo número de testes feitos, e se a taxa pelo menos dobra ou cai para metade. De várias em menos de 12 meses fica a mais clara. O mesmo diz o aviso RECORDING_BREAK («prodplan issues»).',
      limits:
        'Não distingue um hábito que muda de uma fábrica que muda: diz onde perguntar. As que há nos meses mostrados vêm todas, também as de linhas que não são defeitos do barco (class).',
    },
    {
      figure: 'rules',
      title: 'Regras de sequência',
      unit: '',
      definition:
        'BEYOND_3_SIGMA: fora dos limites. TWO_OF_THREE_BEYOND_2_SIGMA: o período e pelo menos mais um dos dois anteriores ficam a mais de 2 sigmas, do mesmo lado. NINE_ON_ONE_SIDE: nove seguidos do mesmo lado da linha central. Cada período mede-se pela sua própria linha e pelo seu sigma; um período que não se julga, ou sem limites, quebra a sequência.',
      limits:
        'Quanto mais regras, mais falsos alarmes: por acaso, a primeira dá cerca de 3 em mil períodos e as três juntas cerca de 1 em cem.',
    },
  ],
  params: z.strictObject({
    ...qualityFilters,
    ...lineFilters,
    bucket: z.enum(['month', 'week']).default('month').describe('Mês ou semana'),
    ...range('baseline', 'Base dos limites, pelo dia da primeira inspeção'),
  }),
  data,
  table: {
    row: point.omit({ rules: true }),
    rows: ({ points }) => points.map(({ rules: _, ...one }) => one),
  },
  gates: [...restsOnQuality],
  rows: { day: 'inspected' },
  filterGates: { fase_id: 'culprit_attribution' },
  references: ['erros_ordem_fabrico.ofch_of_id', 'erros_ordem_fabrico.ofch_faseof_culpada'],
  queries: [...periodQueries, breaksQuery, ...leftOutQueries, knownPhaseQuery, linesOfKindsQuery],
  async find(context, params) {
    const { client, publication } = context;
    const asked = linesAskedOf(params);
    const fixed = fixedBaseline(params);
    await mustKnowPhase(client, asked.fase_id);
    const found = await readPeriods(context, asked, params.bucket);
    const today = publication.as_of.slice(0, 10);
    const periods = found.map((one) => ({
      ...one,
      // The day of the dump is not over either, whatever the hour.
      unfinished: one.end >= today,
      cut: (asked.from !== null && asked.from > one.start) || (asked.to !== null && asked.to < one.end),
    }));
    const wanted = { ...baselines[params.bucket], fixed: fixed && placesIn(periods, fixed) };
    const chart = uChart(
      periods.map((one) => ({ defects: one.defects, orders: one.orders, whole: !one.unfinished })),
      wanted,
    );
    const shown = [...periods.keys()].filter((place) => isAsked(periods[place]!, asked));
    const rowsExcluded = await linesLeftOut(context, asked, { ofOrders: true });
    const rowsUsed = shown.reduce((sum, at) => sum + periods[at]!.in_orders + periods[at]!.in_defects, 0);
    if (rowsUsed === 0) return { refused: noBoats, rowsUsed, rowsExcluded };
    const breaks = (await readBreaks(context)).filter((one) =>
      shown.some((at) => crosses(periods[at]!, one)),
    );
    const judged = shown.findLast((at) => isWhole(periods[at]!) && periods[at]!.orders > 0);
    return {
      data: {
        bucket: params.bucket,
        ...summary(periods, chart, judged, wanted),
        points: shown.map((at) => ({
          ...pointOf(periods[at]!, chart[at]!),
          ...(asked.fase_id === null && !asked.by_line ? {} : { mould_lines: null, passed_lines: null }),
          recording_break: breaks.some((one) => crosses(periods[at]!, one)),
        })),
        recording_breaks: breaks,
      },
      rowsUsed,
      rowsExcluded,
      ...caveatOf(
        silentCaveat(await linesOfKinds(context, asked)).caveat ?? null,
        shortBaseline(judged === undefined ? null : chart[judged]!, params.bucket),
      ),
    };
  },
});

/** Those that stand, once for each state of the data. */
export async function readBreaks({
  client,
  remember,
}: Context): Promise<readonly z.output<typeof recordingBreak>[]> {
  return await remember('quality.recording_breaks', () =>
    breaksQuery.rows<z.output<typeof recordingBreak>>(client),
  );
}

/** Whether the period has days between from and to. */
function isAsked(one: Period, { from, to }: { from: string | null; to: string | null }): boolean {
  return (from === null || one.end >= from) && (to === null || one.start <= to);
}

/** The break's month begins in the period. */
function crosses({ start, end }: Period, { month }: { month: string }): boolean {
  return month >= start && month <= end;
}

function isWhole(one: Period): boolean {
  return !one.unfinished && !one.cut;
}

type Range = Readonly<Partial<Record<'baseline_from' | 'baseline_to', string | undefined>>>;

function fixedBaseline({ baseline_from, baseline_to }: Range): { from: string; to: string } | null {
  if (baseline_from === undefined && baseline_to === undefined) return null;
  if (baseline_from !== undefined && baseline_to !== undefined)
    return { from: baseline_from, to: baseline_to };
  const parameter = baseline_from === undefined ? 'baseline_from' : 'baseline_to';
  throw new ParameterError([{ parameter, sentence: parameterWords.halfABaseline }]);
}

function placesIn(periods: readonly Period[], { from, to }: { from: string; to: string }): number[] {
  return [...periods.keys()].filter((at) => periods[at]!.start >= from && periods[at]!.end <= to);
}

function summary(
  periods: readonly Period[],
  chart: readonly JudgedPeriod[],
  judged: number | undefined,
  { periods: many, fixed }: WantedBaseline,
): Pick<z.output<typeof data>, 'judged' | 'baseline_from' | 'baseline_to' | 'centre_line' | 'dispersion'> {
  const baseline = judged === undefined ? null : chart[judged]!.baseline;
  const usable = (at: number): boolean => !periods[at]!.unfinished && periods[at]!.orders > 0;
  const places = (
    fixed ?? [...periods.keys()].filter((at) => at < (judged ?? 0) && usable(at)).slice(-many)
  ).filter(usable);
  return {
    judged: judged === undefined ? null : periods[judged]!.start,
    baseline_from: baseline === null ? null : periods[places[0]!]!.start,
    baseline_to: baseline === null ? null : periods[places.at(-1)!]!.end,
    centre_line: hundredfold(baseline?.centre),
    dispersion: baseline?.dispersion ?? null,
  };
}

/** A period that is not whole is shown as far as it was asked for, and not judged: what it lacks is still to come. */
function pointOf(
  one: Period,
  { baseline, lower, upper, signal, rules, periods }: JudgedPeriod,
): Omit<z.output<typeof point>, 'recording_break'> {
  const whole = isWhole(one);
  return {
    start: one.start,
    end: one.end,
    defects: one.in_defects,
    orders_past_first_inspection: one.in_orders,
    defects_per_100_orders: one.in_orders === 0 ? null : per100(one.in_defects, one.in_orders),
    mould_lines: one.mould_lines,
    passed_lines: one.passed_lines,
    centre_line: hundredfold(baseline?.centre),
    lower_limit: whole ? hundredfold(lower) : null,
    upper_limit: whole ? hundredfold(upper) : null,
    baseline_periods: periods,
    signal: whole ? signal : null,
    rules: whole ? [...rules] : [],
    unfinished: one.unfinished,
    cut: one.cut,
  };
}

/** Null: the baseline is as long as it should be. */
function shortBaseline(judged: JudgedPeriod | null, bucket: 'month' | 'week'): string | null {
  const { periods, least } = baselines[bucket];
  if (judged === null) return 'Não há nenhum período inteiro: nada se julga.';
  if (judged.periods >= periods) return null;
  const have = `A linha central do último período inteiro assenta em ${judged.periods} ${words[bucket]}, e são precisos ${periods}`;
  return judged.periods < least ? `${have}: com menos de ${least} não há limites.` : `${have}.`;
}

function hundredfold(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : 100 * value;
}
