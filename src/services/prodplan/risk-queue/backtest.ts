import { z } from 'zod';
import { sqlFile } from '../../answer/sql-file.js';
import { defineAnswer } from '../../service.js';
import { riskFigures } from './figures.js';
import { caveatOf, fitnessQuery, readFitness } from './fitness.js';

const query = sqlFile(import.meta.url, 'backtest.sql');

const cutoff = z.object({
  cutoff_day: z.string(),
  orders: z.number().int().describe('Por acabar nesse dia, com dia previsto, previsão e desfecho conhecido'),
  late: z.number().int(),
  without_forecast: z.number().int(),
  brier: z.number().nullable(),
  brier_base_rate: z.number().nullable(),
  base_rate: z.number().nullable().describe('Parte de atrasadas conhecida nesse dia'),
});

const data = z.object({
  cutoffs: z.number().int(),
  orders: z.number().int(),
  late: z.number().int(),
  brier: z.number().nullable(),
  brier_base_rate: z.number().nullable(),
  is_better: z.boolean(),
  cutoffs_not_better: z.number().int(),
  by_cutoff: z.array(cutoff),
});

export const riskBacktest = defineAnswer({
  name: 'prodplan.risk_backtest',
  path: '/api/prodplan/risk_queue/backtest',
  summary: 'Quanto acerta a previsão de atrasos',
  method:
    'Brier da previsão em dias passados, feita só com o que até aí acontecera, ao lado do Brier da taxa de base.',
  figures: riskFigures.slice(2),
  params: z.strictObject({}),
  data,
  table: { row: cutoff, rows: ({ by_cutoff }) => by_cutoff },
  gates: ['due_date_coverage'],
  references: ['fases_ordem_fabrico.faseof_of_id'],
  queries: [query, fitnessQuery],
  async find({ client }) {
    const fitness = await readFitness(client);
    if (fitness.brier === null) {
      return {
        refused: {
          reason: 'Não há história que chegue para ensaiar a previsão em dias passados.',
          suggestion: 'É preciso um ficheiro com mais meses de ordens acabadas com dia previsto.',
        },
        rowsUsed: 0,
      };
    }
    const caveat = caveatOf(fitness);
    return {
      data: { ...fitness, by_cutoff: await query.rows<z.output<typeof cutoff>>(client) },
      rowsUsed: fitness.orders,
      ...(caveat === null ? {} : { caveat }),
    };
  },
});
