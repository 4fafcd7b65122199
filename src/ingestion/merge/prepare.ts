import { type Compared, compareWithCore } from './compare.js';
import { analyseStaged, compareWithUnmet } from './compare-unmet.js';
import type { ExcludeContext } from './context.js';
import { type Excluded, excludeRows } from './exclude.js';
import { typeRows } from './typed-rows.js';

/** What is known of a staged sheet before anything is written to core. */
export type Prepared = Excluded &
  Compared & {
    readonly seconds: number;
    /** Rows that are not staged, because core is known to have them as they are. */
    readonly sameByHash: number;
    /** Rows of core before the merge, where they were counted. */
    readonly coreRows: number | null;
    /** Rows that were staged for a second time, whole; null: they were not. */
    readonly restagedRows: number | null;
  };

/** What is known of the rows that are not staged. */
export interface KnownRows {
  /** Rows of the file that core has as they are, and rows that repeat one of these. */
  readonly same: number;
  readonly repeated: number;
  /** Rows of core that none of them stands for; staged. */
  readonly unmet: number;
  /** Rows of core; counted. */
  readonly coreRows: number;
}

/** `prepareSheet` where only some rows are staged. Null where all of them have to be. */
export async function prepareDifference(context: ExcludeContext, known: KnownRows): Promise<Prepared | null> {
  const began = performance.now();
  await typeRows(context);
  await analyseStaged(context);
  const out = await excludeRows(context);
  const compared = await compareWithUnmet(context, known.unmet, out.rejected > 0);
  if (compared === null) return null;
  const { repeats, gone, kept } = compared;
  return {
    duplicates: out.duplicates + repeats + known.repeated,
    rejected: out.rejected,
    gone,
    kept,
    sameByHash: known.same + known.repeated,
    coreRows: known.coreRows,
    restagedRows: null,
    seconds: (performance.now() - began) / 1000,
  };
}

/**
 * Types the rows of a staged sheet, finds those that stay out, and compares the others with core. It writes only to
 * staging; under the lock core stays as it is, so this may run before the publishing transaction and beside the
 * reading of other sheets.
 */
export async function prepareSheet(context: ExcludeContext): Promise<Prepared> {
  const began = performance.now();
  await typeRows(context);
  const out = await excludeRows(context);
  const compared = context.firstRun
    ? { gone: 0, kept: 0 }
    : await compareWithCore(context, out.duplicates + out.rejected > 0, out.rejected > 0);
  const seconds = (performance.now() - began) / 1000;
  return { ...out, ...compared, seconds, sameByHash: 0, coreRows: null, restagedRows: null };
}
