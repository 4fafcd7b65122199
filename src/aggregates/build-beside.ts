import type { ClientBase } from 'pg';
import { stagingStorage } from '../contract/sql.js';
import { buildAll } from './build-all.js';
import { aggregateTables } from './tables.js';

/** Name of the table that holds an aggregate until it replaces the one that services read. */
export type BuiltName = (table: string) => string;

/** The rows that a core table is going to have. */
export interface FutureRows {
  readonly table: string;
  readonly select: string;
  /** Name of a table in which they are put first; null: they cost so little that every reader may select them. */
  readonly keptIn: string | null;
}

export interface BuildBeside {
  /** Ordered so that none of them reads one that comes later. A core table that is not named is read as it stands. */
  readonly core: readonly FutureRows[];
  readonly built: BuiltName;
  readonly asOf: string;
}

/** Makes the tables that `buildBeside` fills: empty, without indexes, not to outlive a crash. */
export async function makeRoomBeside(client: ClientBase, built: BuiltName): Promise<void> {
  for (const table of aggregateTables)
    await client.query(
      `CREATE UNLOGGED TABLE ${built(table)} (LIKE ${table} INCLUDING IDENTITY)${stagingStorage}`,
    );
}

/**
 * Builds every aggregate from rows that core does not hold yet, into tables that `makeRoomBeside` made, within a
 * transaction of the caller. Temporary views with the names of the core tables hide those from this session, so that
 * the usual statements read the new rows. The views are dropped before the transaction ends, so no crash can leave one
 * behind.
 */
export async function buildBeside(client: ClientBase, { core, built, asOf }: BuildBeside): Promise<void> {
  const views: string[] = [];
  const stand = async (table: string, select: string): Promise<void> => {
    await client.query(`CREATE TEMP VIEW ${table} AS ${select}`);
    views.push(table);
  };
  for (const table of aggregateTables) await stand(table, `SELECT * FROM ${built(table)}`);
  for (const { table, select, keptIn } of core) {
    if (keptIn !== null) await client.query(`CREATE UNLOGGED TABLE ${keptIn}${stagingStorage} AS ${select}`);
    await stand(table, keptIn === null ? select : `SELECT * FROM ${keptIn}`);
  }
  await buildAll(client, asOf);
  await client.query(`DROP VIEW ${views.map((name) => `pg_temp.${name}`).join(', ')}`);
}

/** Takes over what was built beside, in place of what is there. */
export async function replaceWithBuilt(client: ClientBase, built: BuiltName): Promise<void> {
  for (const table of aggregateTables) {
    await client.query(`DELETE FROM ${table}`);
    await client.query(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM ${built(table)}`);
  }
  await client.query(
    `SELECT setval(pg_get_serial_sequence('agg_error_text', 'descricao_id'), max(descricao_id)) FROM agg_error_text`,
  );
}
