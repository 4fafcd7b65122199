import type { Database } from '../../platform/database.js';
import { mustBeMigrated } from '../../platform/migrate.js';

/** PostgreSQL knows no table, column, function or schema of this name. */
const undefinedNames: readonly unknown[] = ['42P01', '42703', '42883', '3F000'];

/**
 * Where a query names what the database does not have, the tables may be gone, or of another version than this
 * program: then that is what went wrong, as it is for every command. Anything else passes.
 */
export async function tracedToSchema(database: Pick<Database, 'pool'>, thrown: unknown): Promise<unknown> {
  if (!undefinedNames.includes((thrown as { code?: unknown } | null)?.code)) return thrown;
  return await mustBeMigrated(database).then(
    () => thrown,
    (error: unknown) => error,
  );
}
