import type { Tripped } from '../platform/errors/guards.js';
import { guardDump } from './guard-dump.js';
import { prepareWhole } from './prepare-staged.js';
import type { RunContext, StagedSheet } from './run-context.js';

/**
 * What speaks against publishing the staged sheets. A guard that was tripped wants to see all rows of the file, for what it says
 * must not depend on the way: sheets of which only the difference is staged are then staged whole, and judged again.
 */
export async function guardStaged(
  context: RunContext,
  sheets: readonly StagedSheet[],
  folder: string,
): Promise<{ readonly sheets: readonly StagedSheet[]; readonly tripped: readonly Tripped[] }> {
  if (context.force) return { sheets, tripped: [] };
  const tripped = await guardDump(context, sheets);
  if (tripped.length === 0 || sheets.every(({ ledger }) => ledger?.difference == null))
    return { sheets, tripped };
  const whole: StagedSheet[] = [];
  for (const one of sheets) whole.push(await stageWhole(context, one, folder));
  return { sheets: whole, tripped: await guardDump(context, whole) };
}

async function stageWhole(context: RunContext, staged: StagedSheet, folder: string): Promise<StagedSheet> {
  const { sheet, ledger, badColumns, dates, prepared } = staged;
  if (prepared === null || ledger?.difference == null) return staged;
  const { session, runId } = context;
  await session.query('SET enable_nestloop = off');
  const anew = await prepareWhole(
    {
      client: session,
      runId,
      sheet,
      firstRun: false,
      badColumns,
      dayFirst: dates.dayFirst,
      repeatedKeys: null,
    },
    ledger,
    folder,
  );
  await session.query('RESET enable_nestloop');
  return { ...staged, prepared: anew, stagedRows: anew.restagedRows! };
}
