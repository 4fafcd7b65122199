import { refreshDefectDays } from '../aggregates/index.js';
import { defectRule } from '../contract/factory/index.js';
import { type BackfillOptions, type BackfillResult, backfill } from './backfill.js';

/**
 * Job `backfill_ofch_event_time`: gives every defect the moment of the phase that found it, also where that phase
 * arrived later than the defect did.
 */
export async function backfillDefectTimes(options: BackfillOptions): Promise<BackfillResult> {
  return await backfill(options, {
    job: 'backfill_ofch_event_time',
    rule: () => defectRule,
    everyRow: true,
    refresh: refreshDefectDays,
  });
}
