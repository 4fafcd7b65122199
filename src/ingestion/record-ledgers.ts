import type { AsOf } from '../source/as-of.js';
import { dropLedger, rebindHead, recordLedger } from './ledger/index.js';
import type { SheetRun } from './records/sheet-runs.js';
import type { RunContext, StagedSheet } from './run-context.js';

/**
 * Brings the ledger to what core is now, within the publishing transaction: those of sheets that stayed as they were go on,
 * those of merged sheets are written from their rows. Whatever has none any more is compared whole in the next dump.
 */
export async function recordLedgers(
  context: RunContext,
  staged: readonly StagedSheet[],
  runs: readonly SheetRun[],
  asOf: AsOf,
): Promise<void> {
  for (const run of runs) {
    const one = staged.find(({ sheet }) => sheet.sheet === run.sheet) ?? null;
    await recordOne(context, one, run, asOf);
  }
}

async function recordOne(
  { session, runId, published }: RunContext,
  staged: StagedSheet | null,
  run: SheetRun,
  asOf: AsOf,
): Promise<void> {
  if (run.skipped || staged === null) {
    const sheet = { sheet: run.sheet };
    if (staged?.ledger?.isDamaged) await dropLedger(session, sheet);
    else if (published !== null) await rebindHead(session, sheet, { from: published.runId, to: runId });
    return;
  }
  const { sheet, ledger, prepared } = staged;
  if (ledger === null) return await dropLedger(session, sheet);
  await recordLedger(
    {
      ...{ client: session, runId, sheet, asOf: asOf.moment },
      coreRows: run.core_rows,
      anyExcluded: prepared!.duplicates + prepared!.rejected > 0,
      anyKept: prepared!.kept > 0,
    },
    ledger,
  );
}
