import { z } from 'zod';
import { betaQuantile } from '../../../platform/beta.js';
import { paging } from '../../answer/params.js';
import { rankPage } from '../../answer/rank.js';
import { restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { askedOf, qualityFilters } from '../asked.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, qualityLeftOut } from '../left-out.js';

const query = sqlFile(import.meta.url, 'risk.sql');

/** The interval holds the rate with this probability, as far as the model is right. */
const confidence = 0.95;

const row = z.object({
  rank: z.int(),
  produto_id: z.int(),
  produto_nome: z.string().nullable(),
  familia: z.string(),
  fase_id: z.int(),
  fase_nome: z.string().nullable(),
  level: z.enum(['LOW', 'MEDIUM', 'HIGH']),
  orders: z.int(),
  orders_with_defect: z.int(),
  rate: z.number(),
  shrunk_rate: z.number(),
  interval_low: z.number(),
  interval_high: z.number(),
  family_rate: z.number(),
  family_orders: z.int(),
  family_products: z.int(),
  prior_orders: z.number(),
});

/** A pair of product and culprit phase with its posterior Beta(a, b). */
type Found = Omit<z.output<typeof row>, 'level' | 'interval_low' | 'interval_high'> & {
  a: number;
  b: number;
  all_orders: number;
};

export const risk = defineList({
  name: 'quality.risk',
  path: '/api/quality/risk',
  summary: 'Qualidade: risco por produto e fase culpada',
  method:
    'Por produto e fase culpada, a parte dos barcos que passaram a primeira porta no período com pelo menos um defeito da fase, puxada para a taxa da família (beta-binomial), com o intervalo de 95 %; o nível sai do intervalo.',
  figures: [
    {
      figure: 'shrunk_rate',
      title: 'Taxa puxada para a família',
      unit: 'parte dos barcos',
      definition:
        'Média a posteriori de um modelo beta-binomial: (m x taxa da família + ordens com erro) / (m + ordens). A taxa da família (family_rate) é a das ordens de todos os seus produtos; m (prior_orders) diz quantas ordens ela vale, e estima-se da variação entre os produtos da família (correlação intraclasse pelo método dos momentos de Kleinman, entre 0,0001 e 0,1, para que a família nunca valha menos de 9 ordens; 0,1 onde a família tem um só produto, ou uma só ordem de cada). Quanto menos ordens tem o produto, mais perto fica da família.',
      limits:
        'Só erros que nomeiam a fase culpada: a taxa verdadeira é igual ou maior. Cada ordem conta uma vez por fase, tenha um erro ou vários. Só aparecem pares em que houve pelo menos um erro, e produtos de família conhecida.',
    },
    {
      figure: 'interval_low',
      title: 'Intervalo de 95 %',
      unit: 'parte dos barcos',
      definition: 'Quantis 2,5 % e 97,5 % da distribuição a posteriori, uma Beta.',
      limits:
        'Não conta com o que muda no tempo, nem com o erro da própria taxa da família. Entre mil pares, alguns saem do intervalo por acaso.',
    },
    {
      figure: 'level',
      title: 'Nível de risco',
      unit: '',
      definition:
        'HIGH se o intervalo fica todo acima da taxa da família, LOW se fica todo abaixo dela, MEDIUM se a contém. Com menos de 5 ordens o nível é sempre MEDIUM, e HIGH exige 2 ordens com erro. Primeiro os que mais se afastam para cima, em desvios-padrão.',
      limits:
        'Compara com a família, não com um limite absoluto: numa família má, um produto MEDIUM também é mau. MEDIUM também quer dizer que ainda não se sabe.',
    },
  ],
  params: z.strictObject({ ...qualityFilters, ...paging }),
  row,
  gates: ['culprit_attribution', 'product_family', ...restsOnQuality],
  rows: { day: 'desmolde' },
  references: ['erros_ordem_fabrico.ofch_faseof_culpada', 'ordens_fabrico.of_produto_id'],
  queries: [query, ...leftOutQueries, knownPhaseQuery],
  async find({ client }, params) {
    const asked = askedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const list = rankPage(params);
    const found = await query.rows<Found>(client, { ...asked, ...list.params });
    const { data, nextCursor } = list.page(found);
    return {
      data: data.map(judge),
      nextCursor,
      rowsUsed: found[0]?.all_orders ?? 0,
      rowsExcluded: await qualityLeftOut(
        client,
        { ...asked, familia: null },
        { byFamily: true, ofOrders: true },
      ),
    };
  },
});

function judge({ a, b, all_orders: _, ...one }: Found): z.output<typeof row> {
  const interval_low = betaQuantile((1 - confidence) / 2, a, b);
  const interval_high = betaQuantile((1 + confidence) / 2, a, b);
  const judged = { ...one, interval_low, interval_high };
  return { ...judged, level: levelOf(judged) };
}

/** Fewer orders than these tell nothing of a product, and one bad order alone is chance. */
const enoughOrders = 5;
const enoughWithDefect = 2;

type Judged = Pick<
  z.output<typeof row>,
  'interval_low' | 'interval_high' | 'family_rate' | 'orders' | 'orders_with_defect'
>;

/** By the interval, not by the point: what nobody can know yet is MEDIUM. */
export function levelOf(one: Judged): 'LOW' | 'MEDIUM' | 'HIGH' {
  if (one.orders < enoughOrders) return 'MEDIUM';
  if (one.interval_low > one.family_rate)
    return one.orders_with_defect < enoughWithDefect ? 'MEDIUM' : 'HIGH';
  return one.interval_high < one.family_rate ? 'LOW' : 'MEDIUM';
}
