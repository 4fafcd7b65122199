import { z } from 'zod';
import { fewestFinishes, noFamily, priorNew, unnamedFamily } from '../../../aggregates/index.js';
import { yearDays } from '../../../contract/factory/index.js';
import { parameterWords } from '../../../platform/errors/parameter.js';
import { dayNumber } from '../../answer/day-number.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { missing } from '../../answer/missing.js';
import { ParameterError } from '../../answer/parameter-error.js';
import { idNumber } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { dayText, fewestPromised, knownOutlook } from '../known-outlook.js';

const query = sqlFile(import.meta.url, 'promise-product.sql');
const backtestQuery = sqlFile(import.meta.url, 'promise-backtest.sql');

/** Shares of like orders by whose day a promise can be made. */
const promisedShares = [0.5, 0.8, 0.9, 0.95] as const;

const tried = z.object({
  quarter: z.int().nullable().describe('Trimestre do ano em que a ordem foi criada; null: todos'),
  cutoffs: z.int(),
  judged: z.int(),
  covered: z.int(),
  coverage: z.number().nullable().describe('Parte acabada até ao dia dito; deve ser o quantil'),
});

const promised = z.object({
  quantile: z.number(),
  days: z.int().nullable().describe('Dias da criação ao acabamento; null: além do que se viu'),
  finish_day: z.string().nullable(),
  backtest: z.array(tried).describe('Novas ordens da família em cortes passados'),
});

const line = promised.omit({ backtest: true }).extend({
  judged: z.int().nullable(),
  coverage: z.number().nullable(),
});

const data = z.object({
  produto_id: z.int(),
  produto_nome: z.string().nullable(),
  familia: z.string(),
  created_day: z.string(),
  wanted_day: z.string().nullable(),
  wanted_share: z.number().nullable().describe('Parte das ordens assim que se espera acabada nesse dia'),
  family_finishes: z.int().describe('Acabamentos da família no último ano'),
  product_finishes: z.int(),
  product_factor: z.number().describe('Ritmo do produto face à família: acima de 1, mais depressa'),
  quantiles: z.array(promised),
});

type Tried = z.output<typeof tried> & { readonly quantile: number };

export const promise = defineAnswer({
  name: 'prodplan.promise',
  heavy: true,
  path: '/api/prodplan/promise',
  summary: 'Que dia se pode prometer a uma ordem nova',
  method:
    'Dias até aos quais acaba metade, quatro em cada cinco, nove em cada dez e dezanove em cada vinte das ordens novas deste modelo, e a parte que se espera acabada no dia pedido.',
  figures: [
    {
      figure: 'quantiles (promise)',
      title: 'Dias da criação ao acabamento (p50, p80, p90, p95)',
      unit: 'dias',
      definition:
        'A mesma conta dos dias que faltam (remaining_days_median), da idade 0 em diante: risco por idade da família, vezes o fator do produto, (acabamentos dele no último ano + ' +
        `${priorNew}) / (os que o risco da família faria esperar + ${priorNew}), de todas as idades. finish_day é created_day mais days. backtest diz, das ordens novas da família em cada dia 15 passado, que parte acabou até ao dia que o mesmo quantil então disse, em todo o ano e por trimestre.`,
      limits: `Não sabe da fila de hoje, de prioridades nem de material que falta, e supõe que a fábrica continua como no último ano. Recusa-se com menos de ${fewestPromised} ordens da família acabadas em ${yearDays} dias. De trimestre a trimestre a cobertura varia muito por acaso: veja judged e cutoffs.`,
    },
    {
      figure: 'wanted_share',
      title: 'Parte que se espera acabada no dia pedido',
      unit: 'parte das ordens',
      definition:
        'Parte das ordens assim, criadas em created_day, que a mesma curva dá como acabadas até wanted, esse dia incluído; 0 se o dia é anterior a created_day.',
      limits: 'É a parte das ordens assim, não uma garantia desta.',
    },
  ],
  params: z.strictObject({
    produto_id: idNumber.describe('Produto (Produto_Id)'),
    date: z.iso.date().describe('Dia em que a ordem é criada, do dia do ficheiro em diante').optional(),
    wanted: z.iso.date().describe('Dia que o cliente quer').optional(),
  }),
  data,
  table: {
    row: line,
    rows: ({ quantiles }) =>
      quantiles.map(({ backtest, ...one }) => {
        const whole = backtest.find(({ quarter }) => quarter === null);
        return { ...one, judged: whole?.judged ?? null, coverage: whole?.coverage ?? null };
      }),
  },
  gates: [],
  weakening: ['product_family', ...restsOn.orders, ...restsOn.models],
  rows: { day: 'created' },
  references: ['ordens_fabrico.of_produto_id'],
  queries: [query, backtestQuery],
  async find(context, { produto_id, date, wanted }) {
    const outlook = await knownOutlook(context);
    const created = date === undefined ? outlook.day : dayNumber(date);
    if (created < outlook.day)
      throw new ParameterError([
        { parameter: 'date', sentence: parameterWords.beforeTheFile(dayText(outlook.day)) },
      ]);
    const [product] = await query.rows<{ produto_id: number; produto_nome: string | null; familia: string }>(
      context.client,
      { produto_id },
    );
    if (product === undefined) throw missing('product', produto_id);
    const family = product.familia === noFamily ? unnamedFamily : product.familia;
    const remaining = outlook.times.ofNew({ family, product: produto_id });
    const family_finishes = remaining?.finishes ?? 0;
    if (remaining === null || family_finishes < fewestPromised)
      return { refused: tooFew(product.familia, family_finishes), rowsUsed: family_finishes };
    const backtest = await backtestQuery.rows<Tried>(context.client, { familia: family });
    return {
      data: {
        ...product,
        created_day: dayText(created),
        wanted_day: wanted ?? null,
        wanted_share: wanted === undefined ? null : remaining.shareBy(dayNumber(wanted) - created),
        family_finishes,
        product_finishes: outlook.finishesOfProduct.get(produto_id) ?? 0,
        product_factor: remaining.factor,
        quantiles: promisedShares.map((quantile) => {
          const days = remaining.quantile(quantile);
          return {
            quantile,
            days,
            finish_day: days === null ? null : dayText(created + days),
            backtest: backtest
              .filter((one) => one.quantile === quantile)
              .map(({ quantile: _, ...one }) => one),
          };
        }),
      },
      rowsUsed: family_finishes,
      ...caveatOf(backtest.length === 0 ? untried : null),
    };
  },
});

const untried =
  'Ainda não se ensaiou quanto acertam estes dias nas ordens novas da família: falta história, ou a tarefa refresh_backtest ainda não correu.';

function tooFew(familia: string, finishes: number) {
  return {
    reason: `A família ${familia} só tem ${finishes} ordens acabadas no último ano (e o ficheiro inteiro tem de ter ${fewestFinishes}); com menos de ${fewestPromised} não se promete um dia.`,
    suggestion: 'Pergunte por um modelo de uma família com mais história.',
  };
}
