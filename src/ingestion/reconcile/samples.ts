import type { ClientBase } from 'pg';
import type { Sheet } from '../../contract/index.js';
import { literal, stagingTable } from '../../contract/sql.js';
import { fingerprintColumn, keyColumns, sameKey } from '../rules/identity.js';
import { deltaTable, excludedTable, goneTable, typedTable } from '../rules/staging-names.js';

/** A staged, prepared sheet. */
export interface Where {
  readonly client: Pick<ClientBase, 'query'>;
  readonly runId: number;
  readonly sheet: Sheet;
}

export interface CellSample {
  readonly rowNo: number;
  readonly column: string;
  /** What the cell holds as it is staged; null for nothing. */
  readonly value: string | null;
}

/** The first row that is rejected for the most frequent reason; null where none is. */
export async function sampleReject({
  client,
  runId,
  sheet,
}: Where): Promise<(CellSample & { code: string }) | null> {
  const { rows } = await client.query<{ row_no: number; code: string; column_name: string }>(`
    SELECT row_no, code, column_name FROM (
      SELECT row_no, code, column_name, count(*) OVER (PARTITION BY code, column_name) AS frequency
      FROM ${excludedTable(sheet, runId)} WHERE outcome = 'rejected') e
    ORDER BY frequency DESC, row_no LIMIT 1`);
  const found = rows[0];
  if (found === undefined) return null;
  // Rows that share their key name all of its columns.
  const named = found.column_name.split(', ')[0]!;
  const column = named in sheet.columns ? named : Object.keys(sheet.columns)[0]!;
  return { ...(await stagedCell({ client, runId, sheet }, column, found.row_no)), code: found.code };
}

async function stagedCell(
  { client, runId, sheet }: Where,
  column: string,
  rowNo: number,
): Promise<CellSample> {
  const { rows } = await client.query<{ value: string | null }>(
    `SELECT ${column} AS value FROM ${stagingTable(sheet, runId)} WHERE row_no = ${rowNo}`,
  );
  return { rowNo, column, value: rows[0]?.value ?? null };
}

export interface EmptiedSample extends CellSample {
  /** What core holds in its place, or elsewhere in the column; null where it holds nothing. */
  readonly before: string | null;
}

/** A row that has no value in a column in which core has one, for the same key where the sheet has keys. */
export async function sampleEmptied(where: Where, column: string): Promise<EmptiedSample | null> {
  const { client, runId, sheet } = where;
  const zero = sheet.columns[column]!.zeroIsNone ? [0] : [];
  // A bad cell in a key that may be empty is staged as a moment that no sheet can hold.
  const unreadable = sheet.nullableKey.includes(column) ? [`'infinity'`] : [];
  const isNone = (row: string): string =>
    `(${[`${row}.${column} IS NULL`, ...[...zero, ...unreadable].map((value) => `${row}.${column} = ${value}`)].join(' OR ')})`;
  const byKey = `SELECT d.row_no, c.${column}::text AS before FROM ${deltaTable(sheet, runId)} d
    JOIN ${sheet.table} c ON ${sameKey(sheet, 'd', 'c')} WHERE ${isNone('d')} AND NOT ${isNone('c')} LIMIT 1`;
  const anywhere = `SELECT t.row_no, (SELECT c.${column}::text FROM ${sheet.table} c WHERE NOT ${isNone('c')} LIMIT 1) AS before
    FROM ${typedTable(sheet, runId)} t WHERE ${isNone('t')} ORDER BY t.row_no LIMIT 1`;
  for (const query of sheet.key === 'row' ? [anywhere] : [byKey, anywhere]) {
    const { rows } = await client.query<{ row_no: number; before: string | null }>(query);
    const found = rows[0];
    if (found !== undefined)
      return { ...(await stagedCell(where, column, found.row_no)), before: found.before };
  }
  return null;
}

interface Reworded {
  /** Rows that came again in other words. */
  readonly reworded: number;
  /** Rows that came again as exact repetitions of another row of the file. */
  readonly repeated: number;
}

/**
 * How many of the rows that are gone came again in other words: as many as what they belong to has new ones. A row without
 * a key belongs to its order; one whose key has several columns to the first of them (a step of a route to its product, a
 * skill to its employee). What is then left of them came again as repetitions, as far as the file has some there: all texts of an order in the same
 * words are one row of core. Where the key is one number, a row with another number is another row.
 */
export async function countReworded(where: Where, duplicatesBefore: number): Promise<Reworded> {
  const { client, runId, sheet } = where;
  const identity = fingerprintColumn(sheet);
  const [owner, ...others] = keyColumns(sheet).filter((name) => name !== identity);
  if (identity === null && others.length === 0) return { reworded: 0, repeated: 0 };
  const { rows } = await client.query<{
    reworded: number;
    ofNew: number;
    ofHeld: number;
    duplicatesOfHeld: number;
  }>(`
    SELECT coalesce(sum(least(gone, new)), 0)::int AS reworded,
           coalesce(sum(least(greatest(gone - new, 0), of_new)), 0)::int AS "ofNew",
           coalesce(sum(least(greatest(gone - new - of_new, 0), of_held)), 0)::int AS "ofHeld",
           coalesce(max(all_of_held), 0)::int AS "duplicatesOfHeld"
    FROM (SELECT g.n AS gone, coalesce(d.n, 0) AS new, coalesce(r.of_new, 0) AS of_new, coalesce(r.of_held, 0) AS of_held, all_of_held
          FROM (SELECT ${owner}, count(*) AS n FROM ${goneTable(sheet, runId)} GROUP BY 1) g
          LEFT JOIN (SELECT ${owner}, count(*) AS n FROM ${deltaTable(sheet, runId)} WHERE is_new GROUP BY 1) d USING (${owner})
          LEFT JOIN (SELECT t.${owner}, count(d.row_no) AS of_new, count(*) - count(d.row_no) AS of_held,
                            sum(count(*) - count(d.row_no)) OVER () AS all_of_held
                     FROM ${excludedTable(sheet, runId)} e JOIN ${typedTable(sheet, runId)} t USING (row_no)
                     LEFT JOIN ${deltaTable(sheet, runId)} d ON d.is_new AND ${sameKey(sheet, 't', 'd')}
                     WHERE e.outcome = ${literal('duplicate')} GROUP BY 1) r USING (${owner})) owners`);
  const { reworded, ofNew, ofHeld, duplicatesOfHeld } = rows[0]!;
  // What repeats a row that core holds may have done so before; what repeats a new one has not.
  return { reworded, repeated: ofNew + Math.min(ofHeld, Math.max(0, duplicatesOfHeld - duplicatesBefore)) };
}

/** A row that repeats one which core does not hold yet, and that one; null where there is none. */
export async function sampleRepeated({
  client,
  runId,
  sheet,
}: Where): Promise<{ rowNo: number; firstRowNo: number } | null> {
  const { rows } = await client.query<{ rowNo: number; firstRowNo: number }>(`
    SELECT e.row_no AS "rowNo", d.row_no AS "firstRowNo"
    FROM ${excludedTable(sheet, runId)} e JOIN ${typedTable(sheet, runId)} t USING (row_no)
    JOIN ${deltaTable(sheet, runId)} d ON d.is_new AND ${sameKey(sheet, 't', 'd')}
    WHERE e.outcome = ${literal('duplicate')} ORDER BY e.row_no LIMIT 1`);
  return rows[0] ?? null;
}

/** Rejected rows that do not say which row of core they are: their key cannot be read, or the sheet has none. */
export async function countUnreadable({ client, runId, sheet }: Where): Promise<number> {
  const nobody = keyColumns(sheet).map((name) =>
    sheet.nullableKey.includes(name) ? `t.${name} = 'infinity'` : `t.${name} IS NULL`,
  );
  const { rows } = await client.query<{ rows: number }>(`
    SELECT count(*)::int AS rows FROM ${excludedTable(sheet, runId)} e JOIN ${typedTable(sheet, runId)} t USING (row_no)
    WHERE e.outcome = ${literal('rejected')} AND ${sheet.key === 'row' ? 'true' : `(${nobody.join(' OR ')})`}`);
  return rows[0]!.rows;
}

/** The same of the published run, so that core has no row for them: by the first thing that was wrong with them. */
export async function countUnreadableBefore(
  { client, sheet }: Where,
  publishedRunId: number,
): Promise<number> {
  const keys = sheet.key === 'row' ? '' : ` AND code <> 'DUPLICATE_KEY' AND column_name = ANY ($3)`;
  const { rows } = await client.query<{ rows: number }>(
    `SELECT count(*)::int AS rows FROM run_rejects WHERE run_id = $1 AND sheet = $2${keys}`,
    [publishedRunId, sheet.sheet, ...(sheet.key === 'row' ? [] : [keyColumns(sheet)])],
  );
  return rows[0]!.rows;
}

/** Rows of a core table, and of them those with a value in each column. */
export async function countCoreValues(
  client: Where['client'],
  sheet: Sheet,
): Promise<{ rows: number; values: Record<string, number> }> {
  const names = Object.keys(sheet.columns);
  const counts = names.map((name) => {
    const value = sheet.columns[name]!.zeroIsNone ? `nullif(${name}, 0)` : name;
    return `count(${value})::int AS ${name}`;
  });
  const { rows } = await client.query<Record<string, number>>(
    `SELECT count(*)::int AS all_rows, ${counts.join(', ')} FROM ${sheet.table}`,
  );
  const { all_rows, ...values } = rows[0]!;
  return { rows: all_rows!, values };
}
