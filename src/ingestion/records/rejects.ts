import type { Pool } from 'pg';
import { type Columns, type Sheet, sheets } from '../../contract/index.js';
import { employeeColumns, mayNamePeople } from '../../contract/people.js';
import { partTextSql } from '../../evidence/sheet-part.js';

/** A row that was thrown out, with the reason. */
export interface Reject {
  /** The sheet of the contract. */
  readonly sheet: string;
  /** Which part of it, from 1, and what the file calls that: the row is found there. */
  readonly part: number;
  readonly source_sheet: string;
  readonly row_number: number;
  readonly code: string;
  readonly column_name: string | null;
  readonly value: string | null;
  readonly key: string | null;
  readonly raw: Readonly<Record<string, string | null>>;
}

/** What stands in the place of a personal value. */
export const masked = '***';

const columns = `sheet, part, ${partTextSql('s', 'r.part', 'r.sheet')} AS source_sheet, row_number, code, column_name, value, key, raw`;
const rejectsOfRun = `run_rejects r JOIN ingestion_sheet_runs s USING (run_id, sheet) WHERE run_id = $1`;

/** The rejects of a run, sheet by sheet in the order of the rows. Personal values are masked. */
export async function readRejects(pool: Pool, runId: number, sheet: string | null): Promise<Reject[]> {
  const { rows } = await pool.query<Reject>(
    `SELECT ${columns} FROM ${rejectsOfRun} AND ($2::text IS NULL OR sheet = $2) ORDER BY sheet, part, row_number`,
    [runId, sheet],
  );
  return rows.map((reject) => maskPersonal(reject));
}

/** Where a reject stands among those of a run. */
export type RejectPlace = readonly [sheet: string, part: number, row: number];

/** So many rejects from behind one on, in the same order. */
export async function readRejectsPage(
  pool: Pool,
  runId: number,
  wanted: {
    readonly sheet: string | null;
    readonly after: RejectPlace | null;
    readonly limit: number;
    /** Numbers of employees too are hidden. */
    readonly pseudonymous: boolean;
  },
): Promise<Reject[]> {
  const [sheet, part, row] = wanted.after ?? [null, null, null];
  const { rows } = await pool.query<Reject>(
    `SELECT ${columns} FROM ${rejectsOfRun} AND ($2::text IS NULL OR sheet = $2)
       AND ($3::text IS NULL OR (sheet COLLATE "C", part, row_number) > ($3 COLLATE "C", $4::int, $5::int))
     ORDER BY sheet COLLATE "C", part, row_number LIMIT $6`,
    [runId, wanted.sheet, sheet, part, row, wanted.limit],
  );
  return rows.map((reject) => hidePersonal(reject, wanted));
}

/** What may be shown of a row: no name, and no number of an employee either where they are `pseudonymous`. */
export function hidePersonal(reject: Reject, { pseudonymous }: { readonly pseudonymous: boolean }): Reject {
  return pseudonymous ? withoutNumbers(maskPersonal(reject)) : maskPersonal(reject);
}

const sheetOf = (name: string): Sheet | undefined =>
  (sheets as readonly Sheet[]).find((one) => one.sheet === name);

/**
 * Beside the personal columns, any text with letters in their sheet: where the columns of a row have slipped, a name
 * stands in the place of a number.
 */
function maskPersonal(reject: Reject): Reject {
  const sheet = sheetOf(reject.sheet);
  const columns: Columns | undefined = sheet?.columns;
  const hasPersonal = sheet === undefined || mayNamePeople(sheet);
  const mask = (name: string | null, value: string | null): string | null => {
    if (value === null || !hasPersonal) return value;
    const personal = name !== null && columns?.[name]?.personal === true;
    return personal || /\p{L}/u.test(value) ? masked : value;
  };
  const raw = Object.entries(reject.raw).map(([name, value]) => [name, mask(name, value)]);
  return {
    ...reject,
    value: mask(reject.column_name, reject.value),
    key: mask(null, reject.key),
    raw: Object.fromEntries(raw),
  };
}

/** Of a sheet about employees: who they are by number, in its columns and in its key. */
function withoutNumbers(reject: Reject): Reject {
  const sheet = sheetOf(reject.sheet);
  const hidden = new Set(sheet === undefined ? [] : employeeColumns(sheet));
  if (sheet === undefined || hidden.size === 0) return reject;
  const hide = (name: string | null, value: string | null): string | null =>
    value !== null && (name === null || hidden.has(name)) ? masked : value;
  const inKey = sheet.key === 'row' || sheet.key.some((name) => hidden.has(name));
  return {
    ...reject,
    value: hide(reject.column_name, reject.value),
    key: inKey ? hide(null, reject.key) : reject.key,
    raw: Object.fromEntries(Object.entries(reject.raw).map(([name, value]) => [name, hide(name, value)])),
  };
}
