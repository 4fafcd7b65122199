import { existsSync, realpathSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { diskFull, isDiskFull } from '../../platform/disk-full.js';
import { backupFailure } from '../../platform/errors/backup.js';
import { messageOf, type ProdplanError } from '../../platform/errors.js';
import { GzipMembers } from '../../platform/gzip-members.js';
import { isProcessAlive } from '../../platform/postgres/processes.js';
import { ArchiveWriter } from './archive.js';
import {
  type BackedTable,
  type BackupManifest,
  backupFormat,
  backupManifestName,
  folderName,
  introduction,
  introductionName,
  manifestSumName,
} from './manifest.js';
import { sha256Of } from './open-backup.js';
import type { OurTable } from './our-tables.js';
import { openSnapshot, type Snapshot } from './snapshot.js';
import type { BackupOptions } from './types.js';
import { verifyBackup } from './verify-backup.js';

export interface WriteOptions extends BackupOptions {
  /** The version of the program. */
  readonly version: string;
  /** Replace a file that is there. */
  readonly overwrite: boolean;
}

export interface BackupResult {
  readonly manifest: BackupManifest;
  readonly bytes: number;
  /** Tables beside ours that are not ours: they are not in the file. */
  readonly foreign: readonly string[];
}

/** Blocks of this size are compressed on their own, so many at once. */
const blockBytes = 1 << 20;
const blocksAtOnce = 4;

/**
 * Writes one state of the database into one file, while it is in use: beside the file, read again and checked, then
 * renamed. A file that is there is replaced only if told so, and is whole until then. It holds names of people and
 * the hashes of keys: its owner alone may read it. Throws `BACKUP_EXISTS`, `BACKUP_NOT_WRITTEN`.
 */
export async function writeBackup(options: WriteOptions): Promise<BackupResult> {
  const file = placeOf(options.file);
  await refuseExisting(file, options.overwrite);
  await removeOldDrafts(file).catch(() => {});
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}${draftEnd}`);
  const session = await options.database.connect('prodplan backup');
  try {
    const written = await writeDraft(options, session, draft);
    await verifyBackup({ ...options, file: draft });
    await refuseExisting(file, options.overwrite);
    await rename(draft, file);
    return written;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw isFileError(error) ? notWritten(file, error) : error;
  } finally {
    await session.end().catch(() => {});
  }
}

async function writeDraft(options: WriteOptions, session: pg.Client, draft: string): Promise<BackupResult> {
  const snapshot = await openSnapshot(options, session);
  const handle = await open(draft, 'w', 0o600);
  try {
    // The umask takes bits away only; a draft that was there may have had more.
    await handle.chmod(0o600).catch(() => {});
    const archive = new ArchiveWriter(handle);
    await archive.text(introductionName, introduction);
    const manifest = await writeTables(options, session, archive, snapshot);
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await archive.text(backupManifestName, text);
    await archive.text(manifestSumName, `${sha256Of(text)}\n`);
    const bytes = await archive.finish();
    await settle(handle);
    return { manifest, bytes, foreign: snapshot.relations.foreign };
  } finally {
    await session.query('ROLLBACK').catch(() => {});
    await handle.close();
  }
}

/** A rename must not become known before what it names; a network share may not be able to say. */
async function settle(handle: FileHandle): Promise<void> {
  await handle.sync().catch((error: NodeJS.ErrnoException) => {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(error.code ?? '')) throw error;
  });
}

async function writeTables(
  options: WriteOptions,
  session: pg.Client,
  archive: ArchiveWriter,
  { migrations, relations }: Snapshot,
): Promise<BackupManifest> {
  const published = await session.query<NonNullable<BackupManifest['published']>>(
    'SELECT run_id, data_version, as_of FROM public.publication WHERE run_id IS NOT NULL',
  );
  const tables: BackedTable[] = [];
  for (const table of relations.tables) {
    const file = `${folderName}/tables/${table.name}.copy.gz`;
    const copied = await archive.entry(file, (append) => copyOut(options, session, table, append));
    tables.push({ name: table.name, file, columns: [...table.columns], ...copied });
  }
  return {
    format: backupFormat,
    prodplan: options.version,
    server_version: options.database.serverVersion,
    made_at: new Date().toISOString(),
    published: published.rows[0] ?? null,
    migrations: [...migrations],
    tables,
    sequences: await readSequences(session, relations.sequences),
  };
}

async function copyOut(
  { signal, onProgress }: WriteOptions,
  session: pg.Client,
  table: OurTable,
  append: (bytes: Buffer) => Promise<void>,
): Promise<Pick<BackedTable, 'rows' | 'sha256' | 'bytes' | 'gzip_bytes'>> {
  const columns = table.columns.join(', ');
  // COPY of a partitioned table must be asked for as a query.
  const source = table.partitioned
    ? `(SELECT ${columns} FROM public.${table.name})`
    : `public.${table.name} (${columns})`;
  const members = new GzipMembers(append);
  const stream = session.query(copyTo(`COPY ${source} TO STDOUT`));
  const waiting: Promise<void>[] = [];
  try {
    for await (const block of blocksOf(stream)) {
      signal?.throwIfAborted();
      waiting.push(members.write(block));
      if (waiting.length >= blocksAtOnce) await waiting.shift();
    }
    const { sha256, plainBytes, gzipBytes } = await members.finish();
    onProgress?.({ kind: 'copying', table: table.name, rows: stream.rowCount });
    return { rows: stream.rowCount, sha256, bytes: plainBytes, gzip_bytes: gzipBytes };
  } finally {
    await members.settle();
  }
}

async function* blocksOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    length += piece.length;
    if (length < blockBytes) continue;
    yield Buffer.concat(pieces, length);
    pieces = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(pieces, length);
}

/** A sequence knows no transaction: it may be ahead of the snapshot, never behind it. */
async function readSequences(
  session: pg.Client,
  names: readonly string[],
): Promise<BackupManifest['sequences']> {
  const found: BackupManifest['sequences'] = [];
  for (const name of names) {
    const { rows } = await session.query<{ last_value: string; is_called: boolean }>(
      `SELECT last_value::text, is_called FROM public.${name}`,
    );
    found.push({ name, ...rows[0]! });
  }
  return found;
}

const draftEnd = '.incompleto';

/** What a backup to the same file left that was killed: it holds names as well. */
async function removeOldDrafts(file: string): Promise<void> {
  const start = `.${basename(file)}.`;
  for (const name of await readdir(dirname(file))) {
    if (!name.startsWith(start) || !name.endsWith(draftEnd)) continue;
    const pid = Number(name.slice(start.length, -draftEnd.length));
    if (Number.isInteger(pid) && !isProcessAlive(pid)) await rm(join(dirname(file), name), { force: true });
  }
}

/**
 * A link is followed: its target is written, and the link stays. A path that cannot be resolved, such as a new file or
 * a broken link, is used as it is.
 */
function placeOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}

async function refuseExisting(file: string, overwrite: boolean): Promise<void> {
  if (!existsSync(file)) return;
  if (!(await stat(file)).isFile()) {
    throw backupFailure('BACKUP_NOT_WRITTEN', { file, reason: null });
  }
  if (overwrite) return;
  throw backupFailure('BACKUP_EXISTS', { file });
}

function isFileError(error: unknown): boolean {
  const { syscall, code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && ['open', 'write', 'fsync', 'rename', 'read'].includes(syscall ?? '');
}

function notWritten(file: string, cause: unknown): ProdplanError {
  if (isDiskFull(cause)) return diskFull(cause, { what: 'backup' });
  return backupFailure('BACKUP_NOT_WRITTEN', { file, reason: messageOf(cause) }, { cause });
}
