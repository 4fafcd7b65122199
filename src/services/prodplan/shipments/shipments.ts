import { z } from 'zod';
import { highShare, judgedWeeks, lowShare, openHorizons } from '../../../aggregates/index.js';
import { phase } from '../../../contract/factory/index.js';
import { plainDecimal } from '../../../platform/numbers.js';
import { excluding } from '../../answer/excluding.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { given } from '../../answer/given.js';
import { filters, periodOf, truckSize, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { orderFigures } from '../order-row.js';
import { expectedBoats, type PastWeeks } from './expected.js';

const query = sqlFile(import.meta.url, 'shipments.sql', { prepared: true });
const factorsQuery = sqlFile(import.meta.url, 'past-factors.sql', { prepared: true });

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
  expected: z.number().describe('Soma das probabilidades; as prontas contam inteiras'),
  expected_low: z.int().nullable().describe('null sem 52 semanas ensaiadas'),
  expected_high: z.int().nullable(),
  without_forecast: z
    .int()
    .describe('Por acabar e sem previsão: não contam em ready_by_p50 nem em ready_by_p80'),
  trucks: z
    .int()
    .nullable()
    .describe('Camiões que os barcos do dia enchem ou começam; null: ninguém disse quantos cabem'),
  slipped: z.int().describe('Cujo dia uma carga viu passar para mais tarde (due_slips)'),
});

type Row = Omit<z.output<typeof row>, 'day' | 'trucks' | 'expected' | 'expected_low' | 'expected_high'> & {
  /** Of those that are not ready, the chance to be finished by the day. */
  readonly shares: readonly number[] | null;
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
    {
      figure: 'expected (shipments)',
      title: 'Barcos esperados até ao dia (e expected_low, expected_high)',
      unit: 'barcos',
      definition:
        `Soma, pelas ordens do dia, da probabilidade de estarem acabadas até esse dia (a conta de remaining_days_median; 1 se já estão prontas). O intervalo é para barcos que dependem uns dos outros: de cada uma das últimas ${judgedWeeks} semanas ensaiadas tira-se o fator que, multiplicado pelo risco de todas as ordens então por acabar, daria os barcos que vieram; para cada fator conta-se quantos destes barcos viriam (aproximação normal de barcos independentes), e o intervalo são os quantis ${plainDecimal(lowShare)} e ${plainDecimal(highShare)} da mistura. ` +
        `O fator é o do horizonte ensaiado que chega ao dia: ${openHorizons.join(', ')} dias. Deve conter quatro resultados em cada cinco.`,
      limits:
        'Só conhece a idade, a família e o modelo. O dia previsto é marcado quando o barco está quase pronto, e disso a conta não sabe: costuma vir mais do que o esperado. O ensaio é de todas as ordens por acabar, não das que têm dia. Uma ordem por acabar sem previsão conta 0.',
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
  queries: [query, factorsQuery],
  async find({ client, publication }, params) {
    const { zombie_days, truck_boats } = params;
    const weeks = await factorsQuery.rows<PastWeeks & Record<string, unknown>>(client, {
      weeks: judgedWeeks,
    });
    const found = await query.rows<Row & Record<string, unknown>>(client, { ...given(params), zombie_days });
    const told = { today: publication.as_of.slice(0, 10), weeks };
    const counts = found.find(({ day }) => day === null)!;
    const data = found.flatMap(({ without_due: _, with_due: __, zombies: ___, day, shares, ...one }) =>
      day === null
        ? []
        : [
            {
              day,
              ...one,
              ...expectedBoats(day, one.awaiting_shipping, shares ?? [], told),
              trucks: trucksFor(one.orders, truck_boats),
            },
          ],
    );
    return {
      data,
      rowsUsed: data.reduce((sum, one) => sum + one.orders, 0),
      rowsExcluded: excluding({
        'sem dia de expedição previsto': counts.without_due,
        'zombies: contados à parte': counts.zombies,
      }),
      ...caveatOf(data.some((one) => one.expected_low === null) ? noInterval : null),
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

const noInterval = `Sem intervalo dos barcos esperados: são precisas ${judgedWeeks} semanas passadas ensaiadas, cada uma com um ano de história antes; a tarefa refresh_backtest faz o ensaio de hora a hora.`;
