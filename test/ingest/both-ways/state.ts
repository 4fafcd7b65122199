import type { Pool } from 'pg';
import { comparedRows } from '../../../src/aggregates/tables.js';
import { sheets } from '../../../src/contract/index.js';

/** Columns that tell when and how long, or which way was taken. */
const apart: Readonly<Record<string, readonly string[]>> = {
  ingestion_sheet_runs: ['seconds', 'way', 'same_by_hash', 'gzip_bytes'],
  issue_spans: ['issue_id'],
  run_rejects: ['reject_id'],
  kpi_snapshot: [],
};

/** Everything that a run leaves for readers, table by table: rows as text, in an order of their own. */
export async function stateOf(pool: Pool): Promise<Record<string, string[]>> {
  const plain = [
    ...sheets.map(({ table }) => table),
    'run_rejects',
    'run_issues',
    'run_changes',
    'match_rates',
    'feature_gates',
    'coverage',
    'coverage_route',
    'reference_value',
    'coverage_inspection_lag',
    'lost_rows',
    'issue_spans',
    'kpi_snapshot',
    'seen_due_day',
    'ingestion_sheet_runs',
  ];
  const state: Record<string, string[]> = {};
  for (const table of plain) {
    const left = (apart[table] ?? []).map((name) => ` - '${name}'`).join('');
    state[table] = await rowsOf(pool, table, `(to_jsonb(t)${left})::text`);
  }
  for (const [table, row] of Object.entries(comparedRows)) state[table] = await rowsOf(pool, table, row);
  return state;
}

async function rowsOf(pool: Pool, table: string, expression: string): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `SELECT line FROM (SELECT ${expression} AS line FROM ${table} t) l ORDER BY line COLLATE "C"`,
  );
  return rows.map(({ line }) => line);
}
