import { z } from 'zod';
import { noFamily } from '../../../contract/factory/index.js';
import { specialFunctions } from '../../../platform/special-functions.js';
import { excluding } from '../../answer/excluding.js';
import { paging } from '../../answer/params.js';
import { rankPage } from '../../answer/rank.js';
import { restsOnQuality } from '../../answer/rests-on.js';
import { type Queryable, sqlFile } from '../../answer/sql-file.js';
import { type Context, defineList } from '../../service.js';
import { type Asked, askedOf, qualityFilters } from '../asked.js';
import { noBoats } from '../boats.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, qualityLeftOut } from '../left-out.js';
import { productRiskFigures } from './figures.js';
import { type JudgedRisk, judgePhase, levelOf, shrink, usualRatio } from './judge.js';
import { standardise } from './standardise.js';
import { culpritsQuery, type History, readHistory, strataOf, strataQuery } from './strata.js';

const usedQuery = sqlFile(import.meta.url, 'used.sql', { prepared: true });
const namesQuery = sqlFile(import.meta.url, 'names.sql', { prepared: true });

const row = z.object({
  rank: z.int(),
  produto_id: z.int(),
  produto_nome: z.string().nullable().describe('null: Modelos não conhece o produto'),
  familia: z.string().nullable(),
  fase_id: z.int(),
  fase_nome: z.string().nullable(),
  level: z.enum(['LOW', 'MEDIUM', 'HIGH']),
  orders: z.int(),
  orders_with_defect: z.int(),
  rate: z.number().describe('Parte dos barcos do produto com defeito da fase'),
  expected_orders_with_defect: z.number(),
  ratio: z.number(),
  shrunk_ratio: z.number().nullable(),
  ratio_low: z.number().nullable(),
  ratio_high: z.number().nullable(),
  usual_ratio: z.number().nullable(),
  prior_orders: z.number().nullable(),
  scatter: z.enum(['BEYOND_CHANCE', 'WITHIN_CHANCE', 'TOO_FEW', 'NOT_CONVERGED']),
  products: z.int().describe('Produtos que se compararam nesta fase'),
});

type Row = z.output<typeof row>;

export const risk = defineList({
  name: 'quality.risk',
  path: '/api/quality/risk',
  summary: 'Qualidade: risco por produto e fase culpada',
  method:
    'Por produto e fase culpada, os barcos com pelo menos um defeito da fase a dividir pelos que teriam se tivessem a taxa de toda a fábrica nos mesmos meses e no mesmo tipo de rota; essa razão é puxada para a dos produtos (beta-binomial) e tem um intervalo de 95 %, de que sai o nível.',
  figures: productRiskFigures,
  params: z.strictObject({ ...qualityFilters, ...paging }),
  row,
  gates: ['culprit_attribution', ...restsOnQuality],
  rows: { day: 'inspected' },
  references: ['erros_ordem_fabrico.ofch_faseof_culpada', 'ordens_fabrico.of_produto_id'],
  queries: [strataQuery, culpritsQuery, usedQuery, namesQuery, ...leftOutQueries, knownPhaseQuery],
  async find(context, params) {
    const { client } = context;
    const asked = askedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const { boats_asked, rowsUsed, rowsExcluded } = await counted(context, asked);
    if (boats_asked === 0) return { refused: noBoats, rowsUsed: 0, rowsExcluded };
    const list = rankPage(params);
    const [functions, history] = await Promise.all([specialFunctions(), readHistory(context)]);
    const strata = (await strataOf(context, history, asked)).filter(
      ({ first_inspection }) =>
        asked.first_inspection === null || first_inspection === asked.first_inspection,
    );
    const { after, rows } = list.params;
    const shown = inOrder(standardise(strata), history, asked)
      .slice(after, after + rows)
      .map((one, place) => ({ one, rank: after + place + 1 }));
    const page = list.page(shown);
    const names = await namesOf(client, page.data);
    return {
      data: page.data.map((ranked) => rowOf(ranked, { ...names, history, functions })),
      nextCursor: page.nextCursor,
      rowsUsed,
      rowsExcluded,
    };
  },
});

/** All products are judged, whatever the filter: what is usual must not depend on it. */
function inOrder(
  byPhase: ReturnType<typeof standardise>,
  { families }: History,
  { fase_id, familia, produto_id }: Asked,
): JudgedRisk[] {
  return [...byPhase]
    .filter(([phase]) => fase_id === null || phase === fase_id)
    .flatMap(([phase, products]) => judgePhase(phase, products))
    .filter(
      ({ product }) =>
        (produto_id === null || product.produto_id === produto_id) &&
        (familia === null || (families.get(product.produto_id) ?? noFamily) === familia),
    )
    .sort(worstFirst);
}

function worstFirst(a: JudgedRisk, b: JudgedRisk): number {
  return (
    b.score - a.score ||
    b.product.withDefect - a.product.withDefect ||
    a.product.produto_id - b.product.produto_id ||
    a.phase.fase_id - b.phase.fase_id
  );
}

interface Ranked {
  readonly one: JudgedRisk;
  readonly rank: number;
}

interface Known {
  readonly products: ReadonlyMap<number, string>;
  readonly phases: ReadonlyMap<number, string>;
  readonly history: History;
  readonly functions: Parameters<typeof shrink>[1];
}

function rowOf({ one, rank }: Ranked, { products, phases, history, functions }: Known): Row {
  const { produto_id, boats, withDefect, expected } = one.product;
  const { fase_id, scatter } = one.phase;
  const shrunk = shrink(one, functions);
  const usual_ratio = usualRatio(one.product, scatter);
  return {
    rank,
    produto_id,
    produto_nome: products.get(produto_id) ?? null,
    familia: history.families.get(produto_id) ?? null,
    fase_id,
    fase_nome: phases.get(fase_id) ?? null,
    level: levelOf({ boats, withDefect, usual_ratio, ...shrunk }),
    orders: boats,
    orders_with_defect: withDefect,
    rate: withDefect / boats,
    expected_orders_with_defect: expected,
    ratio: withDefect / expected,
    ...shrunk,
    usual_ratio,
    prior_orders: scatter.state === 'BEYOND_CHANCE' ? scatter.priorBoats : null,
    scatter: scatter.state,
    products: one.phase.products,
  };
}

async function namesOf(
  client: Queryable,
  rows: readonly Ranked[],
): Promise<Pick<Known, 'products' | 'phases'>> {
  const [found] = await namesQuery.rows<Record<'products' | 'phases', [number, string][]>>(client, {
    products: [...new Set(rows.map(({ one }) => one.product.produto_id))],
    phases: [...new Set(rows.map(({ one }) => one.phase.fase_id))],
  });
  return { products: new Map(found!.products), phases: new Map(found!.phases) };
}

interface Counts {
  readonly boats_asked: number;
  readonly rows_used: number;
  readonly boats_without_product: number;
  readonly defects_without_product: number;
  readonly defects_without_culprit: number;
}

/** Of the whole factory in the period: a product's figures rest on those of all the others. */
async function counted(context: Context, asked: Asked) {
  const [found] = await usedQuery.rows<Counts & Record<string, number>>(context.client, { ...asked });
  const whole = { ...asked, produto_id: null, familia: null };
  return {
    boats_asked: found!.boats_asked,
    rowsUsed: found!.rows_used,
    rowsExcluded: [
      ...excluding({
        'defeitos sem fase culpada': found!.defects_without_culprit,
        'barcos sem produto (contam na taxa da fábrica)': found!.boats_without_product,
        'defeitos de barcos sem produto': found!.defects_without_product,
      }),
      ...(await qualityLeftOut(context, whole, { ofOrders: true })),
    ],
  };
}
