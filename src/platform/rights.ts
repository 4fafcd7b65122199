import type { Pool } from 'pg';
import { databaseFailure, type MissingRight } from './errors/database.js';
import type { ProdplanError } from './errors.js';
import { relationsOfMigrations } from './migration-files.js';
import { queueSchema } from './queue/schema.js';

/** Two schemas that are made where they are missing, and used where they are there. */
const ourSchemas = ['staging', queueSchema];

/** What a reader has no use for: keys, the secret of the pseudonyms, workbooks that wait. */
const closedToReaders = [
  'api_keys',
  'api_audit',
  'api_sessions',
  'pseudonym_secret',
  // Its name in a database that is not migrated yet.
  'segredo_pseudonimos',
  'posted_workbooks',
  'posted_workbook_parts',
];

/**
 * Whether the role may do all that loading, serving and migrating take, in one query. Throws `MISSING_RIGHTS`, which
 * names each right that is missing and how it is given.
 */
export async function mustBeOwner(pool: Pool): Promise<void> {
  const { rows } = await pool.query<MissingRight>(
    `WITH me AS (SELECT quote_ident(current_user) AS role, quote_ident(current_database()) AS base, current_database() AS name)
     SELECT 'create_schemas' AS "right", base AS of, NULL::int AS count, NULL AS owner, format('GRANT CREATE ON DATABASE %s TO %s', base, role) AS grant
     FROM me WHERE NOT has_database_privilege(name, 'CREATE') AND EXISTS (SELECT FROM unnest($2::text[]) s WHERE to_regnamespace(s) IS NULL)
     UNION ALL
     SELECT 'temporary_tables', base, NULL, NULL, format('GRANT TEMPORARY ON DATABASE %s TO %s', base, role)
     FROM me WHERE NOT has_database_privilege(name, 'TEMPORARY')
     UNION ALL
     SELECT 'schema_missing', 'public', NULL, NULL, format('CREATE SCHEMA public AUTHORIZATION %s', role) FROM me WHERE to_regnamespace('public') IS NULL
     UNION ALL
     SELECT 'create_in_schema', n.nspname, NULL, NULL, format('GRANT USAGE, CREATE ON SCHEMA %s TO %s', n.nspname, role)
     FROM me, pg_namespace n WHERE n.nspname = ANY ('{public}' || $2::text[])
       AND NOT (has_schema_privilege(n.oid, 'USAGE') AND has_schema_privilege(n.oid, 'CREATE'))
     UNION ALL
     SELECT 'own_tables', '', count(*)::int, o.rolname, format('GRANT %I TO %s', o.rolname, role)
     FROM me, pg_class c JOIN pg_roles o ON o.oid = c.relowner
     WHERE c.relnamespace = to_regnamespace('public') AND c.relname = ANY ($1) AND NOT pg_has_role(c.relowner, 'USAGE')
     GROUP BY o.rolname, role`,
    [relationsOfMigrations(), ourSchemas],
  );
  if (rows.length > 0) throw missingRights(rows);
}

/** Whether the role may read what the reading commands read. Throws `MISSING_RIGHTS`. */
export async function mustBeReader(pool: Pool): Promise<void> {
  const { rows } = await pool.query<MissingRight>(
    `WITH me AS (SELECT quote_ident(current_user) AS role)
     SELECT 'use_schema' AS "right", 'public' AS of, NULL::int AS count, format('GRANT USAGE ON SCHEMA public TO %s', role) AS grant
     FROM me WHERE NOT has_schema_privilege('public', 'USAGE')
     UNION ALL
     SELECT 'read_tables', '', count(*)::int, format('GRANT SELECT ON ALL TABLES IN SCHEMA public TO %s', role)
     FROM me, pg_class c WHERE c.relnamespace = to_regnamespace('public') AND c.relname = ANY ($1)
       -- Who reads draws no numbers: the right to the tables is enough.
       AND c.relkind <> 'S' AND NOT has_table_privilege(c.oid, 'SELECT')
     GROUP BY role`,
    [relationsOfMigrations().filter((name) => !closedToReaders.includes(name))],
  );
  if (rows.length > 0) throw missingRights(rows);
}

export function missingRights(rights: readonly MissingRight[], cause?: unknown): ProdplanError {
  return databaseFailure('MISSING_RIGHTS', { rights }, { cause });
}
