import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { backupFailure } from '../../platform/errors/backup.js';
import { appliedMigrations } from '../../platform/migrate.js';
import { type OurRelations, readOurRelations } from './our-tables.js';
import type { BackupOptions } from './types.js';

export interface Snapshot {
  readonly migrations: readonly string[];
  readonly relations: OurRelations;
}

/**
 * Less than PostgreSQL's deadlock_timeout (1 s): a publishing run that wants a table of ours while we wait for one of
 * its own must never be the one that is ended for it.
 */
const lockMs = 400;
const pauseMs = 200;
const lockNotAvailable = '55P03';

/**
 * Opens a transaction that sees one state of all our tables. They are locked against TRUNCATE first (readers and
 * ordinary writers go on): a table that is emptied after a snapshot was taken would look empty to it.
 */
export async function openSnapshot(options: BackupOptions, session: pg.Client): Promise<Snapshot> {
  for (;;) {
    options.signal?.throwIfAborted();
    const migrations = await appliedMigrations(options.database);
    if (migrations.length === 0) throw backupFailure('NOTHING_TO_BACK_UP', { home: null });
    const relations = await readOurRelations(session);
    const names = relations.tables.map(({ name }) => `public.${name}`);
    await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if (await lockAll(session, names)) {
      // The first statement that reads takes the snapshot. A migration may have come between our look and the locks.
      const now = await readOurRelations(session);
      const applied = await session.query<{ name: string }>(
        'SELECT name FROM public.schema_migrations ORDER BY run_on, id',
      );
      const same = applied.rows.map(({ name }) => name).join() === migrations.join();
      if (same && JSON.stringify(now) === JSON.stringify(relations)) return { migrations, relations };
    }
    await session.query('ROLLBACK');
    options.onProgress?.({ kind: 'waiting', table: '', rows: 0 });
    await sleep(pauseMs);
  }
}

/** False: somebody held one of them. */
async function lockAll(session: pg.Client, names: readonly string[]): Promise<boolean> {
  try {
    await session.query(`SET LOCAL lock_timeout = ${lockMs}; SET LOCAL statement_timeout = 0`);
    await session.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
    await session.query(textFormat);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== lockNotAvailable) throw error;
    return false;
  }
}

/** Every value is written so that any server reads it as the same value, whatever either is set to. */
const textFormat = `
  SET LOCAL extra_float_digits = 1;
  SET LOCAL datestyle = 'ISO, YMD';
  SET LOCAL intervalstyle = 'postgres';
  SET LOCAL timezone = 'UTC';
  SET LOCAL bytea_output = 'hex';
  SET LOCAL client_encoding = 'UTF8'`;
