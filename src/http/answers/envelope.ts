import { z } from 'zod';
import { type Service, windowShape } from '../../services/index.js';

const supportSchema = z
  .object({
    run_id: z.int().describe('A carga de que são os dados'),
    data_version: z.int(),
    as_of: z.string().describe('O momento do ficheiro; as idades contam-se até ele'),
    rows_used: z.int(),
    rows_excluded: z.array(z.object({ reason: z.string(), rows: z.int() })),
    match_rates: z.array(
      z.object({
        reference: z.string(),
        row_rate: z.number().nullable(),
        value_rate: z.number().nullable(),
      }),
    ),
    gates: z
      .array(
        z.object({
          gate: z.string(),
          state: z.enum(['SUPPORTED', 'DEGRADED', 'NOT_SUPPORTED_BY_DATA']),
          rate: z.number().nullable(),
          threshold: z.number().nullable().describe('O limiar com que a carga foi julgada'),
          rows: z.int(),
          covered_rows: z.int(),
        }),
      )
      .describe('Os critérios em que assenta, medidos nas linhas em questão (por meses inteiros)'),
    bounds: z
      .object({ value: z.number().nullable(), lowest: z.number().nullable(), highest: z.number().nullable() })
      .catchall(z.unknown())
      .optional(),
    window: windowShape.optional().describe('O período de que fala, nas perguntas que têm um habitual'),
    rules: z
      .array(
        z.object({
          name: z.string(),
          value: z.number().nullable(),
          from: z
            .enum(['ASKED', 'SETTING', 'USUAL'])
            .describe('ASKED: pediu-se; SETTING: decidiu-se nas Definições; USUAL: o de origem'),
          decided_at: z.string().nullable().describe('UTC'),
        }),
      )
      .describe('Com que números das Definições se contou'),
    method: z.string().describe('A definição, numa frase'),
    sql: z.string().nullable().describe('A consulta, que se lê em /api/queries/{name}'),
  })
  .meta({ id: 'Support' });

/** How an answer to this question looks. */
export function envelopeOf(service: Service): z.ZodType {
  const data = service.data.meta({ ...service.data.meta(), id: `${pascal(service.name)}Data` });
  const page = service.isList
    ? { next_cursor: z.string().nullable().describe('Para pedir a página seguinte; null no fim') }
    : {};
  return z
    .union([
      z.object({ status: z.literal('SUPPORTED'), data, ...page, support: supportSchema }),
      z.object({ status: z.literal('DEGRADED'), data, ...page, reason: z.string(), support: supportSchema }),
      z.object({
        status: z.literal('NOT_SUPPORTED_BY_DATA'),
        data: z.null(),
        ...page,
        reason: z.string(),
        suggestion: z.string(),
        support: supportSchema,
      }),
    ])
    .meta({ id: `${pascal(service.name)}Answer` });
}

/** `prodplan.risk_queue` as `ProdplanRiskQueue`. */
function pascal(name: string): string {
  return name.replaceAll(/(?:^|[._-])(\w)/g, (_, letter: string) => letter.toUpperCase());
}
