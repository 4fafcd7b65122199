import { z } from 'zod';
import { phase } from '../../../contract/factory/index.js';
import { excluding } from '../../answer/excluding.js';
import { given } from '../../answer/given.js';
import { filters, periodOf, truckSize, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { orderFigures } from '../order-row.js';

const query = sqlFile(import.meta.url, 'shipments.sql', { prepared: true });

const row = z.object({
  day: z.iso.date().describe('Dia de expedição previsto'),
  orders: z.int().describe('A soma das três colunas seguintes'),
  created: z.int(),
  in_progress: z.int(),
  awaiting_shipping: z.int().describe(`Prontas: em ${phase.warehouse} ou ${phase.packed}`),
  at_risk: z.int(),
  late: z.int(),
  ready_by_p50: z.int(),
  ready_by_p80: z.int(),
  without_forecast: z
    .int()
    .describe('Por acabar e sem previsão: não contam em ready_by_p50 nem em ready_by_p80'),
  trucks: z
    .int()
    .nullable()
    .describe('Camiões que os barcos do dia enchem ou começam; null: ninguém disse quantos cabem'),
  slipped: z.int().describe('Cujo dia uma carga viu passar para mais tarde (due_slips)'),
});

type Row = Omit<z.output<typeof row>, 'day' | 'trucks'> & {
  /** Null on the line that counts what has no day. */
  readonly day: string | null;
  readonly without_due: number;
  readonly with_due: number;
  readonly zombies: number;
};

export const shipments = defineList({
  name: 'prodplan.shipments',
  path: '/api/prodplan/shipments',
  summary: 'Expedições: barcos por dia previsto',
  method:
    'Ordens por entregar, sem zombies, por dia de expedição previsto: em que estado estão, quantas em risco, e quantas se espera que estejam acabadas até esse dia.',
  figures: [
    {
      figure: 'ready_by_p50',
      title: 'Esperadas até ao dia (e ready_by_p80)',
      unit: 'ordens',
      definition:
        'Ordens do dia que já estão prontas (AWAITING_SHIPPING) ou cujo acabamento esperado é até ao dia previsto: ready_by_p50 pelo dia até ao qual acaba metade das ordens da mesma idade, família e produto; ready_by_p80, mais prudente, pelo dia até ao qual acabam quatro em cada cinco.',
      limits:
        'Conta ordens, cada uma pela sua própria previsão; não é o número que o camião leva. Uma ordem por acabar sem previsão não conta em nenhum dos dois (without_forecast).',
    },
    {
      figure: 'trucks',
      title: 'Camiões',
      unit: 'camiões',
      definition:
        'Os barcos do dia (orders) a dividir pelos que um camião leva (truck_boats), arredondado para cima. Sem esse número nas Definições, nem no pedido, fica vazio.',
      limits:
        'O ficheiro não diz que camião leva que barco, nem o que cada um ocupa: um K4 conta como um K1.',
    },
    ...orderFigures.filter(({ figure }) => ['state', 'due_status', 'due_first'].includes(figure)),
  ],
  params: z.strictObject({ ...periodOf('de expedição previsto'), ...filters, ...zombieAge, ...truckSize }),
  row,
  // What has no day is counted beside, as in the list of risks: it shuts nothing.
  gates: [],
  weakening: ['due_date_coverage', 'product_family', ...restsOn.orders],
  rows: { day: null, open: true },
  references: ['ordens_fabrico.of_produto_id'],
  queries: [query],
  async find({ client }, params) {
    const { zombie_days, truck_boats } = params;
    const found = await query.rows<Row & Record<string, unknown>>(client, { ...given(params), zombie_days });
    const counts = found.find(({ day }) => day === null)!;
    const data = found.flatMap(({ without_due: _, with_due: __, zombies: ___, day, ...one }) =>
      day === null ? [] : [{ day, ...one, trucks: trucksFor(one.orders, truck_boats) }],
    );
    return {
      data,
      rowsUsed: data.reduce((sum, one) => sum + one.orders, 0),
      rowsExcluded: excluding({
        'sem dia de expedição previsto': counts.without_due,
        'zombies: contados à parte': counts.zombies,
      }),
      measured: {
        due_date_coverage: {
          total: counts.with_due + counts.without_due,
          covered: counts.with_due,
        },
      },
    };
  },
});

function trucksFor(boats: number, size: number | null): number | null {
  return size === null ? null : Math.ceil(boats / size);
}
