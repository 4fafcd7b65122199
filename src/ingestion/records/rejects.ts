import type { Pool } from 'pg';
import { type Sheet, sheets } from '../../contract/index.js';

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
  return rows.map(maskPersonal);
}

function maskPersonal(reject: Reject): Reject {
  const sheet = sheets.find((one: Sheet) => one.sheet === reject.sheet) as Sheet | undefined;
  const personal = (name: string): boolean => sheet?.columns[name]?.personal !== false;
  const raw = Object.entries(reject.raw).map(([name, value]) => [
    name,
    value !== null && personal(name) ? masked : value,
  ]);
  const value =
    reject.column_name !== null && reject.value !== null && personal(reject.column_name)
      ? masked
      : reject.value;
  return { ...reject, value, raw: Object.fromEntries(raw) };
}
