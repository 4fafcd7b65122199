import { messageOf, ProdplanError } from '../platform/errors.js';

/** Whatever was thrown, as a failure with a code and a remedy. What explains it is loaded only where something was thrown. */
export async function failureToReport(thrown: unknown): Promise<ProdplanError> {
  if (thrown instanceof ProdplanError) return thrown;
  const { explained } = await import('../platform/explain.js');
  const { runFailure } = await import('../platform/errors/run.js');
  const reason = messageOf(thrown);
  return explained(thrown) ?? runFailure('UNEXPECTED', { reason, inRun: false }, { cause: thrown });
}
