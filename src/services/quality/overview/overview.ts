import { z } from 'zod';
import { boundsOfShare } from '../../../evidence/index.js';
import { type Given, given, share } from '../../answer/given.js';
import { filters } from '../../answer/params.js';
import { type Queryable, sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { defects, defectsPer100, firstPassYield, severityMix, withoutCulprit } from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, qualityLeftOut } from '../left-out.js';

const query = sqlFile(import.meta.url, 'overview.sql');
const phaseQuery = sqlFile(import.meta.url, 'of-a-phase.sql');

interface Counts extends Record<string, number> {
  orders_past_demould: number;
  orders_without_defect: number;
  defects: number;
  severity_1: number;
  severity_2: number;
  severity_3: number;
  defects_without_culprit: number;
}

const data = z.object({
  orders_past_demould: z.int(),
  orders_without_defect: z.int(),
  first_pass_yield: z.number().nullable(),
  defects: z.int(),
  defects_per_100_orders: z.number().nullable(),
  severity: z.array(
    z.object({
      gravidade: z.int().nullable().describe('null: sem gravidade'),
      defects: z.int(),
      share: z.number().nullable(),
    }),
  ),
  defects_without_culprit: z.int(),
  share_without_culprit: z.number().nullable(),
});

export const overview = defineAnswer({
  name: 'quality.overview',
  path: '/api/quality/overview',
  summary: 'Qualidade: panorama',
  method:
    'Erros pelo dia em que foram encontrados e ordens pelo dia em que foram desmoldadas pela primeira vez, ambos no período; com fase_id, só os erros causados por essa fase.',
  figures: [defects, defectsPer100, firstPassYield, severityMix, withoutCulprit],
  params: z.strictObject(filters),
  data,
  table: { row: data.omit({ severity: true }), rows: ({ severity: _, ...row }) => [row] },
  gates: [],
  filterGates: { fase_id: 'culprit_attribution' },
  references: ['erros_ordem_fabrico.ofch_of_id', 'erros_ordem_fabrico.ofch_faseof_culpada'],
  queries: [query, phaseQuery, ...leftOutQueries, knownPhaseQuery],
  async find({ client }, params) {
    const asked = given(params);
    await mustKnowPhase(client, asked.fase_id);
    const [all] = await query.rows<Counts>(client, { ...asked });
    const counts = asked.fase_id === null ? all! : await ofPhase(client, asked, all!);
    const attributed = all!.defects - all!.defects_without_culprit;
    return {
      data: describe(counts, all!),
      rowsUsed: counts.orders_past_demould + counts.defects,
      rowsExcluded: await qualityLeftOut(client, asked, { ofOrders: true }),
      ...(asked.fase_id === null
        ? {}
        : { bounds: boundsOfShare({ hits: counts.defects, covered: attributed, total: all!.defects }) }),
    };
  },
});

/** The same orders, of which those without an error of this phase, and the errors of this phase only. */
async function ofPhase(client: Queryable, asked: Given, all: Counts): Promise<Counts> {
  const [one] = await phaseQuery.rows<Counts & { orders_with_defect: number }>(client, { ...asked });
  const { orders_with_defect, ...errors } = one!;
  return { ...all, ...errors, orders_without_defect: all.orders_past_demould - orders_with_defect };
}

function describe(counts: Counts, all: Counts): z.output<typeof data> {
  const { severity_1, severity_2, severity_3, ...rest } = counts;
  const known = severity_1 + severity_2 + severity_3;
  const severities = [
    [1, severity_1],
    [2, severity_2],
    [3, severity_3],
    [null, counts.defects - known],
  ] as const;
  const perOrder = share(counts.defects, counts.orders_past_demould);
  return {
    ...rest,
    first_pass_yield: share(counts.orders_without_defect, counts.orders_past_demould),
    defects_per_100_orders: perOrder === null ? null : 100 * perOrder,
    severity: severities.map(([gravidade, n]) => ({
      gravidade,
      defects: n,
      share: share(n, counts.defects),
    })),
    share_without_culprit: share(all.defects_without_culprit, all.defects),
  };
}
