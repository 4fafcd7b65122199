import { runFailure } from '../../platform/errors/run.js';
import { type RecordedFailure, recordOf } from '../../platform/errors.js';

/** What a run is told to have come to whose process ended without a word. The database puts a place in for each `%s`. */
export function diedOn(host = '%s', pid = '%s'): RecordedFailure {
  return recordOf(runFailure('RUN_DIED', { host, pid }));
}
