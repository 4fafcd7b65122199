import { z } from 'zod';
import { lineClasses } from '../../../contract/factory/index.js';
import { lineFilters } from '../../answer/line-filters.js';
import { orderId, paging } from '../../answer/params.js';
import { rankPage } from '../../answer/rank.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { askedOf, qualityFilters } from '../asked.js';
import { lineClassFigure } from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';

const query = sqlFile(import.meta.url, 'defect-lines.sql');
const countQuery = sqlFile(import.meta.url, 'how-many-lines.sql');

const row = z.object({
  rank: z.int(),
  of_id: z.int(),
  first_inspection_day: z.iso
    .date()
    .nullable()
    .describe('Dia da primeira inspeção do barco; null: ainda não a passou'),
  found_day: z.iso.date().nullable().describe('Dia em que a linha foi escrita; null: não se conhece'),
  produto_id: z.int().nullable(),
  familia: z.string().nullable(),
  class: z.enum(lineClasses),
  descricao_id: z.int().nullable(),
  text: z.string().nullable(),
  gravidade: z.int().nullable(),
  detecting_fase_id: z.int().nullable(),
  culprit_fase_id: z.int().nullable(),
  lines: z.int().describe('Linhas iguais deste barco'),
});

export const defectLines = defineList({
  name: 'quality.defect_lines',
  path: '/api/quality/defect-lines',
  summary: 'Qualidade: as linhas de erro por trás de uma classe ou de um texto',
  method:
    'As linhas de erro, barco a barco, do que passou a primeira inspeção mais tarde para o que a passou mais cedo; sem período, também as de barcos que ainda não a passaram.',
  figures: [lineClassFigure],
  params: z.strictObject({
    ...qualityFilters,
    of_id: orderId.describe('Só as linhas deste barco (Of_Id)').optional(),
    class: z.enum(lineClasses).describe('Só as linhas desta classe').optional(),
    descricao_id: lineFilters.descricao_id,
    gravidade: lineFilters.gravidade,
    detecting_fase_id: lineFilters.detecting_fase_id,
    ...paging,
  }),
  row,
  gates: [...restsOn.phases, ...restsOn.errors],
  weakening: [...restsOn.orders],
  rows: { day: 'inspected' },
  filterGates: { fase_id: 'culprit_attribution' },
  references: ['erros_ordem_fabrico.ofch_of_id', 'erros_ordem_fabrico.ofch_faseof_culpada'],
  queries: [query, countQuery, knownPhaseQuery],
  async find({ client }, params) {
    const asked = askedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const list = rankPage(params);
    const { of_id, class: ofClass, descricao_id, gravidade, detecting_fase_id } = params;
    const wanted = { ...asked, of_id, class: ofClass, descricao_id, gravidade, detecting_fase_id };
    const found = await query.rows<z.output<typeof row>>(client, { ...wanted, ...list.params });
    const [all] = await countQuery.rows<{ lines: number }>(client, wanted);
    return { ...list.page(found), rowsUsed: all!.lines };
  },
});
