import type { ClientBase } from 'pg';

interface Index {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
  /** Definition of the constraint that owns it, null for a plain index. */
  readonly constraint: string | null;
}

/**
 * Takes the indexes of tables away, runs the work, and builds them again as they were: one sort an index instead of
 * one search a row. Only for tables that are empty and that nobody can be reading yet: they are locked until the
 * transaction ends.
 */
export async function withoutIndexes<T>(
  client: ClientBase,
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const { rows } = await client.query<Index>(
    `SELECT i.indrelid::regclass::text AS table, c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition,
            pg_get_constraintdef(k.oid) AS constraint
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid
     WHERE i.indrelid = ANY ($1::text[]::regclass[])`,
    [tables],
  );
  for (const { table, name, constraint } of rows)
    await client.query(constraint ? `ALTER TABLE ${table} DROP CONSTRAINT ${name}` : `DROP INDEX ${name}`);
  const result = await work();
  for (const { table, name, constraint, definition } of rows)
    await client.query(constraint ? `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${constraint}` : definition);
  return result;
}
