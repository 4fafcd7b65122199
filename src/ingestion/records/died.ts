import { runFailure } from '../../platform/errors/run.js';
import { type RecordedFailure, recordOf } from '../../platform/errors.js';

/**
 * The failure that is recorded for a run whose process ended without saying so. The database replaces each `%s` by a
 * place.
 */
export function diedOn(host = '%s', pid = '%s'): RecordedFailure {
  return recordOf(runFailure('RUN_DIED', { host, pid }));
}
