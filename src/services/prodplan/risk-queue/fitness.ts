import type { Refusal } from '../../../evidence/index.js';
import type { Queryable } from '../../answer/sql-file.js';
import { sqlFile } from '../../answer/sql-file.js';

export const fitnessQuery = sqlFile(import.meta.url, 'fitness.sql', { prepared: true });

export interface Fitness {
  readonly cutoffs: number;
  /** Orders judged over all cut-off days; those of them that were late. */
  readonly orders: number;
  readonly late: number;
  readonly brier: number | null;
  readonly brier_base_rate: number | null;
  readonly is_better: boolean;
  readonly cutoffs_not_better: number;
}

/** With fewer judged orders a better score may be luck. */
const fewOrders = 200;

/** A forecast that takes less than this off the base rate's score is hardly worth looking at. */
const slightGain = 0.1;

export async function readFitness(client: Queryable): Promise<Fitness> {
  const [row] = await fitnessQuery.rows<Fitness & Record<string, unknown>>(client);
  return row!;
}

/** Why the forecast is not shown; null where it is better than the base rate. */
export function whyNot(fitness: Fitness): Refusal['refused'] | null {
  if (fitness.is_better) return null;
  const suggestion =
    'Confirme os dias previstos (Of_DataTransporte) e os tempos das fases; o ensaio repete-se com cada ficheiro.';
  if (fitness.brier === null) {
    return {
      reason: 'Não há história que chegue para ensaiar a previsão em dias passados.',
      suggestion: 'É preciso um ficheiro com mais meses de ordens acabadas com dia previsto.',
    };
  }
  return {
    reason: `Ensaiada em dias passados, a previsão não acerta mais do que a taxa de base: ${scores(fitness)}.`,
    suggestion,
  };
}

/** What weakens a forecast that is shown. */
export function caveatOf(fitness: Fitness): string | null {
  const { brier, brier_base_rate: base, orders, cutoffs_not_better } = fitness;
  if (brier === null || base === null) return null;
  const weak =
    orders < fewOrders || brier > (1 - slightGain) * base || cutoffs_not_better > 0
      ? 'A previsão acerta mais do que a taxa de base, mas por pouco ou nem sempre'
      : null;
  return weak === null ? null : `${weak}: ${scores(fitness)}; não foi melhor em ${cutoffs_not_better} deles.`;
}

/** `Brier 0,112 contra 0,178 da taxa de base, em 1234 ordens e 6 dias de corte` */
export function scores({ brier, brier_base_rate: base, orders, cutoffs }: Fitness): string {
  return `Brier ${score(brier)} contra ${score(base)} da taxa de base, em ${orders} ordens e ${cutoffs} dias de corte`;
}

function score(value: number | null): string {
  return value === null ? 'desconhecido' : value.toFixed(3).replace('.', ',');
}
