import { dropLedger, writeHead } from './heads.js';
import { type RecordContext, readJudged } from './judged.js';
import type { SheetLedger } from './sheet-ledger.js';
import { writeLedgerDifference } from './write-difference.js';
import { writeWholeLedger } from './write-whole.js';

/**
 * Writes the ledger of a sheet that was merged, within the publishing transaction. Where it does not come to the rows that
 * core has there is none: the next dump is then compared whole.
 */
export async function recordLedger(context: RecordContext, ledger: SheetLedger): Promise<boolean> {
  const { client, runId, sheet, asOf, coreRows } = context;
  const judged = await readJudged(context, ledger);
  const write = ledger.difference === null ? writeWholeLedger : writeLedgerDifference;
  await write(client, sheet, ledger, judged);
  if ((await writeHead(client, runId, sheet, asOf)) === coreRows) return true;
  await dropLedger(client, sheet);
  return false;
}
