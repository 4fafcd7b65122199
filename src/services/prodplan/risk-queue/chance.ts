import { z } from 'zod';
import { seenBeforeDays } from '../../../aggregates/index.js';
import type { Queryable } from '../../answer/sql-file.js';
import { sqlFile } from '../../answer/sql-file.js';

export const chanceQuery = sqlFile(import.meta.url, 'chance.sql', { prepared: true });

/** How the chance of lateness stands the test, as it was known at each first day of a month. */
export const chanceTold = z.object({
  is_open: z.boolean().describe('A probabilidade mostra-se'),
  cases: z
    .number()
    .int()
    .describe('Probabilidades ditas nos últimos seis cortes antes de se saber o desfecho'),
  auc: z.number().nullable().describe('Probabilidade de, de duas, a atrasada ter tido a maior'),
  brier: z.number().nullable(),
  brier_base_rate: z.number().nullable(),
  reliability: z
    .array(z.object({ chance: z.number(), late: z.number(), orders: z.number().int() }))
    .describe('Por quintos da probabilidade dita: a média, e a parte que se atrasou'),
  steps: z.array(
    z.object({
      month_day: z.string(),
      resolved: z
        .number()
        .int()
        .describe(`Ordens com desfecho cujo dia previsto uma carga vira ${seenBeforeDays} dias antes`),
      cutoffs: z.number().int(),
      skill: z.number().nullable().describe('1 - Brier / Brier da taxa de base'),
      is_open: z.boolean(),
    }),
  ),
});

export type ChanceTold = z.output<typeof chanceTold>;

/** Null where no two runs have seen due days in different months. */
export async function readChance(client: Queryable): Promise<ChanceTold | null> {
  const [row] = await chanceQuery.rows<ChanceTold>(client);
  return row ?? null;
}
