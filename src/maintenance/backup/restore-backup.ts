import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { withoutIndexes } from '../../platform/bulk-load.js';
import { backupFailure } from '../../platform/errors/backup.js';
import { acquireRunLock } from '../../platform/locks/index.js';
import { migrateTo, migrateUp } from '../../platform/migrate.js';
import type { BackedTable, BackupManifest } from './manifest.js';
import { type Backup, damaged, openBackup } from './open-backup.js';
import { type OurRelations, type OurTable, readOurRelations } from './our-tables.js';
import type { BackupOptions } from './types.js';

/** The migrations themselves put a row into each of these; whatever else holds rows has been used. */
const seeded = [
  'publication',
  'run_fence',
  'agg_state',
  'coverage_inspection_lag',
  'pseudonym_secret',
  // By their names in a database that is not migrated yet.
  'agg_estado',
  'cobertura_desmolde',
  'segredo_pseudonimos',
  'schema_migrations',
];

/** From this many rows on, building the indexes afterwards is faster than keeping them. */
const indexLaterRows = 20_000;

/**
 * Puts a backup into an empty database: the tables are brought to the version that the backup has, filled in one
 * transaction, then brought to today's. The file must have been verified (`verifyBackup`); it is held against its
 * manifest once more while it is read. Throws `RESTORE_NOT_EMPTY`, `LOCKED`, `BACKUP_DAMAGED`; nothing is changed then.
 */
export async function restoreBackup(options: BackupOptions): Promise<BackupManifest> {
  const { database, file } = options;
  const backup = await openBackup(file);
  const session = await database.connect('prodplan restore');
  try {
    await refuseUsed(database.pool, await readOurRelations(session));
    await migrateTo(database, backup.manifest.migrations);
    const lock = await acquireRunLock({ database, session, name: 'restore', wait: false });
    try {
      await fill(options, backup, session);
    } finally {
      await lock.release();
    }
    await migrateUp(database);
    return backup.manifest;
  } finally {
    await session.end().catch(() => {});
    await backup.close();
  }
}

async function fill(options: BackupOptions, backup: Backup, session: pg.Client): Promise<void> {
  const { manifest } = backup;
  const relations = await readOurRelations(session);
  const filled = pairs(options.file, manifest, relations);
  const all = relations.tables.map(({ name }) => `public.${name}`).join(', ');
  try {
    await session.query('BEGIN; SET LOCAL synchronous_commit = on; SET LOCAL statement_timeout = 0');
    await session.query(`LOCK TABLE ${all} IN ACCESS EXCLUSIVE MODE`);
    await refuseUsed(session, relations);
    // A table that is emptied in this transaction needs no WAL where wal_level is minimal.
    await session.query(`TRUNCATE ${all}`);
    for (const { backed, table } of filled) {
      await copyIn(options, backup, session, backed, table);
      options.onProgress?.({ kind: 'restoring', table: table.name, rows: backed.rows });
    }
    for (const { name, last_value, is_called } of manifest.sequences)
      await session.query('SELECT setval($1::regclass, $2::bigint, $3)', [
        `public.${name}`,
        last_value,
        is_called,
      ]);
    await session.query(`ANALYZE ${all}`);
    await session.query('COMMIT');
  } catch (error) {
    await session.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Every table of that version with its part of the backup, in the order in which they can be filled. */
function pairs(
  file: string,
  { tables, sequences }: BackupManifest,
  relations: OurRelations,
): { backed: BackedTable; table: OurTable }[] {
  const backedNames = [...tables, ...sequences].map(({ name }) => name).sort();
  const ourNames = [...relations.tables.map(({ name }) => name), ...relations.sequences].sort();
  if (backedNames.join() !== ourNames.join()) throw damaged(file, { is: 'other_tables' });
  return relations.tables.map((table) => {
    const backed = tables.find(({ name }) => name === table.name)!;
    if (backed.columns.toSorted().join() !== table.columns.toSorted().join())
      throw damaged(file, { is: 'other_columns', name: table.name });
    return { backed, table };
  });
}

async function copyIn(
  options: BackupOptions,
  backup: Backup,
  session: pg.Client,
  backed: BackedTable,
  table: OurTable,
): Promise<void> {
  const name = `public.${table.name}`;
  const copy = async (): Promise<void> => {
    const sink = session.query(copyFrom(`COPY ${name} (${backed.columns.join(', ')}) FROM STDIN`));
    await pipeline(backup.read(backed), sink, options.signal === undefined ? {} : { signal: options.signal });
    if (sink.rowCount !== backed.rows) {
      const counts = { found: sink.rowCount ?? 0, expected: backed.rows };
      throw damaged(options.file, { is: 'row_count', name: table.name, ...counts });
    }
  };
  const indexLater = backed.rows >= indexLaterRows && !table.partitioned && !table.referred;
  await (indexLater ? withoutIndexes(session, [name], copy) : copy());
}

/** Refuses a database that holds anything but what the migrations put there. */
async function refuseUsed(client: Pick<pg.ClientBase, 'query'>, { tables }: OurRelations): Promise<void> {
  const looks = tables
    .filter(({ name }) => !seeded.includes(name))
    .map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM public.${name})`);
  if (looks.length === 0) return;
  const { rows } = await client.query<{ name: string }>(looks.join(' UNION ALL '));
  if (rows.length === 0) return;
  throw backupFailure('RESTORE_NOT_EMPTY', { tables: rows.map(({ name }) => name) });
}
