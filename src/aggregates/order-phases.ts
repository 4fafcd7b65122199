import { clear, inScope, type Scope } from './scope.js';

/** The phases of each order in one row; which of their dates lie is judged where they are read, for it moves with the dump's moment. */
export async function refreshOrderPhases(scope: Scope): Promise<void> {
  await clear(scope, 'agg_order_phases');
  await scope.client.query(`
    INSERT INTO agg_order_phases (of_id, faseof_ids, fase_ids, sequences, started_seconds, ended_seconds)
    SELECT faseof_of_id, array_agg(faseof_id), array_agg(faseof_fase_id), array_agg(faseof_sequencia::int),
           array_agg(${seconds('faseof_inicio')}), array_agg(${seconds('faseof_fim')})
    FROM fases_ordem_fabrico
    WHERE (faseof_inicio IS NOT NULL OR faseof_fim IS NOT NULL) AND ${inScope(scope, 'faseof_of_id')} GROUP BY faseof_of_id`);
}

/** Since 2000. What is typed centuries wrong is cut, and lies all the same; a missing moment stays missing. */
function seconds(moment: string): string {
  return `CASE WHEN ${moment} IS NOT NULL THEN greatest(least(date_part('epoch', ${moment}) - 946684800, 2147483647), -2147483647)::int END`;
}
