import { z } from 'zod';
import { lineFilters } from '../../answer/line-filters.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { linesAskedOf, qualityFilters } from '../asked.js';
import { lineClassFigure } from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';

const query = sqlFile(import.meta.url, 'defect-boats.sql');

const data = z.object({
  orders: z.int(),
  lines: z.int(),
  of_id: z.array(z.int()).describe('Primeiro as que têm mais linhas'),
  lines_of: z.array(z.int()).describe('Linhas de cada uma, pela mesma ordem'),
});

/** The list behind a bar, a cell or a point: a page that has all boats needs their numbers only. */
export const defectBoats = defineAnswer({
  name: 'quality.defect_boats',
  path: '/api/quality/defect-boats',
  summary: 'Qualidade: as ordens que têm as linhas de erro pedidas',
  method:
    'Ordens com pelo menos uma linha de erro que passa em todos os filtros, com o número dessas linhas; sem período, também as de barcos que ainda não passaram a primeira inspeção.',
  figures: [lineClassFigure],
  params: z.strictObject({ ...qualityFilters, ...lineFilters }),
  data,
  table: {
    row: z.object({ of_id: z.int(), lines: z.int() }),
    rows: ({ of_id, lines_of }) => of_id.map((one, n) => ({ of_id: one, lines: lines_of[n]! })),
  },
  gates: [...restsOn.phases, ...restsOn.errors],
  weakening: [...restsOn.orders],
  rows: { day: 'inspected' },
  filterGates: { fase_id: 'culprit_attribution' },
  references: ['erros_ordem_fabrico.ofch_of_id', 'erros_ordem_fabrico.ofch_faseof_culpada'],
  queries: [query, knownPhaseQuery],
  async find({ client }, params) {
    const asked = linesAskedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const [found] = await query.rows<z.output<typeof data>>(client, { ...asked });
    return { data: found!, rowsUsed: found!.lines };
  },
});
