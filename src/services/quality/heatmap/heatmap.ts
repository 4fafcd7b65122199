import { z } from 'zod';
import { phase } from '../../../contract/factory/index.js';
import { excluding } from '../../answer/excluding.js';
import { lineFilters } from '../../answer/line-filters.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualDays } from '../../answer/window.js';
import { defineList } from '../../service.js';
import { linesAskedOf, qualityFilters } from '../asked.js';
import { boatsQuery, countBoats, noBoats } from '../boats.js';
import { defects } from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, linesLeftOut } from '../left-out.js';

const query = sqlFile(import.meta.url, 'heatmap.sql');

const row = z.object({
  detecting_fase_id: z.int().nullable(),
  detecting_fase_nome: z.string().nullable(),
  culprit_fase_id: z.int().nullable().describe('null: o defeito não nomeia culpada'),
  culprit_fase_nome: z.string().nullable(),
  defects: z.int(),
  share: z.number(),
  severity_3: z.int(),
});

export const heatmap = defineList({
  name: 'quality.heatmap',
  path: '/api/quality/heatmap',
  summary: 'Qualidade: fase que encontra x fase culpada',
  method:
    'Defeitos do barco por fase que os encontrou e fase que os causou, dos barcos que passaram a primeira inspeção no período; só as células com defeitos, e à parte (culpada null) os que não a nomeiam.',
  figures: [
    defects,
    {
      figure: 'share',
      title: 'Parte dos defeitos da célula',
      unit: 'parte dos defeitos',
      definition:
        'Defeitos da célula a dividir por todos os do período que passam nos filtros, menos o da fase culpada, também os sem culpada.',
      limits: `Quase todos os defeitos se encontram no desmolde (${phase.demould}); o controlo final (${phase.finalControl}) regista poucos.`,
    },
  ],
  params: z.strictObject({ ...qualityFilters, ...lineFilters }),
  row,
  gates: ['culprit_attribution', ...restsOn.phases, ...restsOn.errors],
  weakening: [...restsOn.orders],
  usual: usualDays,
  rows: { day: 'inspected' },
  references: ['erros_ordem_fabrico.ofch_fase_avaliacao', 'erros_ordem_fabrico.ofch_faseof_culpada'],
  queries: [query, boatsQuery, ...leftOutQueries, knownPhaseQuery],
  async find(context, params) {
    const { client } = context;
    const asked = linesAskedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const cells = await query.rows<Omit<z.output<typeof row>, 'share'>>(client, { ...asked });
    const rowsExcluded = await linesLeftOut(context, asked);
    if (cells.length === 0 && (await countBoats(client, asked)) === 0)
      return { refused: noBoats, rowsUsed: 0, rowsExcluded };
    const all = cells.reduce((sum, cell) => sum + cell.defects, 0);
    const without = cells.reduce((sum, cell) => sum + (cell.culprit_fase_id === null ? cell.defects : 0), 0);
    return {
      data: cells
        .filter((cell) => asked.fase_id === null || cell.culprit_fase_id === asked.fase_id)
        .map((cell) => ({ ...cell, share: cell.defects / all })),
      rowsUsed: all - without,
      rowsExcluded: [
        ...excluding({ 'defeitos sem fase culpada (células com culpada null)': without }),
        ...rowsExcluded,
      ],
    };
  },
});
