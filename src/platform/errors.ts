import type { FailureKind, Language, Told } from './errors/kinds.js';

/** What went wrong, as the catalogue tells it; `platform/errors/` has one file for each area of it. */
export interface Failure {
  readonly code: string;
  readonly kind: FailureKind;
  told(language: Language): Told;
  /** As `told`, without what only the inside may know: hosts, paths, queries. */
  outside(language: Language): Told;
}

/**
 * A failure that a person can act on: a stable code, what is wrong and where, and what to do. Nothing but the areas of
 * the catalogue makes one. Its own message is Portuguese, and so is whatever is recorded or logged of it.
 */
export class ProdplanError extends Error {
  override readonly name = 'ProdplanError';
  readonly kind: FailureKind;
  /** Stable, in capitals: `MISSING_SHEET`. */
  readonly code: string;
  /** What the reader can do about it; '' where nothing can be done. */
  readonly remedy: string;
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    const [what, toDo] = failure.told('pt');
    super(what, options);
    this.failure = failure;
    this.kind = failure.kind;
    this.code = failure.code;
    this.remedy = toDo;
  }
}

/** The same failure with other words, by what `change` makes of each sentence. */
export function reworded(
  { failure }: ProdplanError,
  change: (told: Told, language: Language) => Told,
  options?: ErrorOptions,
): ProdplanError {
  const { code, kind } = failure;
  const told = (language: Language): Told => change(failure.told(language), language);
  const outside = (language: Language): Told => change(failure.outside(language), language);
  return new ProdplanError({ code, kind, told, outside }, options);
}

/** A failure as it is recorded with a job or a run. */
export interface RecordedFailure {
  readonly kind: FailureKind;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** Left out by records that are older than it. */
  readonly in_english?: { readonly message: string; readonly remedy: string };
}

export function recordOf({ kind, code, message, remedy, failure }: ProdplanError): RecordedFailure {
  const [english, toDo] = failure.told('en');
  return { kind, code, message, remedy, in_english: { message: english, remedy: toDo } };
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
