import { z } from 'zod';
import { boundsOfMean } from '../../../evidence/index.js';
import { excluding } from '../../answer/excluding.js';
import { given } from '../../answer/given.js';
import { filters, periodOf, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';

const query = sqlFile(import.meta.url, 'wip-mass.sql', { prepared: true });

const mass = {
  orders: z.number().int(),
  measured_orders: z.number().int(),
  measured_kg: z.number().describe('Soma dos pesos medidos'),
  model_orders: z.number().int().describe('Por pesar, com peso no modelo'),
  model_kg: z.number().describe('Soma dos pesos dos modelos'),
  unknown_orders: z.number().int().describe('Sem peso medido nem no modelo: não somam, nem como 0'),
};

const atPhase = z.object({
  fase_id: z.number().int().nullable(),
  fase_nome: z.string().nullable(),
  ...mass,
});

const data = z.object({ total: z.object(mass), phases: z.array(atPhase) });

type Row = z.output<typeof atPhase> & {
  readonly is_total: boolean;
  readonly not_begun: number;
  readonly zombies: number;
  readonly heaviest_kg: number | null;
};

export const wipMass = defineAnswer({
  name: 'smartinventory.wip_mass',
  path: '/api/smartinventory/wip_mass',
  summary: 'Massa em curso',
  method:
    'Massa das ordens começadas e por entregar: o peso medido, senão o do modelo, senão desconhecida; os limites são de kg por ordem.',
  figures: [
    {
      figure: 'measured_kg',
      title: 'Massa em curso: medida (e model_kg, e unknown_orders)',
      unit: 'kg',
      definition:
        'Das ordens nos estados IN_PROGRESS e AWAITING_SHIPPING, sem zombies (from e to são dias de criação): o peso medido da ordem (FaseOf_Peso acima de 0: no controlo ' +
        'final, senão no corte, senão no desmolde, senão noutra fase; de vários na mesma, o maior); se nunca foi pesada, o do modelo (se espera ' +
        'expedição, Produto_PesoAcabamento, ou Produto_PesoDesmolde onde aquele é 0 ou vazio; nas outras, Produto_PesoDesmolde, ou Produto_PesoAcabamento onde aquele é 0 ou vazio); se nem isso, é desconhecida. Três colunas, nunca um 0 calado. Os limites (bounds) são ' +
        'da média de kg por ordem, se as que não foram pesadas nada pesassem, ou pesassem o que pesa a mais pesada.',
      limits:
        'O peso medido pode ser de antes de colar ou acabar. Peso 0 ou vazio quer dizer não pesado. Uma ordem ainda na preparação de molde ' +
        'conta com o peso do modelo. Ordens por começar não têm massa e ficam de fora.',
    },
  ],
  params: z.strictObject({ ...periodOf('da criação da ordem'), ...filters, ...zombieAge }),
  data,
  table: { row: atPhase, rows: ({ phases }) => phases },
  gates: ['weight_coverage'],
  weakening: ['product_join', ...restsOn.orders, ...restsOn.phases],
  rows: { day: 'created', open: true },
  references: ['ordens_fabrico.of_produto_id', 'fases_ordem_fabrico.faseof_of_id'],
  queries: [query],
  async find({ client }, params) {
    const [total, ...phases] = await query.rows<Row>(client, {
      ...given(params),
      zombie_days: params.zombie_days,
    });
    const all = total as Row;
    const { orders, measured_orders, measured_kg, heaviest_kg } = all;
    return {
      data: { total: all, phases: phases.filter((one) => one.orders > 0) },
      rowsUsed: orders - all.unknown_orders,
      rowsExcluded: excluding({
        'sem peso medido nem no modelo': all.unknown_orders,
        'por começar: ainda não têm massa': all.not_begun,
        'zombies, que não são trabalho em mão': all.zombies,
      }),
      ...(heaviest_kg === null
        ? {}
        : {
            bounds: boundsOfMean(
              { sum: measured_kg, covered: measured_orders, total: orders },
              0,
              heaviest_kg,
            ),
          }),
    };
  },
});
