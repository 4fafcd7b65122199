import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.js';
import { messageOf, ProdplanError } from './errors.js';

export interface MigrationState {
  readonly name: string;
  /** UTC, without a zone; null: not applied yet. */
  readonly appliedAt: string | null;
}

type Connected = Pick<Database, 'pool' | 'connect'>;

/** From src/ and from dist/ alike it lies two folders up. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

export const migrationsTable = 'schema_migrations';
const fileName = /^\d{4}_[a-z0-9_]+\.sql$/;
const undefined_table = '42P01';

/** Applies what is missing; returns the names. Two processes at once: the second waits and finds nothing to do. */
export async function migrateUp(database: Connected, folder = migrationsFolder): Promise<string[]> {
  checkHistory(await applied(database), migrationNames(folder));
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

/** Brings the tables to where exactly these migrations are applied, forward or back: those are our first ones. */
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
  if (done.length < known.length) await run(database, folder, 'up', Number.POSITIVE_INFINITY);
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

function migrationNames(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const names = files.sort().map((file) => {
    if (!fileName.test(file)) throw badFiles(`${file} não tem a forma 0001_nome.sql`);
    return file.slice(0, -'.sql'.length);
  });
  for (const [at, name] of names.entries()) {
    if (name.slice(0, 4) === names[at + 1]?.slice(0, 4)) {
      throw badFiles(`${name} e ${names[at + 1]} têm o mesmo número`);
    }
  }
  return names;
}

async function applied({ pool }: Pick<Database, 'pool'>): Promise<{ name: string; appliedAt: string }[]> {
  try {
    const answer = await pool.query<{ name: string; appliedAt: string }>(
      `select name, run_on as "appliedAt" from public.${migrationsTable} order by run_on, id`,
    );
    return answer.rows;
  } catch (error) {
    if ((error as { code?: string }).code === undefined_table) return [];
    throw error;
  }
}

/** What is applied must be the beginning of what we know: else the code is older, or the files were reordered. */
function checkHistory(done: readonly { name: string }[], known: readonly string[]): void {
  const unknown = done.map(({ name }) => name).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new ProdplanError(
      'usage',
      'DATABASE_NEWER_THAN_CODE',
      `A base de dados é mais recente do que este Prodplan: tem as migrações ${unknown.join(', ')}, que ele não conhece.`,
      'Atualize o Prodplan, ou indique outra base de dados em DATABASE_URL ou PRODPLAN_HOME.',
    );
  }
  const misplaced = done.findIndex(({ name }, at) => name !== known[at]);
  if (misplaced >= 0) {
    throw badFiles(`${known[misplaced]} falta na base de dados, mas ${done[misplaced]?.name} já lá está`);
  }
}

/** There will be something to do: loads the tool while the database is being made. */
export function prepareToMigrate(): void {
  // A failure comes up again where the tool is used.
  import('node-pg-migrate').catch(() => {});
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
    const done = await runner({
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
    throw new ProdplanError(
      'system',
      'MIGRATION_FAILED',
      `Não foi possível ${direction === 'up' ? 'atualizar' : 'repor'} as tabelas da base de dados: ${messageOf(error)}.`,
      'Nada ficou a meio: cada migração é uma transação. Veja se o utilizador da base de dados pode criar tabelas em "public".',
      { cause: error },
    );
  } finally {
    await client.end();
  }
}

function badFiles(finding: string): ProdplanError {
  return new ProdplanError(
    'system',
    'BAD_MIGRATIONS',
    `As migrações não estão em ordem: ${finding}.`,
    'Uma migração que já foi aplicada não muda de nome nem de lugar; acrescente uma nova no fim.',
  );
}
