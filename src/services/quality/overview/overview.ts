import { z } from 'zod';
import { routeKindNames } from '../../../contract/factory/index.js';
import { boundsOfShare, type Refusal, type Support } from '../../../evidence/index.js';
import { excluding } from '../../answer/excluding.js';
import { share } from '../../answer/given.js';
import { restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { windowText } from '../../answer/window.js';
import { defineHeadline, fewestBoats } from '../../headline.js';
import { askedOf, culpritMissing, notOfAPhase, qualityFilters } from '../asked.js';
import {
  byRoute,
  defects,
  defectsPer100,
  firstPassYield,
  otherLines,
  severityMix,
  withoutCulprit,
} from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, qualityLeftOut } from '../left-out.js';
import { kindOf, type LinesOfKind, silentCaveat } from '../silent.js';
import { add, type BoatCounts, noCounts, onlyOfPhase, type PhaseCounts, per100 } from './boat-counts.js';

const query = sqlFile(import.meta.url, 'overview.sql');
const phaseQuery = sqlFile(import.meta.url, 'of-a-phase.sql');

const yields = {
  orders_past_first_inspection: z.int(),
  orders_without_defect: z.int(),
  first_pass_yield: z.number(),
  orders_without_severity_2: z.int().describe('Barcos sem defeitos de gravidade 2 ou 3'),
  first_pass_yield_severity_2: z.number(),
  orders_without_severity_3: z.int().describe('Barcos sem defeitos de gravidade 3'),
  first_pass_yield_severity_3: z.number(),
  defects: z.int(),
  defects_per_100_orders: z.number(),
  mould_lines: z.int().nullable().describe(notOfAPhase),
  mould_lines_per_100_orders: z.number().nullable().describe(notOfAPhase),
  passed_lines: z.int().nullable().describe(notOfAPhase),
  passed_lines_per_100_orders: z.number().nullable().describe(notOfAPhase),
};

const shape = z.object({
  ...yields,
  severity: z.array(
    z.object({
      gravidade: z.int().nullable().describe('null: sem gravidade'),
      defects: z.int(),
      share: z.number().nullable(),
    }),
  ),
  defects_without_culprit: z.int().nullable().describe(notOfAPhase),
  share_without_culprit: z.number().nullable().describe(notOfAPhase),
  defects_culprit_missing: z.int().nullable().describe(culpritMissing),
  defects_unknown: z.int(),
  share_unknown: z.number().nullable(),
  by_route: z.array(z.object({ route_kind: z.enum(routeKindNames), ...yields })),
});

export const qualityOverview = defineHeadline({
  name: 'quality.overview',
  path: '/api/quality/overview',
  summary: 'Qualidade: panorama',
  method:
    'Barcos pelo dia em que passaram a primeira inspeção (desmolde, ou controlo final onde não o há), e os defeitos desses mesmos barcos; linhas sobre moldes e linhas que passaram ao lado; com fase_id, só os defeitos causados por essa fase. Ao lado, os do período anterior e os de sempre.',
  figures: [defects, defectsPer100, firstPassYield, byRoute, severityMix, withoutCulprit, otherLines],
  params: z.strictObject(qualityFilters),
  shape,
  gates: [...restsOnQuality],
  rows: { day: 'inspected' },
  filterGates: { fase_id: 'culprit_attribution' },
  references: ['erros_ordem_fabrico.ofch_of_id', 'erros_ordem_fabrico.ofch_faseof_culpada'],
  queries: [query, phaseQuery, ...leftOutQueries, knownPhaseQuery],
  async find(context, params) {
    const { client, window } = context;
    const asked = askedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const all = await query.rows<KindCounts & Record<string, number>>(client, { ...asked });
    const rowsExcluded = await qualityLeftOut(context, asked, { ofOrders: true });
    const boats = all.reduce((sum, one) => sum + one.orders_past_first_inspection, 0);
    if (boats < fewestBoats) return tooFewBoats(boats, windowText(window!), rowsExcluded);
    const isOfAPhase = asked.fase_id !== null;
    const ofPhase = !isOfAPhase ? null : await phaseQuery.rows<PhaseCounts>(client, { ...asked });
    const routes = ofPhase === null ? all : all.map((one) => onlyOfPhase(one, ofPhase));
    const [counts, whole] = [routes.reduce(add, noCounts), all.reduce(add, noCounts)];
    const attributed = whole.defects - whole.defects_without_culprit;
    return {
      data: {
        ...yieldsOf(counts, isOfAPhase),
        severity: severitiesOf(counts),
        defects_without_culprit: isOfAPhase ? null : counts.defects_without_culprit,
        share_without_culprit: isOfAPhase ? null : share(counts.defects_without_culprit, counts.defects),
        defects_culprit_missing: isOfAPhase ? null : counts.defects_culprit_missing,
        defects_unknown: counts.defects_unknown,
        share_unknown: share(counts.defects_unknown, counts.defects),
        by_route: routes.map((one) => ({
          route_kind: kindOf(one.first_inspection),
          ...yieldsOf(one, isOfAPhase),
        })),
      },
      rowsUsed: counts.orders_past_first_inspection + counts.defects,
      rowsExcluded,
      ...silentCaveat(all.map(linesOf)),
      ...(ofPhase === null
        ? {}
        : { bounds: boundsOfShare({ hits: counts.defects, covered: attributed, total: whole.defects }) }),
    };
  },
});

type KindCounts = BoatCounts & { readonly first_inspection: number };

function tooFewBoats(boats: number, when: string, rowsExcluded: Support['rows_excluded']): Refusal {
  return {
    refused: {
      reason: `Só ${boats} barcos passaram a primeira inspeção ${when}: são precisos ${fewestBoats}.`,
      suggestion: 'Peça um período mais longo (from), ou menos filtros.',
    },
    rowsUsed: 0,
    rowsExcluded: [...rowsExcluded, ...excluding({ 'barcos de um período com poucos': boats })],
  };
}

function linesOf(one: KindCounts): LinesOfKind {
  return {
    first_inspection: one.first_inspection,
    boats: one.orders_past_first_inspection,
    lines: one.defects + one.mould_lines + one.passed_lines,
  };
}

function yieldsOf(counts: BoatCounts, isOfAPhase: boolean): z.output<z.ZodObject<typeof yields>> {
  const orders = counts.orders_past_first_inspection;
  const { mould_lines, passed_lines } = counts;
  return {
    orders_past_first_inspection: orders,
    orders_without_defect: counts.orders_without_defect,
    first_pass_yield: counts.orders_without_defect / orders,
    orders_without_severity_2: counts.orders_without_severity_2,
    first_pass_yield_severity_2: counts.orders_without_severity_2 / orders,
    orders_without_severity_3: counts.orders_without_severity_3,
    first_pass_yield_severity_3: counts.orders_without_severity_3 / orders,
    defects: counts.defects,
    defects_per_100_orders: per100(counts.defects, orders),
    mould_lines: isOfAPhase ? null : mould_lines,
    mould_lines_per_100_orders: isOfAPhase ? null : per100(mould_lines, orders),
    passed_lines: isOfAPhase ? null : passed_lines,
    passed_lines_per_100_orders: isOfAPhase ? null : per100(passed_lines, orders),
  };
}

function severitiesOf(counts: BoatCounts): z.output<typeof shape>['severity'] {
  const { severity_1, severity_2, severity_3, defects: all } = counts;
  const mix = [
    [1, severity_1],
    [2, severity_2],
    [3, severity_3],
    [null, all - severity_1 - severity_2 - severity_3],
  ] as const;
  return mix.map(([gravidade, n]) => ({ gravidade, defects: n, share: share(n, all) }));
}
