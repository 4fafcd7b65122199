import { z } from 'zod';
import type { GateState } from '../../../evidence/index.js';
import { missing } from '../../answer/missing.js';
import { idNumber } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';

const query = sqlFile(import.meta.url, 'route.sql');
const productQuery = sqlFile(import.meta.url, 'product.sql');

/** With fewer usable durations a median says nothing. */
export const leastHistory = 20;

const step = z.object({
  sequencia: z.number().int(),
  fase_id: z.number().int(),
  fase_nome: z.string().nullable(),
  is_production: z.boolean().nullable(),
  is_automatic: z.boolean().nullable(),
  occurrence: z.number().int().describe('A quantas vai, quando a rota repete a fase'),
  occurrences: z.number().int(),
  standard_hours: z
    .number()
    .nullable()
    .describe('Coeficiente: horas-padrão de mão de obra, que erram até 25 vezes'),
  bonus_eur: z.number().nullable().describe('CoeficienteX: prémio em euros, não é tempo'),
  median_hours: z.number().nullable(),
  p90_hours: z.number().nullable(),
  history_phases: z.number().int().describe('Fases acabadas com duração utilizável'),
  history_of: z
    .enum(['FAMILY_LAST_YEAR', 'ALL'])
    .nullable()
    .describe('A família nos últimos 12 meses, ou, se é pouco, todas desde sempre'),
});

const data = z.object({
  produto_id: z.number().int(),
  produto_nome: z.string().nullable(),
  familia: z.string(),
  is_known: z.boolean().describe('A folha Modelos tem o produto'),
  orders: z.number().int(),
  steps: z.array(step),
});

interface Product extends Omit<z.output<typeof data>, 'steps'> {
  readonly durations: GateState | null;
  readonly durations_reason: string | null;
}

export const route = defineAnswer({
  name: 'prodplan.route',
  path: '/api/prodplan/routes/{produto_id}',
  summary: 'A rota de um produto',
  method:
    'As fases da rota do produto como é hoje, com a mediana e o p90 do que cada uma demorou na família nos últimos 12 meses.',
  figures: [
    {
      figure: 'median_hours',
      title: 'Duração mediana da fase',
      unit: 'horas',
      definition:
        `Mediana (e p90) das durações acima de 0 dessa fase nas ordens da família que a acabaram nos últimos 12 meses; com menos de ${leastHistory}, ` +
        'das de todas as famílias, desde sempre; com menos ainda, nada.',
      limits:
        'São horas de calendário entre a abertura e o fecho da fase, não horas de trabalho; as que duraram 0 minutos não contam.',
    },
    {
      figure: 'standard_hours',
      title: 'Horas-padrão',
      unit: 'horas',
      definition: 'Coeficiente da rota, tal como o ERP o tem.',
      limits: 'Erra até 25 vezes: não serve para prever nem para medir.',
    },
  ],
  params: z.strictObject({
    produto_id: idNumber.describe('Produto (Produto_Id)'),
  }),
  data,
  table: { row: step, rows: ({ steps }) => steps },
  gates: [],
  weakening: [...restsOn.routes, ...restsOn.orders, ...restsOn.models],
  rows: { day: 'created' },
  references: ['fases_standard_modelos.produtofase_produto_id', 'fases_standard_modelos.produtofase_fase_id'],
  queries: [query, productQuery],
  async find({ client }, { produto_id }) {
    const [product] = await productQuery.rows<Product>(client, { produto_id });
    if (product === undefined) throw missing('product', produto_id);
    const steps = await query.rows<z.output<typeof step>>(client, {
      produto_id,
      least_history: leastHistory,
    });
    const { durations, durations_reason, ...known } = product;
    const untimed = steps.filter((one) => one.median_hours === null).length;
    const caveats = [
      steps.length === 0 ? 'O ficheiro não tem rota para este produto.' : null,
      steps.length > 0 && durations !== null && durations !== 'SUPPORTED'
        ? `Durações: ${durations_reason}`
        : null,
    ].filter((text) => text !== null);
    return {
      data: { ...known, steps },
      rowsUsed: steps.length - untimed,
      rowsExcluded:
        untimed === 0
          ? []
          : [{ reason: 'fases da rota sem história que chegue: sem duração', rows: untimed }],
      ...(caveats.length === 0 ? {} : { caveat: caveats.join(' ') }),
    };
  },
});
