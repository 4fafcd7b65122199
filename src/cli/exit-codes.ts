import { type FailureKind, ProdplanError } from '../platform/errors.js';

/** Exit codes, by what kind of failure it is; 0 is success. */
const exitCodes: Readonly<Record<FailureKind, number>> = {
  system: 1,
  empty: 1,
  usage: 2,
  missing: 2,
  input: 3,
  contract: 4,
  locked: 5,
};

export function exitCodeOfKind(kind: FailureKind): number {
  return exitCodes[kind];
}

export function exitCodeOf(error: unknown): number {
  return exitCodeOfKind(error instanceof ProdplanError ? error.kind : 'system');
}
