import type { Pool } from 'pg';
import { partTextSql } from '../../evidence/sheet-part.js';
import { hidePersonal, type Reject } from './rejects.js';

/** Something in the file that can be put right where it comes from: a row that was thrown out, or a finding about one that was not. */
export interface Correction extends Omit<Reject, 'raw'> {
  readonly is_rejected: boolean;
}

/** Where a correction stands among those of a run. */
export type CorrectionPlace = readonly [
  sheet: string,
  part: number,
  row: number,
  column: string,
  code: string,
  isRejected: boolean,
];

const place = `c.sheet COLLATE "C", c.part, c.row_number, coalesce(c.column_name, '') COLLATE "C", c.code COLLATE "C", c.is_rejected`;

/** So many corrections of a run from behind one on, sheet by sheet in the order of the rows. Personal values are masked. */
export async function readCorrections(
  pool: Pool,
  runId: number,
  wanted: { readonly after: CorrectionPlace | null; readonly limit: number; readonly pseudonymous: boolean },
): Promise<Correction[]> {
  const { after, limit, pseudonymous } = wanted;
  const { rows } = await pool.query<Correction>(
    `SELECT c.*, ${partTextSql('s', 'c.part', 'c.sheet')} AS source_sheet
     FROM (SELECT sheet, part, row_number, code, column_name, value, key, true AS is_rejected FROM run_rejects WHERE run_id = $1
           UNION
           SELECT sheet, part, row_number, code, column_name, value, key, false FROM run_issues WHERE run_id = $1) c
     JOIN ingestion_sheet_runs s ON s.run_id = $1 AND s.sheet = c.sheet
     WHERE $2::text IS NULL
       OR (${place})
          > ($2 COLLATE "C", $3::int, $4::int, $5::text COLLATE "C", $6::text COLLATE "C", $7::boolean)
     ORDER BY ${place} LIMIT $8`,
    [runId, ...(after ?? [null, null, null, null, null, null]), limit],
  );
  return rows.map((one) => {
    const { raw: _, ...shown } = hidePersonal({ ...one, raw: {} }, { pseudonymous });
    return { ...shown, is_rejected: one.is_rejected };
  });
}
