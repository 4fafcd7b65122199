import { z } from 'zod';
import { boundsOfShare } from '../../../evidence/index.js';
import { excluding } from '../../answer/excluding.js';
import { share } from '../../answer/given.js';
import { restsOnQuality } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualDays } from '../../answer/window.js';
import { defineList } from '../../service.js';
import { askedOf, qualityFilters } from '../asked.js';
import { boatsQuery, countBoats, noBoats } from '../boats.js';
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
  orders_past_first_inspection: z.int(),
  defects_per_100_orders: z.number().nullable(),
  defects_detected: z.int(),
});

type Found = Omit<z.output<typeof row>, 'fase_id' | 'orders_past_first_inspection'> & {
  fase_id: number | null;
  all_defects: number;
  without_culprit: number;
};

export const qualityByPhase = defineList({
  name: 'quality.by_phase',
  path: '/api/quality/by-phase',
  summary: 'Qualidade por fase',
  method:
    'Defeitos do barco que cada fase causou e que cada fase encontrou, dos barcos que passaram a primeira inspeção no período.',
  figures: [
    defects,
    severityMix,
    {
      figure: 'share_caused',
      title: 'Parte dos defeitos que a fase causou',
      unit: 'parte dos defeitos com culpada',
      definition:
        'Defeitos cuja fase culpada é esta, a dividir pelos que nomeiam uma culpada; share_caused_lowest e share_caused_highest dizem quanto seria se nenhum ou se todos os que não a nomeiam fossem desta fase.',
      limits: 'Onde muitos não nomeiam culpada, leia os limites, não só o valor.',
    },
    {
      figure: 'orders_with_defect',
      title: 'Barcos com defeito da fase',
      unit: 'barcos',
      definition:
        'Barcos que passaram a primeira inspeção no período e têm, até ao momento do ficheiro, pelo menos um defeito desta fase.',
      limits: 'Um barco com defeitos de duas fases conta nas duas.',
    },
  ],
  params: z.strictObject(qualityFilters),
  row,
  gates: ['culprit_attribution', ...restsOnQuality],
  usual: usualDays,
  rows: { day: 'inspected' },
  references: ['erros_ordem_fabrico.ofch_faseof_culpada', 'erros_ordem_fabrico.ofch_fase_avaliacao'],
  queries: [query, boatsQuery, ...leftOutQueries, knownPhaseQuery],
  async find(context, params) {
    const { client } = context;
    const asked = askedOf(params);
    await mustKnowPhase(client, asked.fase_id);
    const boats = await countBoats(client, asked);
    const leftOut = await qualityLeftOut(context, asked, { ofOrders: true });
    if (boats === 0) return { refused: noBoats, rowsUsed: 0, rowsExcluded: leftOut };
    const found = await query.rows<Found>(client, { ...asked });
    const all = found[0]?.all_defects ?? 0;
    const without = found[0]?.without_culprit ?? 0;
    const phases = found.filter((one) => one.fase_id !== null);
    return {
      data: phases
        .filter((one) => asked.fase_id === null || one.fase_id === asked.fase_id)
        .map((one) =>
          withShares({ ...one, fase_id: one.fase_id!, orders_past_first_inspection: boats }, all, without),
        ),
      rowsUsed: all - without + boats,
      rowsExcluded: [...excluding({ 'defeitos sem fase culpada': without }), ...leftOut],
    };
  },
});

function withShares(
  one: Omit<Found, 'fase_id'> & { fase_id: number; orders_past_first_inspection: number },
  all: number,
  without: number,
): z.output<typeof row> {
  const { all_defects: _, without_culprit: __, ...rest } = one;
  const bounds = boundsOfShare({ hits: one.defects_caused, covered: all - without, total: all });
  return {
    ...rest,
    share_caused: bounds.value,
    share_caused_lowest: bounds.lowest,
    share_caused_highest: bounds.highest,
    defects_per_100_orders: share(100 * one.defects_caused, one.orders_past_first_inspection),
  };
}
