import type { ClientBase } from 'pg';
import { migrationsTable } from '../../platform/migrate.js';
import { relationsOfMigrations } from '../../platform/migration-files.js';

export interface OurTable {
  readonly name: string;
  /** All but the generated ones, as they stand in the table. */
  readonly columns: readonly string[];
  readonly partitioned: boolean;
  /** Another table refers to it: its primary key must stay where it is. */
  readonly referred: boolean;
}

export interface OurRelations {
  /** A table comes after those that it refers to. */
  readonly tables: readonly OurTable[];
  readonly sequences: readonly string[];
  /** Tables in `public` that no migration of ours made: somebody else's. */
  readonly foreign: readonly string[];
}

interface CatalogueTable extends OurTable {
  readonly refers: readonly string[];
}

/**
 * What our migrations made, as the catalogue has it: a new table needs no line here. The migrations only tell what is
 * ours from what somebody else put into the same schema; the queue's tables and staging lie in schemas of their own.
 */
export async function readOurRelations(client: ClientBase): Promise<OurRelations> {
  const names = new Set([migrationsTable, ...relationsOfMigrations()]);
  const all = (await client.query<CatalogueTable>(tablesQuery)).rows;
  const ours = all.filter(({ name }) => names.has(name));
  return {
    tables: referredFirst(ours),
    sequences: await readSequences(client, names),
    foreign: all.filter(({ name }) => !names.has(name)).map(({ name }) => name),
  };
}

/** Partitions go with the table that they are parts of. */
const tablesQuery = `
  SELECT c.relname AS name, c.relkind = 'p' AS partitioned,
         (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
         EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = c.oid) AS referred,
         ARRAY(SELECT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
               WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.confrelid <> c.oid) AS refers
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname`;

/** Those that belong to a column of our tables, and those that a migration made by itself. */
async function readSequences(client: ClientBase, ours: ReadonlySet<string>): Promise<string[]> {
  const { rows } = await client.query<{ name: string; owner: string | null }>(`
    SELECT s.relname AS name, t.relname AS owner
    FROM pg_class s
    LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype IN ('a', 'i')
      AND d.refclassid = 'pg_class'::regclass
    LEFT JOIN pg_class t ON t.oid = d.refobjid
    WHERE s.relnamespace = 'public'::regnamespace AND s.relkind = 'S'
    ORDER BY s.relname`);
  return rows.filter(({ name, owner }) => ours.has(owner ?? name)).map(({ name }) => name);
}

function referredFirst(tables: readonly CatalogueTable[]): OurTable[] {
  const known = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<CatalogueTable>();
  const put = (table: CatalogueTable, way: readonly string[]): void => {
    if (ordered.has(table)) return;
    if (way.includes(table.name)) throw new Error(`foreign keys run in a circle: ${way.join(', ')}`);
    for (const name of table.refers) {
      const other = known.get(name);
      if (other !== undefined) put(other, [...way, table.name]);
    }
    ordered.add(table);
  };
  for (const table of tables) put(table, []);
  return [...ordered];
}
