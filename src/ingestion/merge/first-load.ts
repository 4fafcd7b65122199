import { withoutIndexes } from '../../platform/bulk-load.js';
import type { MergeContext, MergeCounts } from './context.js';
import type { Excluded } from './exclude.js';
import { coreColumns, selectAccepted } from './insert.js';

/** From this many rows on, building the indexes afterwards is faster than keeping them. */
const indexLaterRows = 20_000;

/** Fills an empty core table that nobody has read yet: every accepted row is new. */
export async function firstLoad(
  context: MergeContext,
  { duplicates, rejected }: Excluded,
  stagedRows: number,
): Promise<MergeCounts> {
  const { client, sheet } = context;
  // A table that is emptied in this transaction needs no WAL where wal_level is minimal.
  await client.query(`TRUNCATE ${sheet.table}`);
  const insert = () => insertAll(context, duplicates + rejected > 0);
  const large = stagedRows >= indexLaterRows && sheet.partitions === 0;
  const inserted = large ? await withoutIndexes(client, [sheet.table], insert) : await insert();
  return {
    duplicates,
    rejected,
    inserted,
    updated: 0,
    unchanged: 0,
    gone: 0,
    moved: 0,
    returned: 0,
    kept: 0,
  };
}

async function insertAll(context: MergeContext, anyExcluded: boolean): Promise<number> {
  const { client, sheet, rule } = context;
  const { names } = coreColumns(sheet, rule);
  const result = await client.query(
    `INSERT INTO ${sheet.table} (${names.join(', ')}) ${selectAccepted(context, anyExcluded)}`,
  );
  return result.rowCount ?? 0;
}
