import { z } from 'zod';
import { routeKindNames } from '../../../contract/factory/index.js';
import { paging } from '../../answer/params.js';
import { rankPage } from '../../answer/rank.js';
import { restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualDays } from '../../answer/window.js';
import { defineList } from '../../service.js';
import { askedOf, culpritMissing, notOfAPhase, qualityFilters } from '../asked.js';
import { boatsQuery, countBoats, noBoats } from '../boats.js';
import {
  defects,
  defectsPer100,
  firstPassYield,
  otherLines,
  severityMix,
  withoutCulprit,
} from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, qualityLeftOut } from '../left-out.js';
import { linesOfKinds, linesOfKindsQuery } from '../lines-of-kinds.js';
import { noLinesCaveat } from '../silent.js';

const query = sqlFile(import.meta.url, 'by-product.sql');

const row = z.object({
  rank: z.int(),
  produto_id: z.int().nullable().describe('null: barcos sem produto'),
  produto_nome: z.string().nullable().describe('null: Modelos não conhece o produto'),
  familia: z.string().nullable(),
  route_kind: z.enum(routeKindNames),
  orders_past_first_inspection: z.int(),
  orders_without_defect: z.int(),
  first_pass_yield: z.number(),
  first_pass_yield_severity_2: z.number(),
  first_pass_yield_severity_3: z.number(),
  defects: z.int(),
  defects_per_100_orders: z.number(),
  severity_1: z.int(),
  severity_2: z.int(),
  severity_3: z.int(),
  defects_without_culprit: z.int().nullable().describe(notOfAPhase),
  share_without_culprit: z.number().nullable().describe(notOfAPhase),
  defects_culprit_missing: z.int().nullable().describe(culpritMissing),
  mould_lines: z.int().nullable().describe(notOfAPhase),
  passed_lines: z.int().nullable().describe(notOfAPhase),
});

type Found = z.output<typeof row> & { rows_used: number };

export const qualityByProduct = defineList({
  name: 'quality.by_product',
  path: '/api/quality/by-product',
  summary: 'Qualidade por produto',
  method:
    'Por produto e tipo de rota, os barcos que passaram a primeira inspeção no período e os seus defeitos, mais defeitos primeiro; também os produtos que Modelos não conhece.',
  figures: [defects, defectsPer100, firstPassYield, severityMix, withoutCulprit, otherLines],
  params: z.strictObject({ ...qualityFilters, ...paging }),
  row,
  gates: ['product_join', ...restsOnQuality],
  usual: usualDays,
  rows: { day: 'inspected' },
  filterGates: { fase_id: 'culprit_attribution' },
  references: ['ordens_fabrico.of_produto_id', 'erros_ordem_fabrico.ofch_of_id'],
  queries: [query, boatsQuery, ...leftOutQueries, knownPhaseQuery, linesOfKindsQuery],
  async find(context, params) {
    const { client } = context;
    const asked = askedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const list = rankPage(params);
    const found = await query.rows<Found>(client, { ...asked, ...list.params });
    const rowsExcluded = await qualityLeftOut(context, asked, { ofOrders: true });
    if (found.length === 0 && (await countBoats(client, asked)) === 0)
      return { refused: noBoats, rowsUsed: 0, rowsExcluded };
    const { data, nextCursor } = list.page(found);
    return {
      data: data.map(({ rows_used: _, ...one }) => one),
      nextCursor,
      rowsUsed: found[0]?.rows_used ?? 0,
      rowsExcluded,
      ...noLinesCaveat(await linesOfKinds(context, asked)),
    };
  },
});
