import type { ClientBase } from 'pg';
import { literal } from '../../contract/sql.js';

interface Index {
  readonly name: string;
  readonly definition: string;
  /** Definition of the constraint that owns it, null for a plain index. */
  readonly constraint: string | null;
}

/**
 * Takes a table's indexes away, runs the work, and builds them again as they were: one sort a index instead of one
 * search a row. Only for a table that is empty and that nobody can be reading yet.
 */
export async function withoutIndexes<T>(
  client: ClientBase,
  table: string,
  work: () => Promise<T>,
): Promise<T> {
  const { rows } = await client.query<Index>(`
    SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition, pg_get_constraintdef(k.oid) AS constraint
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid
    WHERE i.indrelid = ${literal(table)}::regclass`);
  for (const index of rows) {
    await client.query(
      index.constraint ? `ALTER TABLE ${table} DROP CONSTRAINT ${index.name}` : `DROP INDEX ${index.name}`,
    );
  }
  const result = await work();
  for (const index of rows) {
    await client.query(
      index.constraint
        ? `ALTER TABLE ${table} ADD CONSTRAINT ${index.name} ${index.constraint}`
        : index.definition,
    );
  }
  return result;
}
