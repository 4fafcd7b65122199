import { type Compared, compareWithCore } from './compare.js';
import type { ExcludeContext } from './context.js';
import { type Excluded, excludeRows } from './exclude.js';
import { typeRows } from './typed-rows.js';

/** What is known of a staged sheet before anything is written to core. */
export type Prepared = Excluded & Compared & { readonly seconds: number };

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
  return { ...out, ...compared, seconds: (performance.now() - began) / 1000 };
}
