import { phaseRule } from '../contract/factory/index.js';
import { recheckIssues } from '../evidence/index.js';
import { type BackfillOptions, type BackfillResult, backfill } from './backfill.js';

export interface PhaseBackfillOptions extends BackfillOptions {
  /** Also the rows that bear the present rule version, for when somebody has changed them from outside. */
  readonly every?: boolean;
}

/** Job `backfill_faseof_derived_columns`: computes the derived columns of phases anew where their rule is an older one. */
export async function backfillPhaseColumns(options: PhaseBackfillOptions): Promise<BackfillResult> {
  return await backfill(options, {
    job: 'backfill_faseof_derived_columns',
    rule: phaseRule,
    everyRow: options.every ?? false,
    whenChanged: async (session, { runId }) => {
      await recheckIssues(session, runId, 'OPEN_PHASE_IN_FINISHED_ORDER');
    },
  });
}
