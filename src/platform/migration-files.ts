import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseFailure } from './errors/database.js';

/** From src/ and from dist/ alike it lies two folders up. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

const fileName = /^\d{4}_[a-z0-9_]+\.sql$/;

/** The names of the migrations in their order. Throws `BAD_MIGRATIONS`. */
export function migrationNames(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const names = files.sort().map((file) => {
    if (!fileName.test(file)) throw databaseFailure('BAD_MIGRATIONS', { fault: 'form', file });
    return file.slice(0, -'.sql'.length);
  });
  for (const [at, name] of names.entries()) {
    if (name.slice(0, 4) === names[at + 1]?.slice(0, 4)) {
      throw databaseFailure('BAD_MIGRATIONS', { fault: 'same_number', one: name, other: names[at + 1]! });
    }
  }
  return names;
}

const upAndDown = /^-- Down Migration$/m;
const made =
  /^(?:CREATE (?:UNLOGGED )?(?:TABLE|VIEW|MATERIALIZED VIEW|SEQUENCE) (?:IF NOT EXISTS )?|ALTER (?:TABLE|VIEW|SEQUENCE) \w+ RENAME TO )(\w+)/gim;

/** Every table, view and sequence in `public` that the migrations make by name, under every name that it ever had. */
export function relationsOfMigrations(folder = migrationsFolder): string[] {
  return migrationNames(folder).flatMap((name) => {
    const [up = ''] = readFileSync(join(folder, `${name}.sql`), 'utf8').split(upAndDown);
    return [...up.matchAll(made)].map(([, relation]) => relation!);
  });
}
