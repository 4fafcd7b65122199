import type pg from 'pg';
import type { Database } from './database.js';
import { diskFull, isDiskFull } from './disk-full.js';
import { databaseFailure } from './errors/database.js';
import { messageOf, type ProdplanError } from './errors.js';
import { migrationNames, migrationsFolder, relationsOfMigrations } from './migration-files.js';
import { queueSchema } from './queue/schema.js';

export interface MigrationState {
  readonly name: string;
  /** UTC, without a zone; null: not applied yet. */
  readonly appliedAt: string | null;
}

type Connected = Pick<Database, 'pool' | 'connect'>;

export const migrationsTable = 'schema_migrations';
const undefined_table = '42P01';
const undefined_column = '42703';
const duplicates = ['42P07', '42710', '42723'];

/**
 * Applies what is missing; returns the names. Two processes at once: the second waits and finds nothing to do. Throws
 * `FOREIGN_TABLES` where somebody else's tables have our names: then nothing is changed.
 */
export async function migrateUp(database: Connected, folder = migrationsFolder): Promise<string[]> {
  const done = await applied(database);
  checkHistory(done, migrationNames(folder));
  if (done.length === 0) await mustBeFree(database, folder);
  return await run(database, folder, 'up', Number.POSITIVE_INFINITY);
}

/** Takes the newest migrations back; returns the names, the newest first. */
export async function migrateDown(
  database: Connected,
  count = 1,
  folder = migrationsFolder,
): Promise<string[]> {
  checkHistory(await applied(database), migrationNames(folder));
  return await run(database, folder, 'down', count);
}

/** The names of those that are applied, in order. Refuses a database that this version does not understand. */
export async function appliedMigrations(
  database: Pick<Database, 'pool'>,
  folder = migrationsFolder,
): Promise<string[]> {
  const done = await applied(database);
  checkHistory(done, migrationNames(folder));
  return done.map(({ name }) => name);
}

/**
 * Migrates forward or back until exactly these migrations are applied; they must be the first ones that this version
 * has.
 */
export async function migrateTo(
  database: Connected,
  target: readonly string[],
  folder = migrationsFolder,
): Promise<void> {
  const missing = target.length - (await appliedMigrations(database, folder)).length;
  if (missing !== 0) await run(database, folder, missing > 0 ? 'up' : 'down', Math.abs(missing));
}

/** Of these migrations the first that this version does not have at that place; null: it can go there. */
export function unknownMigration(target: readonly string[], folder = migrationsFolder): string | null {
  const known = migrationNames(folder);
  return target.find((name, at) => name !== known[at]) ?? null;
}

/** All migrations in order: those that are applied (also ones this version does not know), then the others. */
export async function migrationStatus(
  database: Connected,
  folder = migrationsFolder,
): Promise<MigrationState[]> {
  const done = await applied(database);
  const waiting = migrationNames(folder).filter((name) => done.every((entry) => entry.name !== name));
  return [...done, ...waiting.map((name) => ({ name, appliedAt: null }))];
}

/** For every start: one query where nothing is to be done. */
export async function ensureMigrated(database: Connected, folder = migrationsFolder): Promise<void> {
  const done = await applied(database);
  const known = migrationNames(folder);
  checkHistory(done, known);
  if (done.length < known.length) await migrateUp(database, folder);
}

/** For whoever only reads. Throws `NOT_MIGRATED`, which says the command that makes or upgrades the tables. */
export async function mustBeMigrated(
  database: Pick<Database, 'pool'>,
  folder = migrationsFolder,
): Promise<void> {
  const done = await applied(database);
  const known = migrationNames(folder);
  checkHistory(done, known);
  if (done.length === 0) throw noTablesYet();
  if (done.length < known.length) {
    throw databaseFailure('NOT_MIGRATED', { missing: known.slice(done.length) });
  }
}

export function noTablesYet(): ProdplanError {
  return databaseFailure('NOT_MIGRATED', { missing: [] });
}

/** Nothing waits and nothing is unknown; looks only. */
export async function migrationsAreCurrent(
  database: Pick<Database, 'pool'>,
  folder = migrationsFolder,
): Promise<boolean> {
  const done = await applied(database);
  const known = migrationNames(folder);
  return done.length === known.length && done.every(({ name }, at) => name === known[at]);
}

async function applied({ pool }: Pick<Database, 'pool'>): Promise<{ name: string; appliedAt: string }[]> {
  try {
    const answer = await pool.query<{ name: string; appliedAt: string }>(
      `select name, run_on as "appliedAt" from public.${migrationsTable} order by run_on, id`,
    );
    return answer.rows;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined_table) return [];
    if (code === undefined_column) throw foreignTables([migrationsTable], error);
    throw error;
  }
}

/** What is applied must be the beginning of what we know: else the code is older, or the files were reordered. */
function checkHistory(done: readonly { name: string }[], known: readonly string[]): void {
  const unknown = done.map(({ name }) => name).filter((name) => !known.includes(name));
  // Another program that keeps its migrations in the same way has none of ours.
  if (unknown.length === done.length && done.length > 0) throw foreignTables([migrationsTable]);
  if (unknown.length > 0) {
    throw databaseFailure('DATABASE_NEWER_THAN_CODE', { unknown });
  }
  const misplaced = done.findIndex(({ name }, at) => name !== known[at]);
  if (misplaced >= 0) {
    const [missing, applied] = [known[misplaced]!, done[misplaced]!.name];
    throw databaseFailure('BAD_MIGRATIONS', { fault: 'order', missing, applied });
  }
}

/** Before the first migration nobody may have our names: a table of somebody else's is neither used nor changed. */
async function mustBeFree({ pool }: Connected, folder: string): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = to_regnamespace('public') AND relname = ANY ($1) ORDER BY 1`,
    [relationsOfMigrations(folder)],
  );
  const names = [...rows.map(({ name }) => name), ...(await strangersOfQueue(pool))];
  if (names.length > 0) throw foreignTables(names);
}

/** What lies in the schema of the queue, where the queue did not make it: it keeps its own migrations there. */
async function strangersOfQueue(pool: Connected['pool']): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%s.%s', $1::text, relname) AS name FROM pg_class
     WHERE relnamespace = to_regnamespace($1) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
       AND to_regclass(format('%I.migration', $1::text)) IS NULL ORDER BY 1`,
    [queueSchema],
  );
  return rows.map(({ name }) => name);
}

function foreignTables(names: readonly string[], cause?: unknown): ProdplanError {
  return databaseFailure('FOREIGN_TABLES', { names }, { cause });
}

/** There will be something to do: loads the tool while the database is being made. */
export function prepareToMigrate(): void {
  // If the import fails, it fails again where the tool is used, and is reported there.
  import('node-pg-migrate').catch(() => {});
}

/** Another tablespace is the administrator's choice; the database's own, named as the default, PostgreSQL refuses for partitioned tables. */
async function unnameOwnTablespace(client: pg.ClientBase): Promise<void> {
  await client.query(
    `SELECT set_config('default_tablespace', '', true) FROM pg_database d JOIN pg_tablespace t ON t.oid = d.dattablespace
     WHERE d.datname = current_database() AND t.spcname = current_setting('default_tablespace')`,
  );
}

/** The tool is loaded only when there is something to do: that takes longer than the check itself. */
async function run(
  database: Connected,
  folder: string,
  direction: 'up' | 'down',
  count: number,
): Promise<string[]> {
  const { runner } = await import('node-pg-migrate');
  const client = await database.connect(`prodplan migrate ${direction}`);
  const silence = () => {};
  try {
    // Begun here, so that the table of the migrations belongs to it as well: all of it happens, or nothing.
    await client.query('BEGIN');
    await unnameOwnTablespace(client);
    const done = await runner({
      singleTransaction: true,
      dbClient: client,
      dir: folder,
      ignorePattern: '(?!.*\\.sql$).*',
      direction,
      count,
      migrationsTable,
      migrationsSchema: 'public',
      schema: 'public',
      checkOrder: true,
      advisoryLockMode: 'wait',
      logger: { debug: silence, info: silence, warn: silence, error: silence },
    });
    return done.map(({ name }) => name);
  } catch (error) {
    throw migrationFailed(direction, error);
  } finally {
    await client.end();
  }
}

function migrationFailed(direction: 'up' | 'down', cause: unknown): ProdplanError {
  const { code = '' } = cause as { code?: string };
  // Another program made its table between our look and the migration, or before a migration that is new to this database.
  if (direction === 'up' && duplicates.includes(code)) {
    const name = /"([^"]+)"/.exec(messageOf(cause))?.[1] ?? messageOf(cause);
    return foreignTables([name], cause);
  }
  if (isDiskFull(cause)) return diskFull(cause, { what: 'migrations' });
  return databaseFailure('MIGRATION_FAILED', { direction, reason: firstLine(messageOf(cause)) }, { cause });
}

/** The tool puts whole stacks into its messages. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0]!;
}
