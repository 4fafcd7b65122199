import { contractFailure } from '../../platform/errors/contract.js';
import {
  largestBadShare,
  largestFallPoints,
  largestFallShare,
  largestLoss,
} from '../../platform/errors/guard-limits.js';
import type { Tripped } from '../../platform/errors/guards.js';
import { ProdplanError, reworded } from '../../platform/errors.js';

/** Fewer rows or cells than this say nothing by their share. */
export const fewest = 20;

/** Whether a column or a sheet has enough of them to be judged by their share. */
export function exceeds(part: number, whole: number): boolean {
  return whole >= fewest && part > whole * largestBadShare;
}

/** Whether the share of rows with a value fell too far: in points, or, from 20 values on, against what it was. */
export function hasFallen(before: Filled, now: Filled): boolean {
  if (before.rows < fewest || now.rows < fewest) return false;
  // In whole numbers: a fall of just so many points, to the row, is none too many.
  const fall = before.values * now.rows - now.values * before.rows;
  const isFallen = 100 * fall > largestFallPoints * before.rows * now.rows;
  return isFallen || (before.values >= fewest && fall > largestFallShare * before.values * now.rows);
}

export interface Filled {
  readonly rows: number;
  readonly values: number;
}

/** Whether a sheet would have too many rows less than core holds of it. */
export function isLarge(lost: number, held: number): boolean {
  return lost > held * largestLoss;
}

/** A dump whose moment lies before that of the published one. */
export function olderDump(asOf: string, publishedAsOf: string | null): Tripped[] {
  if (publishedAsOf === null || asOf >= publishedAsOf) return [];
  return [{ code: 'OLDER_DUMP', asOf, published: publishedAsOf }];
}

/** Throws what all guards found, under the code of the first; nothing happens where none was tripped. */
export function refuse(tripped: readonly Tripped[]): void {
  const refusal = refusalOf(tripped);
  if (refusal !== null) throw refusal;
}

/** A dump that cannot be taken in for another reason, together with what the guards found: it may be why. */
export function withTripped(error: unknown, tripped: readonly Tripped[]): unknown {
  const refusal = refusalOf(tripped);
  if (refusal === null || !(error instanceof ProdplanError)) return error;
  const { code, failure } = refusal;
  return reworded(
    error,
    ([what, remedy], language) => {
      const [found, toDo] = failure.told(language);
      return [`${what} ${code}: ${found}`, `${remedy} ${toDo}`];
    },
    { cause: error },
  );
}

function refusalOf(tripped: readonly Tripped[]): ProdplanError | null {
  const first = tripped[0];
  return first === undefined ? null : contractFailure(first.code, { tripped });
}
