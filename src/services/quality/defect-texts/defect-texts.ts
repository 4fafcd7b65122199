import { z } from 'zod';
import { lineClasses } from '../../../contract/factory/index.js';
import { paging } from '../../answer/params.js';
import { rankPage } from '../../answer/rank.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { askedOf, qualityFilters } from '../asked.js';
import { boatsQuery, countBoats, noBoats } from '../boats.js';
import { lineClassFigure } from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';

const query = sqlFile(import.meta.url, 'defect-texts.sql');

const row = z.object({
  rank: z.int(),
  descricao_id: z.int().nullable().describe('Para pedir as linhas em defect-lines; null: linhas sem texto'),
  text: z.string().nullable(),
  class: z.enum(lineClasses),
  decided: z.boolean().describe('Alguém o decidiu; senão, as regras'),
  decided_at: z.string().nullable(),
  lines: z.int(),
  share: z.number().describe('Parte de todas as linhas que passam nos filtros, de todas as classes'),
  lines_with_culprit: z.int(),
  severity_1: z.int(),
  severity_2: z.int(),
  severity_3: z.int(),
});

type Found = z.output<typeof row> & { rows_used: number };

export const defectTexts = defineList({
  name: 'quality.defect_texts',
  path: '/api/quality/defect-texts',
  summary: 'Qualidade: os textos das linhas de erro e a sua classe',
  method:
    'Cada texto das linhas de erro dos barcos que passaram a primeira inspeção no período, com a classe que as regras ou alguém lhe deram e quantas linhas o dizem.',
  figures: [lineClassFigure],
  params: z.strictObject({
    ...qualityFilters,
    class: z.enum(lineClasses).describe('Só os textos desta classe').optional(),
    ...paging,
  }),
  row,
  gates: [...restsOn.phases, ...restsOn.errors],
  weakening: [...restsOn.orders],
  rows: { day: 'inspected' },
  filterGates: { fase_id: 'culprit_attribution' },
  references: ['erros_ordem_fabrico.ofch_of_id', 'erros_ordem_fabrico.ofch_faseof_culpada'],
  queries: [query, boatsQuery, knownPhaseQuery],
  async find({ client }, params) {
    const asked = askedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const list = rankPage(params);
    const found = await query.rows<Found>(client, { ...asked, class: params.class, ...list.params });
    if (found.length === 0 && (await countBoats(client, asked)) === 0)
      return { refused: noBoats, rowsUsed: 0 };
    const { data, nextCursor } = list.page(found);
    return {
      data: data.map(({ rows_used: _, decided_at, ...one }) => ({
        ...one,
        decided_at: decided_at === null ? null : String(decided_at),
      })),
      nextCursor,
      rowsUsed: found[0]?.rows_used ?? 0,
    };
  },
});
