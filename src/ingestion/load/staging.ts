import type { ClientBase } from 'pg';
import type { Sheet } from '../../contract/index.js';
import { badCellsTable, isOurs, rowOffsetsTable, tablesOfSheet } from '../rules/staging-names.js';

/** Makes the tables that every sheet of a run shares: what is wrong with cells, and where Excel rows shift. */
export async function createRunStaging(client: ClientBase, runId: number): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS staging;
    CREATE UNLOGGED TABLE ${badCellsTable(runId)} (
      table_name text NOT NULL, row_no integer NOT NULL, column_name text NOT NULL, code text NOT NULL, value text,
      rejects boolean NOT NULL
    );
    CREATE UNLOGGED TABLE ${rowOffsetsTable(runId)} (table_name text NOT NULL, row_no integer NOT NULL, excel_offset integer NOT NULL, part integer NOT NULL)`);
}

/** Settings for staging only: it is thrown away after the run, so nothing of it needs to survive a crash. */
export async function tuneForStaging(client: ClientBase): Promise<void> {
  await client.query(`SET synchronous_commit = off; SET work_mem = '128MB'; SET statement_timeout = 0`);
}

/** Drops what earlier runs left behind: called under the lock, so nobody is using it. */
export async function dropStaging(client: ClientBase): Promise<void> {
  // The pattern is long: it is held against what stands there alone, and not against every table of the database.
  const { rows } = await client.query<{ name: string }>(`
    WITH there AS MATERIALIZED (SELECT tablename FROM pg_tables WHERE schemaname = 'staging')
    SELECT format('staging.%I', tablename) AS name FROM there WHERE ${isOurs('tablename')}`);
  // Maintenance may have dropped them meanwhile.
  if (rows.length > 0) await client.query(`DROP TABLE IF EXISTS ${rows.map((row) => row.name).join(', ')}`);
}

/** Drops what is staged of one sheet: it is to be staged again. */
export async function dropSheetStaging(client: ClientBase, sheet: Sheet, runId: number): Promise<void> {
  await client.query(`DROP TABLE IF EXISTS ${tablesOfSheet(sheet, runId).join(', ')}`);
}
