import type { Pool } from 'pg';
import { type Columns, type Sheet, sheets } from '../../contract/index.js';
import { employeeColumns, mayNamePeople } from '../../contract/people.js';

/** A row that was thrown out, with the reason. */
export interface Reject {
  readonly sheet: string;
  readonly row_number: number;
  readonly code: string;
  readonly column_name: string | null;
  readonly value: string | null;
  readonly chave: string | null;
  readonly raw: Readonly<Record<string, string | null>>;
}

/** What stands in the place of a personal value. */
export const masked = '***';

/** The rejects of a run, sheet by sheet in the order of the rows. Personal values are masked. */
export async function readRejects(pool: Pool, runId: number, sheet: string | null): Promise<Reject[]> {
  const { rows } = await pool.query<Reject>(
    `SELECT sheet, row_number, code, column_name, value, chave, raw FROM run_rejects
     WHERE run_id = $1 AND ($2::text IS NULL OR sheet = $2) ORDER BY sheet, row_number`,
    [runId, sheet],
  );
  return rows.map((reject) => maskPersonal(reject));
}

/** So many rejects from behind one on, in the same order. */
export async function readRejectsPage(
  pool: Pool,
  runId: number,
  wanted: {
    readonly sheet: string | null;
    readonly after: readonly [sheet: string, row: number] | null;
    readonly limit: number;
    /** Numbers of employees too are hidden. */
    readonly pseudonymous: boolean;
  },
): Promise<Reject[]> {
  const [sheet, row] = wanted.after ?? [null, null];
  const { rows } = await pool.query<Reject>(
    `SELECT sheet, row_number, code, column_name, value, chave, raw FROM run_rejects
     WHERE run_id = $1 AND ($2::text IS NULL OR sheet = $2)
       AND ($3::text IS NULL OR (sheet COLLATE "C", row_number) > ($3 COLLATE "C", $4::int))
     ORDER BY sheet COLLATE "C", row_number LIMIT $5`,
    [runId, wanted.sheet, sheet, row, wanted.limit],
  );
  return rows.map((reject) =>
    wanted.pseudonymous ? withoutNumbers(maskPersonal(reject)) : maskPersonal(reject),
  );
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
    chave: mask(null, reject.chave),
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
    chave: inKey ? hide(null, reject.chave) : reject.chave,
    raw: Object.fromEntries(Object.entries(reject.raw).map(([name, value]) => [name, hide(name, value)])),
  };
}
