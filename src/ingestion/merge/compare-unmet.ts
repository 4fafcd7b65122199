import { stagingStorage } from '../../contract/sql.js';
import { sameKey } from '../rules/identity.js';
import { deltaTable, excludedTable, goneTable, typedTable, unmetTable } from '../rules/staging-names.js';
import { type Compared, changedCondition, movedCondition, retainRejectedKeys } from './compare.js';
import type { PrepareContext } from './context.js';
import { notExcluded } from './typed-rows.js';

/** Rows of the file that say again what a row says that did not go to the database. */
interface Repeats {
  readonly repeats: number;
}

/**
 * `compareWithCore` where only some rows are staged: those that are not known to be in core as they are. The rows of core
 * that no such known row stands for are in `unmetTable`; every other row of core has its row in the file. Null where that
 * does not tell enough: a staged row contradicts a known one, or core does not have the rows that it should have.
 */
export async function compareWithUnmet(
  context: PrepareContext,
  unmetRows: number,
  anyRejected: boolean,
): Promise<(Compared & Repeats) | null> {
  const { client, sheet, runId } = context;
  const unmet = unmetTable(sheet, runId);
  const found = await client.query<{ rows: number }>(
    `SELECT count(*)::int AS rows FROM ${unmet} u JOIN ${sheet.table} c ON ${sameStorageKey(context, 'u', 'c')}`,
  );
  if (found.rows[0]!.rows !== unmetRows) return null;
  const repeats = await excludeRepeats(context);
  if (repeats === null) return null;
  await findChanges(context);
  const gone = await client.query(`
    CREATE UNLOGGED TABLE ${goneTable(sheet, runId)} AS
    SELECT u.* FROM ${unmet} u
    WHERE NOT EXISTS (SELECT FROM ${typedTable(sheet, runId)} t WHERE ${notExcluded(context, true, 't')} AND ${sameKey(sheet, 't', 'u')})`);
  const kept = anyRejected ? await retainRejectedKeys(context) : 0;
  return { gone: (gone.rowCount ?? 0) - kept, kept, repeats };
}

/**
 * Staged rows whose key is that of a row of core that a known row stands for: exact repetitions stay out like any other.
 * Null where one of them says something else, or where several contradict each other: then all have to be rejected, and the
 * known one is not staged.
 */
async function excludeRepeats(context: PrepareContext): Promise<number | null> {
  const { client, sheet, runId } = context;
  const names = Object.keys(sheet.columns);
  const image = (row: string): string => `ROW(${names.map((name) => `${row}.${name}`).join(', ')})::text`;
  const { rows } = await client.query<{ row_no: number; agrees: boolean }>(`
    SELECT t.row_no, e.row_no IS NULL AND ${image('t')} = ${image('c')} AS agrees
    FROM ${typedTable(sheet, runId)} t LEFT JOIN ${excludedTable(sheet, runId)} e ON e.row_no = t.row_no
    JOIN ${sheet.table} c ON ${sameKey(sheet, 't', 'c')}
    WHERE (e.row_no IS NULL OR e.code = 'DUPLICATE_KEY')
      AND NOT EXISTS (SELECT FROM ${unmetTable(sheet, runId)} u WHERE ${sameStorageKey(context, 'u', 'c')})`);
  if (rows.some(({ agrees }) => !agrees)) return null;
  if (rows.length === 0) return 0;
  await client.query(
    `INSERT INTO ${excludedTable(sheet, runId)} (row_no, outcome) SELECT row_no, 'duplicate' FROM unnest($1::integer[]) row_no`,
    [rows.map(({ row_no }) => row_no)],
  );
  return rows.length;
}

async function findChanges(context: PrepareContext): Promise<void> {
  const { client, sheet, runId } = context;
  const isNew = `c.${sheet.storageKey[0]} IS NULL`;
  await client.query(`
    CREATE UNLOGGED TABLE ${deltaTable(sheet, runId)}${stagingStorage} AS
    SELECT t.*, ${isNew} AS is_new, coalesce(${movedCondition(context)}, false) AS is_moved,
           ${sheet.storageKey.map((name) => `c.${name} AS core_${name}`).join(', ')}
    FROM (SELECT * FROM ${typedTable(sheet, runId)} t WHERE ${notExcluded(context, true, 't')}) t
    LEFT JOIN ${sheet.table} c ON ${sameKey(sheet, 't', 'c')}
    WHERE ${[isNew, ...changedCondition(context)].join(' OR ')};
    ANALYZE ${deltaTable(sheet, runId)}`);
}

function sameStorageKey({ sheet }: PrepareContext, one: string, other: string): string {
  return sheet.storageKey.map((name) => `${one}.${name} = ${other}.${name}`).join(' AND ');
}

/** The numbers of the staged rows and of the unmet ones decide how they are joined. */
export async function analyseStaged({ client, sheet, runId }: PrepareContext): Promise<void> {
  await client.query(`ANALYZE ${typedTable(sheet, runId)}, ${unmetTable(sheet, runId)}`);
}
