import { z } from 'zod';
import {
  judgedWeeks,
  missOf,
  outputHorizons,
  outputInterval,
  outputOf,
  outputShares,
  paceDays,
  priorSeasons,
  seasonYearDays,
} from '../../../aggregates/index.js';
import { yearDays } from '../../../contract/factory/index.js';
import { plainDecimal } from '../../../platform/numbers.js';
import { excluding } from '../../answer/excluding.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { share } from '../../answer/given.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { dayText, fewestPromised, knownOutlook } from '../known-outlook.js';

const query = sqlFile(import.meta.url, 'output-weeks.sql');
const ordersQuery = sqlFile(import.meta.url, 'output-orders.sql');

const boats = z.number();
const boatsOrNull = z.int().nullable();

const row = z.object({
  horizon_days: z.int(),
  until_day: z.string().describe('O último dia que se conta'),
  expected: boats,
  expected_low: boatsOrNull.describe(`null com menos de ${judgedWeeks} semanas ensaiadas`),
  expected_high: boatsOrNull,
  pace: boats.describe('Ao ritmo das últimas 13 semanas'),
  seasonal: boats.describe('Esse ritmo, como nos anos anteriores depois dos mesmos dias'),
  summed: boats.describe('Soma das probabilidades das ordens por acabar e das que ainda se hão de criar'),
  weeks_tried: z.int(),
  weeks_judged: z.int(),
  weeks_covered: z.int(),
  coverage: z.number().nullable().describe('Parte das semanas ensaiadas cujo resultado caiu no intervalo'),
  median_error: z.number().nullable(),
  median_error_pace: z.number().nullable(),
});

interface Weeks {
  readonly horizon_days: number;
  readonly weeks_tried: number;
  readonly weeks_judged: number;
  readonly weeks_covered: number;
  readonly median_error: number;
  readonly median_error_pace: number;
  readonly last_expected: readonly number[];
  readonly last_came: readonly number[];
}

export const output = defineList({
  name: 'prodplan.output',
  heavy: true,
  path: '/api/prodplan/output',
  summary: 'Quantos barcos saem nas próximas 4 e 8 semanas',
  method:
    'Barcos que se espera que acabem nos 28 e nos 56 dias a contar do dia do ficheiro: a média de três contas, com o intervalo tirado do que as mesmas contas falharam em semanas passadas.',
  figures: [
    {
      figure: 'expected (output)',
      title: 'Barcos esperados (e expected_low, expected_high)',
      unit: 'barcos',
      definition:
        `A média de três contas. pace: acabamentos dos ${paceDays} dias antes do ficheiro, por dia, vezes os dias. seasonal: pace vezes o que nos anos anteriores veio depois dos mesmos dias a dividir pelo que o ritmo de então fazia esperar (anos de ${seasonYearDays} dias, média de cinco semanas à volta, e ${priorSeasons} anos sem época misturados). ` +
        `summed: a soma, pelas ordens por acabar, da probabilidade de acabarem até lá (a mesma conta dos dias que faltam), mais a das que se criariam ao ritmo e com os modelos dos últimos ${paceDays} dias. O intervalo: (expected + 2) vezes exp dos quantis ${outputShares.map(plainDecimal).join(' e ')} de ln((veio + 2) / (esperado + 2)) nas últimas ${judgedWeeks} semanas ensaiadas cujo resultado já se conhece, menos 2; é largo porque os barcos de uma semana dependem uns dos outros. Deve conter quatro resultados em cada cinco.`,
      limits:
        'Supõe que se continua a trabalhar e a criar ordens como até aqui: não sabe de férias marcadas, encomendas grandes nem máquinas paradas. Sem 52 semanas ensaiadas não há intervalo.',
    },
    {
      figure: 'median_error',
      title: 'Erro mediano (e o do ritmo, median_error_pace)',
      unit: 'parte do que veio',
      definition:
        'Por cada semana ensaiada, feita só com o que então se sabia, |esperado - veio| / veio; a mediana das semanas. median_error_pace é o mesmo com o ritmo das 13 semanas só.',
      limits: 'As semanas sobrepõem-se: não são tantas experiências independentes como parecem.',
    },
  ],
  params: z.strictObject({}),
  row,
  gates: [],
  weakening: [...restsOn.orders],
  rows: { day: 'created' },
  references: ['ordens_fabrico.of_produto_id'],
  queries: [query, ordersQuery],
  async find(context) {
    const outlook = await knownOutlook(context);
    const finished = outlook.finishes.between(outlook.day - yearDays, outlook.day);
    if (finished < fewestPromised) return { refused: tooFew(finished), rowsUsed: 0 };
    const weeks = await query.rows<Weeks & Record<string, unknown>>(context.client, { weeks: judgedWeeks });
    const [orders] = await ordersQuery.rows<{ with_forecast: number; without_forecast: number }>(
      context.client,
    );
    const data = outputHorizons.map((horizon) =>
      rowOf(
        outputOf(outlook, horizon),
        horizon,
        outlook.day,
        weeks.find(({ horizon_days }) => horizon_days === horizon),
      ),
    );
    return {
      data,
      rowsUsed: orders!.with_forecast,
      rowsExcluded: excluding({ 'sem previsão (no_forecast_reason diz porquê)': orders!.without_forecast }),
      ...caveatOf(data.some((one) => one.expected_low === null) ? noInterval : null),
    };
  },
});

const noInterval = `Sem intervalo: são precisas ${judgedWeeks} semanas passadas ensaiadas, cada uma com um ano de história antes; a tarefa refresh_backtest faz o ensaio de hora a hora.`;

function tooFew(finished: number) {
  return {
    reason: `No ano antes do ficheiro só acabaram ${finished} ordens; com menos de ${fewestPromised} não se diz quantas saem.`,
    suggestion: 'Carregue um ficheiro com pelo menos um ano de ordens.',
  };
}

function rowOf(
  told: ReturnType<typeof outputOf>,
  horizon_days: number,
  day: number,
  weeks: Weeks | undefined,
): z.output<typeof row> {
  const misses = (weeks?.last_expected ?? []).map((expected, at) => missOf(expected, weeks!.last_came[at]!));
  const interval = misses.length < judgedWeeks ? null : outputInterval(told.expected, misses);
  return {
    horizon_days,
    until_day: dayText(day + horizon_days - 1),
    ...told,
    expected_low: interval?.low ?? null,
    expected_high: interval?.high ?? null,
    weeks_tried: weeks?.weeks_tried ?? 0,
    weeks_judged: weeks?.weeks_judged ?? 0,
    weeks_covered: weeks?.weeks_covered ?? 0,
    coverage: weeks === undefined ? null : share(weeks.weeks_covered, weeks.weeks_judged),
    median_error: weeks?.median_error ?? null,
    median_error_pace: weeks?.median_error_pace ?? null,
  };
}
