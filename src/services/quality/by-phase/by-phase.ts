import { z } from 'zod';
import { boundsOfShare } from '../../../evidence/index.js';
import { excluding } from '../../answer/excluding.js';
import { given, share } from '../../answer/given.js';
import { filters } from '../../answer/params.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { defects, severityMix } from '../figures.js';
import { phaseQuery as knownPhaseQuery, mustKnowPhase } from '../known-phase.js';
import { leftOutQueries, qualityLeftOut } from '../left-out.js';

const query = sqlFile(import.meta.url, 'by-phase.sql');

const row = z.object({
  fase_id: z.int(),
  fase_nome: z.string().nullable(),
  defects_caused: z.int(),
  share_caused: z.number().nullable(),
  share_caused_lowest: z.number(),
  share_caused_highest: z.number(),
  severity_1: z.int(),
  severity_2: z.int(),
  severity_3: z.int(),
  orders_with_defect: z.int(),
  orders_past_demould: z.int(),
  defects_per_100_orders: z.number().nullable(),
  defects_detected: z.int(),
});

type Found = Omit<z.output<typeof row>, 'fase_id'> & {
  fase_id: number | null;
  all_defects: number;
  without_culprit: number;
};

export const byPhase = defineList({
  name: 'quality.by_phase',
  path: '/api/quality/by-phase',
  summary: 'Qualidade por fase',
  method:
    'Erros que cada fase causou e que cada fase encontrou, no período; as ordens contam pelo dia do primeiro desmolde.',
  figures: [
    defects,
    severityMix,
    {
      figure: 'share_caused',
      title: 'Parte dos erros que a fase causou',
      unit: 'parte dos erros com culpada',
      definition:
        'Erros cuja fase culpada é esta, a dividir pelos erros que nomeiam uma culpada; share_caused_lowest e share_caused_highest dizem quanto seria se nenhum ou se todos os que não a nomeiam fossem desta fase.',
      limits: 'Cerca de dois erros em cada cinco não nomeiam culpada: leia os limites, não só o valor.',
    },
    {
      figure: 'orders_with_defect',
      title: 'Ordens com erro da fase',
      unit: 'ordens',
      definition:
        'Ordens desmoldadas pela primeira vez no período que têm, até ao momento do ficheiro, pelo menos um erro desta fase.',
      limits: 'Uma ordem com erros de duas fases conta nas duas.',
    },
  ],
  params: z.strictObject(filters),
  row,
  gates: ['culprit_attribution'],
  references: ['erros_ordem_fabrico.ofch_faseof_culpada', 'erros_ordem_fabrico.ofch_fase_avaliacao'],
  queries: [query, ...leftOutQueries, knownPhaseQuery],
  async find({ client }, params) {
    const asked = given(params);
    await mustKnowPhase(client, asked.fase_id);
    const found = await query.rows<Found>(client, { ...asked });
    const all = found[0]?.all_defects ?? 0;
    const without = found[0]?.without_culprit ?? 0;
    const phases = found.filter((one) => one.fase_id !== null);
    return {
      data: phases
        .filter((one) => asked.fase_id === null || one.fase_id === asked.fase_id)
        .map((one) => withShares({ ...one, fase_id: one.fase_id! }, all, without)),
      rowsUsed: all - without,
      rowsExcluded: [
        ...excluding({ 'erros sem fase culpada': without }),
        ...(await qualityLeftOut(client, asked, { ofOrders: true })),
      ],
    };
  },
});

function withShares(
  one: Omit<Found, 'fase_id'> & { fase_id: number },
  all: number,
  without: number,
): z.output<typeof row> {
  const { all_defects: _, without_culprit: __, ...rest } = one;
  const bounds = boundsOfShare({ hits: one.defects_caused, covered: all - without, total: all });
  const perOrder = share(one.defects_caused, one.orders_past_demould);
  return {
    ...rest,
    share_caused: bounds.value,
    share_caused_lowest: bounds.lowest,
    share_caused_highest: bounds.highest,
    defects_per_100_orders: perOrder === null ? null : 100 * perOrder,
  };
}
