/**
 * What kind of failure it is; the command line turns it into an exit code, HTTP into a status.
 * `usage`: the call is wrong; `input`: the file cannot be used; `contract`: the file is readable but breaks the
 * contract, the reconciliation or a safety limit; `locked`: another run holds the lock; `missing`: what was asked for
 * does not exist; `empty`: nothing is published yet; `system`: anything else.
 */
export type FailureKind = 'usage' | 'input' | 'contract' | 'locked' | 'missing' | 'empty' | 'system';

/** A failure that a person can act on: a stable code, what is wrong and where, and what to do. */
export class ProdplanError extends Error {
  override readonly name = 'ProdplanError';
  readonly kind: FailureKind;
  /** Stable, in capitals: `MISSING_SHEET`. */
  readonly code: string;
  /** What the reader can do about it; '' where nothing can be done. */
  readonly remedy: string;

  constructor(kind: FailureKind, code: string, message: string, remedy = '', options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.code = code;
    this.remedy = remedy;
  }
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
