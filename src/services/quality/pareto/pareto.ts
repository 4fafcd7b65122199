import { z } from 'zod';
import { lineFilters } from '../../answer/line-filters.js';
import { paging } from '../../answer/params.js';
import { rankPage } from '../../answer/rank.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualDays } from '../../answer/window.js';
import { defineList } from '../../service.js';
import { linesAskedOf, qualityFilters } from '../asked.js';
import { boatsQuery, countBoats, noBoats } from '../boats.js';
import { defects } from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, linesLeftOut } from '../left-out.js';

const query = sqlFile(import.meta.url, 'pareto.sql');
const productQuery = sqlFile(import.meta.url, 'products.sql');
const productByLineQuery = sqlFile(import.meta.url, 'products-by-line.sql');

/** Category -> the column that tells it, and what it is called. */
const categories = {
  descricao: {
    category: 'e.descricao_id::text',
    label: '(SELECT descricao FROM agg_error_text d WHERE d.descricao_id = o.category::int)',
  },
  fase_culpada: {
    category: 'e.fase_culpada::text',
    label: '(SELECT fase_nome FROM fases_catalogo f WHERE f.fase_id = o.category::int)',
  },
  familia: { category: "nullif(e.familia, '?')", label: 'o.category' },
} as const;

const row = z.object({
  rank: z.int(),
  id: z.string().nullable().describe('Número da categoria; null: os defeitos não a dizem'),
  label: z.string().nullable(),
  defects: z.int(),
  share: z.number(),
  cumulative_share: z.number(),
  severity_3: z.int(),
  defects_without_culprit: z.int(),
});

export const pareto = defineList({
  name: 'quality.pareto',
  path: '/api/quality/pareto',
  summary: 'Qualidade: Pareto dos defeitos',
  method:
    'Defeitos do barco por categoria, da mais para a menos frequente, com a parte acumulada, dos barcos que passaram a primeira inspeção no período.',
  figures: [
    defects,
    {
      figure: 'cumulative_share',
      title: 'Parte acumulada',
      unit: 'parte dos defeitos',
      definition:
        'Defeitos desta categoria e das mais frequentes do que ela, a dividir por todos os do período que passam nos filtros.',
      limits:
        'Os textos dos defeitos dizem o mesmo por palavras diferentes. Por fase culpada, os que não a nomeiam são uma categoria própria (id null).',
    },
  ],
  params: z.strictObject({
    ...qualityFilters,
    ...lineFilters,
    by: z
      .enum(['descricao', 'fase_culpada', 'produto', 'familia'])
      .default('descricao')
      .describe('Categoria por que se conta'),
    ...paging,
  }),
  row,
  gates: [...restsOn.phases, ...restsOn.errors],
  weakening: [...restsOn.orders],
  usual: usualDays,
  rows: { day: 'inspected' },
  // Defects of boats whose family is not known get no line of their own.
  filterGates: { fase_id: 'culprit_attribution', 'by=familia': 'product_family' },
  references: ['erros_ordem_fabrico.ofch_faseof_culpada', 'erros_ordem_fabrico.ofch_of_id'],
  queries: [query, productQuery, productByLineQuery, boatsQuery, ...leftOutQueries, knownPhaseQuery],
  async find(context, params) {
    const { client } = context;
    const asked = linesAskedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const list = rankPage(params);
    const values = { ...asked, ...list.params };
    const ofProducts = asked.by_line ? productByLineQuery : productQuery;
    const found =
      params.by === 'produto'
        ? await ofProducts.rows<Found>(client, values)
        : await query.rows<Found>(client, values, categories[params.by]);
    const rowsExcluded = await linesLeftOut(context, asked);
    if (found.length === 0 && (await countBoats(client, asked)) === 0)
      return { refused: noBoats, rowsUsed: 0, rowsExcluded };
    return { ...list.page(found), rowsUsed: found[0]?.all_defects ?? 0, rowsExcluded };
  },
});

type Found = z.output<typeof row> & { all_defects: number };
