import { head, sample } from './finding.js';

/** Findings that follow from an order, its phases and its errors alone. */

/** Of all orders, or of those of `touched`, a table of (of_id). */
export function openPhasesInFinishedOrders(touched: string | null = null): string {
  const object = `jsonb_build_object('faseof_id', f.faseof_id, 'faseof_fase_id', f.faseof_fase_id)`;
  return `${head('OPEN_PHASE_IN_FINISHED_ORDER')}, 'ordens_fabrico', o.of_id::text, count(*)::int, ${sample(object, 'f.faseof_id')}
    FROM fases_ordem_fabrico f JOIN ordens_fabrico o ON o.of_id = f.faseof_of_id
    WHERE f.faseof_is_open AND o.of_data_acabamento IS NOT NULL AND ${isTouched(touched, 'o.of_id')} GROUP BY o.of_id`;
}

/** Of all orders, or of those of `touched`, a table of (of_id). */
export function detectionsBeforeCulprits(touched: string | null = null): string {
  const object = `jsonb_build_object('ofch_faseof_avaliacao', e.ofch_faseof_avaliacao, 'ofch_faseof_culpada', e.ofch_faseof_culpada)`;
  return `${head('DETECTION_BEFORE_CULPRIT')}, 'erros_ordem_fabrico', e.ofch_of_id::text, count(*)::int, ${sample(object, 'e.ofch_faseof_avaliacao, e.ofch_faseof_culpada')}
    FROM erros_ordem_fabrico e JOIN fases_ordem_fabrico found_in ON found_in.faseof_id = e.ofch_faseof_avaliacao
    JOIN fases_ordem_fabrico culprit ON culprit.faseof_id = e.ofch_faseof_culpada
    WHERE coalesce(found_in.faseof_fim, found_in.faseof_inicio) < coalesce(culprit.faseof_inicio, culprit.faseof_fim)
      AND ${isTouched(touched, 'e.ofch_of_id')}
    GROUP BY e.ofch_of_id`;
}

function isTouched(touched: string | null, column: string): string {
  return touched === null ? 'true' : `${column} IN (SELECT of_id FROM ${touched})`;
}
