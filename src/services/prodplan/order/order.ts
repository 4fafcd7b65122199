import { z } from 'zod';
import { noForecastReasons } from '../../../aggregates/index.js';
import { missing } from '../../answer/missing.js';
import { orderId, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { orderFigures, orderRow } from '../order-row.js';
import { remainingFigures } from '../risk-queue/figures.js';

const query = sqlFile(import.meta.url, 'order.sql', { prepared: true });

export const orderFacts = orderRow.extend({
  started_at: z.string().nullable().describe('Primeira fase que começou, sem contar a espera (11)'),
  last_activity_at: z.string().nullable(),
  phases_open: z.number().int().describe('Fases começadas e por acabar'),
  reworks: z.number().int().describe('Fases de retorno, também as previstas'),
  weight_kg: z
    .number()
    .nullable()
    .describe(
      'Peso medido: no controlo final, senão no corte, no desmolde, noutra fase; null se nunca foi pesada',
    ),
  has_date_in_future: z.boolean(),
  finishes_before_creation: z.boolean(),
  late_chance: z
    .number()
    .nullable()
    .describe('Probabilidade de atraso; null enquanto está recusada (ver late_chance)'),
  expected_finish_day: z.string().nullable().describe('Metade das ordens assim acaba até este dia'),
  remaining_days_median: z.number().int().nullable(),
  remaining_days_p80: z.number().int().nullable(),
  remaining_days_p90: z.number().int().nullable(),
  remaining_days_p95: z.number().int().nullable(),
  forecast_sample: z.number().int().nullable().describe('Acabamentos da família no último ano'),
  no_forecast_reason: z.enum(noForecastReasons).nullable(),
  product_is_known: z.boolean(),
  model_demould_kg: z.number().nullable(),
  model_finished_kg: z.number().nullable(),
  model_gelcoat_deck_kg: z.number().nullable(),
  model_gelcoat_hull_kg: z.number().nullable(),
});

export const order = defineAnswer({
  name: 'prodplan.order',
  path: '/api/prodplan/orders/{of_id}',
  summary: 'Uma ordem de fabrico',
  method: 'O que o ficheiro diz de uma ordem: onde está, desde quando, o que já se fez e o prazo.',
  figures: [...orderFigures, ...remainingFigures],
  params: z.strictObject({ of_id: orderId, ...zombieAge }),
  data: orderFacts,
  table: { row: orderFacts, rows: (data) => [data] },
  gates: [],
  weakening: [...restsOn.phases, ...restsOn.errors],
  rows: { day: 'created' },
  references: ['ordens_fabrico.of_produto_id', 'fases_ordem_fabrico.faseof_of_id'],
  queries: [query],
  async find({ client }, { of_id, zombie_days }) {
    const [row] = await query.rows<z.output<typeof orderFacts>>(client, { of_id, zombie_days });
    if (row === undefined) throw missing('order', of_id);
    const lacksModel = row.produto_id !== null && !row.product_is_known;
    return {
      data: row,
      rowsUsed: 1 + row.phases + row.errors,
      ...(lacksModel
        ? {
            caveat: `O produto ${row.produto_id} da ordem não está na folha Modelos: nome, pesos e gelcoat do modelo não se conhecem.`,
          }
        : {}),
    };
  },
});
