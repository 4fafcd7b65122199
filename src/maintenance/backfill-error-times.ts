import { refreshErrorDays } from '../aggregates/index.js';
import { errorRule } from '../contract/factory/index.js';
import { type BackfillOptions, type BackfillResult, backfill } from './backfill.js';

/**
 * Job `backfill_ofch_event_time`: gives every error line the moment of the phase that found it, also where that phase
 * arrived later than the line did.
 */
export async function backfillErrorTimes(options: BackfillOptions): Promise<BackfillResult> {
  return await backfill(options, {
    job: 'backfill_ofch_event_time',
    rule: () => errorRule,
    everyRow: true,
    refresh: refreshErrorDays,
  });
}
