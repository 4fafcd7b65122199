import { z } from 'zod';
import { boatDefectClasses, severityWords } from '../../../contract/factory/index.js';
import { lineFilters } from '../../answer/line-filters.js';
import { paging } from '../../answer/params.js';
import { rankPage } from '../../answer/rank.js';
import { restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualDays } from '../../answer/window.js';
import { defineList } from '../../service.js';
import { linesAskedOf, qualityFilters } from '../asked.js';
import { boatsQuery, countBoats, noBoats } from '../boats.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, linesLeftOut } from '../left-out.js';
import { linesOfKinds, linesOfKindsQuery } from '../lines-of-kinds.js';
import { silentCaveat } from '../silent.js';
import { lostAlone, lostPasses, yieldWithout } from './figures.js';

const query = sqlFile(import.meta.url, 'lost-passes.sql');

const phaseName = '(SELECT fase_nome FROM fases_catalogo f WHERE f.fase_id = o.category)';
const severityName = `CASE o.category ${Object.entries(severityWords)
  .map(([code, { pt }]) => `WHEN ${code} THEN '${pt}'`)
  .join(' ')} END`;

/** Category -> the column that tells it, and what it is called. */
const categories = {
  descricao: {
    category: 'e.descricao_id',
    label: '(SELECT descricao FROM agg_error_text d WHERE d.descricao_id = o.category)',
  },
  fase_culpada: { category: 'e.fase_culpada', label: phaseName },
  fase_avaliacao: { category: 'e.fase_avaliacao', label: phaseName },
  gravidade: { category: 'e.gravidade::int', label: severityName },
} as const;

const row = z.object({
  rank: z.int(),
  id: z.string().nullable().describe('Número da categoria; null: os defeitos não a dizem'),
  label: z.string().nullable(),
  lost_passes: z.int(),
  share: z.number().describe('De todos os barcos que não passaram à primeira'),
  lost_alone: z.int(),
  first_pass_yield_without: z.number(),
  defects: z.int(),
});

/** A class that is no defect of the boat costs no first pass. */
const { class: _, ...defectFilters } = lineFilters;

export const lostPassesQuestion = defineList({
  name: 'quality.lost_passes',
  path: '/api/quality/lost-passes',
  summary: 'Qualidade: que defeitos custam primeiras passagens',
  method:
    'Dos barcos que passaram a primeira inspeção no período com algum defeito, quantos têm um de cada categoria e quantos só têm desses: um barco conta em todas as categorias em que tem defeitos.',
  figures: [lostPasses, lostAlone, yieldWithout],
  params: z.strictObject({
    ...qualityFilters,
    ...defectFilters,
    by: z
      .enum(['descricao', 'fase_culpada', 'fase_avaliacao', 'gravidade'])
      .default('descricao')
      .describe('Categoria por que se conta'),
    sort: z
      .enum(['-lost_passes', '-lost_alone', '-defects'])
      .default('-lost_passes')
      .describe('Primeiro as categorias com mais'),
    ...paging,
  }),
  row,
  gates: [...restsOnQuality],
  usual: usualDays,
  rows: { day: 'inspected' },
  filterGates: { fase_id: 'culprit_attribution', 'by=fase_culpada': 'culprit_attribution' },
  references: ['erros_ordem_fabrico.ofch_of_id', 'erros_ordem_fabrico.ofch_faseof_culpada'],
  queries: [query, boatsQuery, ...leftOutQueries, linesOfKindsQuery, knownPhaseQuery],
  async find(context, params) {
    const { client } = context;
    const asked = linesAskedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const list = rankPage(params);
    const found = await query.rows<Found>(
      client,
      { ...asked, ...list.params, boat_defect_classes: boatDefectClasses },
      { ...categories[params.by], measure: params.sort.slice(1) },
    );
    const [boats, rowsExcluded] = [
      await countBoats(client, asked),
      await linesLeftOut(context, asked, { ofOrders: true }),
    ];
    if (boats === 0) return { refused: noBoats, rowsUsed: 0, rowsExcluded };
    const { data, nextCursor } = list.page(found);
    return {
      data: data.map(({ all_lost, all_defects: __, ...one }) => ({
        ...one,
        share: one.lost_passes / all_lost,
        first_pass_yield_without: (boats - all_lost + one.lost_alone) / boats,
      })),
      nextCursor,
      rowsUsed: boats + (found[0]?.all_defects ?? 0),
      rowsExcluded,
      ...silentCaveat(await linesOfKinds(context, asked)),
    };
  },
});

type Found = Omit<z.output<typeof row>, 'share' | 'first_pass_yield_without'> & {
  readonly all_lost: number;
  readonly all_defects: number;
};
