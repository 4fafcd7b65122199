import { runFailure } from '../platform/errors/run.js';
import { messageOf, ProdplanError } from '../platform/errors.js';
import { explained } from '../platform/explain.js';

/** Turns whatever ends a run into a failure that a person can act on. */
export function explainFailure(error: unknown, signal: AbortSignal | undefined): ProdplanError {
  if (error instanceof ProdplanError) return error;
  if (signal?.aborted) return runFailure('STOPPED', { what: 'run' }, { cause: error });
  return (
    explained(error) ?? runFailure('UNEXPECTED', { reason: messageOf(error), inRun: true }, { cause: error })
  );
}
