import { z } from 'zod';
import { judgedShares, populations } from '../../../aggregates/index.js';
import { because, parameterWords } from '../../../platform/errors/parameter.js';
import { productFilters, wholeNumber } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { chanceQuery, chanceTold, readChance } from './chance.js';
import { backtestFigures } from './figures.js';

const stateQuery = sqlFile(import.meta.url, 'backtest-state.sql');
const summaryQuery = sqlFile(import.meta.url, 'backtest-summary.sql');
const query = sqlFile(import.meta.url, 'backtest.sql');

/** Fewer cut-offs than this may agree by chance. */
const fewCutoffs = 6;

const share = z.number().nullable();
const population = z
  .enum(populations)
  .describe('OPEN: por acabar no corte; NEW: criadas nos 30 dias a partir dele');

const told = z.object({
  quantile: z.number().describe('0,1 ... 0,95'),
  loss_days: z.number().describe('Perda pinball por ordem, em dias'),
  baseline_loss_days: z.number(),
  ratio: share.describe('A perda a dividir pela da linha de base; abaixo de 1 é melhor'),
  judged: z.number().int(),
  covered: z.number().int(),
  coverage: share.describe('Parte acabada até ao dia dito; deve ser o quantil'),
  baseline_coverage: share,
});

const cutoff = told.extend({
  population,
  cutoff_day: z.string(),
  family: z.string(),
  orders: z.number().int(),
});

const summary = z.object({
  population,
  family: z.string().describe('K1 ... C4, other; all: todas juntas'),
  cutoffs: z.number().int(),
  cutoffs_better: z.number().int().describe('Cortes em que a previsão perdeu menos do que a linha de base'),
  orders: z
    .number()
    .int()
    .describe('Ordens somadas pelos cortes: uma que esteve aberta em três conta três vezes'),
  ratio: share,
  ratio_low: share.describe('Intervalo de 95 % da razão, por sorteio dos cortes'),
  ratio_high: share,
  quantiles: z.array(told),
});

const data = z.object({
  of_run_id: z.number().int().describe('A carga de cujo estado é o ensaio'),
  of_as_of: z.string(),
  computed_at: z.string(),
  is_of_published_run: z.boolean(),
  days_behind: z.number().int().describe('Dias do momento do ficheiro ensaiado ao do publicado'),
  cutoffs: z.number().int(),
  censor_days: z.number().int().describe('As perdas contam-se até tantos dias depois do corte'),
  chance: chanceTold
    .nullable()
    .describe('O ensaio da probabilidade de atraso; null enquanto não há dias vistos em dois meses'),
  summary: z.array(summary),
  by_cutoff: z.array(cutoff),
});

type State = Omit<z.output<typeof data>, 'summary' | 'by_cutoff' | 'chance' | 'of_run_id' | 'of_as_of'> & {
  readonly run_id: number;
  readonly as_of: string;
};

const judgedPercents = judgedShares.map((one) => Math.round(100 * one));

export const riskBacktest = defineAnswer({
  name: 'prodplan.risk_backtest',
  path: '/api/prodplan/risk_queue/backtest',
  summary: 'Quanto acerta a previsão dos dias que faltam',
  method:
    'Perda e cobertura da previsão em dias passados, feita só com o que até aí acontecera, ao lado das de uma linha de base, por corte, família e quantil.',
  figures: backtestFigures,
  params: z.strictObject({
    population: z.enum(populations).describe('OPEN ou NEW').optional(),
    familia: productFilters.familia,
    percent: wholeNumber(1, 99)
      .refine((value) => judgedPercents.includes(value), because(parameterWords.noneOf(judgedPercents)))
      .describe('Só este quantil, em por cento')
      .optional(),
  }),
  data,
  table: { row: cutoff, rows: ({ by_cutoff }) => by_cutoff },
  gates: [],
  weakening: ['product_family', ...restsOn.orders],
  rows: { day: 'created' },
  references: ['ordens_fabrico.of_produto_id'],
  queries: [query, summaryQuery, stateQuery, chanceQuery],
  async find({ client }, { population = null, familia = null, percent }) {
    const [state] = await stateQuery.rows<State>(client);
    if (state === undefined || state.cutoffs === 0) return { refused: nothingTried, rowsUsed: 0 };
    const by_cutoff = await query.rows<z.output<typeof cutoff>>(client, {
      population,
      familia,
      quantile: percent === undefined ? null : percent / 100,
    });
    const summaries = await summaryQuery.rows<z.output<typeof summary>>(client, { population, familia });
    const { run_id: of_run_id, as_of: of_as_of, ...rest } = state;
    const caveat = caveatOf(state);
    return {
      data: { of_run_id, of_as_of, ...rest, chance: await readChance(client), summary: summaries, by_cutoff },
      rowsUsed: summaries
        .filter((one) => familia !== null || one.family === 'all')
        .reduce((sum, one) => sum + one.orders, 0),
      ...(caveat === null ? {} : { caveat }),
    };
  },
});

/** One text for «not tried yet» and «too little history», so that running the job does not change the answer. */
const nothingTried = {
  reason:
    'Não há ensaio da previsão: o ficheiro publicado ainda não foi ensaiado, ou não tem história que chegue (90 dias de ordens criadas antes de um dia 15, e 91 depois dele).',
  suggestion:
    'A tarefa refresh_backtest faz-se sozinha de hora a hora, ou a pedido: prodplan jobs run refresh_backtest --wait.',
};

function caveatOf({ is_of_published_run, as_of, cutoffs }: State): string | null {
  const said = [
    is_of_published_run
      ? null
      : `O ensaio é do ficheiro de ${as_of.slice(0, 10)}; o publicado é mais novo e ainda não foi ensaiado.`,
    cutoffs < fewCutoffs
      ? `Só há ${cutoffs} cortes com história antes e seguimento depois; com menos de ${fewCutoffs} podem concordar por acaso.`
      : null,
  ].filter((one) => one !== null);
  return said.length === 0 ? null : said.join(' ');
}
