import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { given } from '../../answer/given.js';
import { filters, periodOf, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { orderFigures } from '../order-row.js';

const query = sqlFile(import.meta.url, 'schedule.sql', { prepared: true });

const days = z.number().int().nullable();

const standing = z.object({
  orders: z.number().int().describe('Por entregar, sem zombies'),
  in_hand: z.number().int().describe('Com a fase atual começada e por acabar'),
  queued: z.number().int().describe('As outras: à espera nesta fase, ou já acabadas nela e por seguir'),
  age_days_median: days,
  age_days_p90: days,
  age_days_oldest: days,
  standing_days_median: days,
  standing_days_p90: days,
  standing_days_longest: days,
  late: z.number().int(),
  at_risk: z.number().int(),
  zombies: z.number().int(),
  zombie_days_oldest: days,
});

const atPhase = z.object({
  fase_id: z.number().int().nullable(),
  fase_nome: z.string().nullable(),
  is_production: z.boolean().nullable(),
  is_automatic: z.boolean().nullable(),
  ...standing.shape,
});

type Row = z.output<typeof atPhase> & {
  readonly is_total: boolean;
  readonly without_creation: number;
  readonly phase_unknown: number;
};

export const schedule = defineAnswer({
  name: 'prodplan.schedule',
  path: '/api/prodplan/schedule/current',
  summary: 'O que está em curso, por fase',
  method:
    'Ordens por entregar contadas uma vez, na fase atual (Of_FaseId); idades até ao dia do ficheiro; zombies à parte.',
  figures: [
    {
      figure: 'orders',
      title: 'Ordens na fase',
      unit: 'ordens',
      definition:
        'Ordens nos estados CREATED, IN_PROGRESS e AWAITING_SHIPPING, cada uma na sua fase atual; from e to são dias de criação. Em mão (in_hand) quando a fase está ' +
        'começada e por acabar; as outras estão na fila (queued).',
      limits:
        'Fases por acabar numa ordem fechada não contam. Uma fase que o ERP já dá por acabada, sem a ordem ter seguido, fica na fila.',
    },
    {
      figure: 'age_days_median',
      title: 'Idade mediana (e p90, e a maior)',
      unit: 'dias',
      definition: 'Dias da criação ao dia do ficheiro, das ordens que não são zombies; percentil observado.',
      limits: 'Conta desde a criação, não desde o início do trabalho.',
    },
    {
      figure: 'standing_days_median',
      title: 'Dias parada na fase',
      unit: 'dias',
      definition:
        'Dias desde que está na fase atual: o início da fase em curso, senão a última coisa que lhe aconteceu, senão a criação.',
      limits: 'O ERP não regista quando a ordem muda de fase; é o melhor que os tempos das fases dizem.',
    },
    ...orderFigures.slice(1, 3),
  ],
  params: z.strictObject({ ...periodOf('da criação da ordem'), ...filters, ...zombieAge }),
  data: z.object({ total: standing, phases: z.array(atPhase) }),
  table: { row: atPhase, rows: ({ phases }) => phases },
  gates: [],
  weakening: [...restsOn.orders, ...restsOn.phases],
  rows: { day: 'created', open: true },
  references: ['ordens_fabrico.of_fase_id', 'ordens_fabrico.of_produto_id'],
  queries: [query],
  async find({ client }, params) {
    const [total, ...phases] = await query.rows<Row>(client, {
      ...given(params),
      zombie_days: params.zombie_days,
    });
    const all = total as Row;
    return {
      data: { total: all, phases },
      rowsUsed: all.orders - all.without_creation,
      rowsExcluded: excluding({
        'zombies: contados à parte, fora das idades': all.zombies,
        'sem data de criação: fora das idades': all.without_creation,
      }),
    };
  },
});
