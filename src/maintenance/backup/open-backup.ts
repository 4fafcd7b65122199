import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { backupFailure, type Damage } from '../../platform/errors/backup.js';
import { messageOf, type ProdplanError } from '../../platform/errors.js';
import { unknownMigration } from '../../platform/migrate.js';
import { type BackupEntry, BrokenArchive, readAt, readEntries, readEntry } from './archive.js';
import {
  type BackedTable,
  type BackupManifest,
  backupFormat,
  backupManifestName,
  backupManifestSchema,
  introductionName,
  manifestSumName,
} from './manifest.js';

export interface Backup {
  readonly manifest: BackupManifest;
  /** The text of a table in COPY's format; throws at its end where it is not what the manifest says. */
  read(table: BackedTable): AsyncIterable<Buffer>;
  close(): Promise<void>;
}

/** COPY takes pieces of this size best. */
const pieceBytes = 1 << 18;

/**
 * Opens a backup and reads its manifest. Throws `BACKUP_NOT_FOUND`, `BACKUP_FOREIGN` (another kind of file),
 * `BACKUP_DAMAGED`, `BACKUP_NEWER` (a newer program's).
 */
export async function openBackup(path: string): Promise<Backup> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw backupFailure('BACKUP_NOT_FOUND', { path, reason: messageOf(error) }, { cause: error });
  });
  try {
    await refuseForeign(file, path);
    const entries = await readEntries(file).catch((error: unknown) => {
      throw damaged(path, damageOf(error));
    });
    const manifest = await readManifest(file, path, entries);
    refuseNewer(path, manifest);
    return {
      manifest,
      read: (table) => readTable(file, path, entries, table),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

export function sha256Of(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

function damageOf(error: unknown): Damage {
  return error instanceof BrokenArchive ? error.damage : { is: 'said', said: messageOf(error) };
}

export function damaged(path: string, damage: Damage): ProdplanError {
  return backupFailure('BACKUP_DAMAGED', { path, damage });
}

async function refuseForeign(file: FileHandle, path: string): Promise<void> {
  if (!(await file.stat()).isFile()) throw backupFailure('BACKUP_FOREIGN', { path });
  const start = await readAt(file, 0, introductionName.length);
  if (start.toString('latin1') !== introductionName) throw backupFailure('BACKUP_FOREIGN', { path });
}

async function readManifest(
  file: FileHandle,
  path: string,
  entries: readonly BackupEntry[],
): Promise<BackupManifest> {
  const text = await readText(file, path, entries, backupManifestName);
  const sum = await readText(file, path, entries, manifestSumName);
  if (sum.trim() !== sha256Of(text)) throw damaged(path, { is: 'manifest_sum' });
  const json = JSON.parse(text) as { format?: unknown };
  if (json.format !== backupFormat)
    throw backupFailure('BACKUP_NEWER', { path, has: 'format', name: String(json.format) });
  const parsed = backupManifestSchema.safeParse(json);
  if (!parsed.success) throw damaged(path, { is: 'manifest_form' });
  return parsed.data;
}

async function readText(
  file: FileHandle,
  path: string,
  entries: readonly BackupEntry[],
  name: string,
): Promise<string> {
  const entry = entryOf(path, entries, name);
  try {
    return (await readEntry(file, entry)).toString('utf8');
  } catch (error) {
    throw damaged(path, damageOf(error));
  }
}

function entryOf(path: string, entries: readonly BackupEntry[], name: string): BackupEntry {
  const entry = entries.find((one) => one.name === name);
  if (entry === undefined) throw damaged(path, { is: 'lacks', name });
  return entry;
}

/** The text of a table, block by block; throws at its end where it is not what the manifest says. */
async function* readTable(
  file: FileHandle,
  path: string,
  entries: readonly BackupEntry[],
  table: BackedTable,
): AsyncGenerator<Buffer> {
  const entry = entryOf(path, entries, table.file);
  if (entry.sizeBytes !== table.gzip_bytes) throw notAsPromised(path, table);
  const hash = createHash('sha256');
  let bytes = 0;
  // Of a table without rows there is not even one member.
  if (entry.sizeBytes > 0) {
    try {
      for await (const block of unpack(file, entry)) {
        hash.update(block);
        bytes += block.length;
        yield block;
      }
    } catch (error) {
      throw String((error as NodeJS.ErrnoException).code).startsWith('Z_')
        ? notAsPromised(path, table)
        : error;
    }
  }
  if (bytes !== table.bytes || hash.digest('hex') !== table.sha256) throw notAsPromised(path, table);
}

function unpack(file: FileHandle, entry: BackupEntry): AsyncIterable<Buffer> {
  // Who reads the last stream hears of an error; the callback must be there.
  return pipeline(Readable.from(pieces(file, entry)), createGunzip({ chunkSize: pieceBytes }), () => {});
}

async function* pieces(file: FileHandle, { position, sizeBytes }: BackupEntry): AsyncGenerator<Buffer> {
  for (let at = 0; at < sizeBytes; at += pieceBytes)
    yield await readAt(file, position + at, Math.min(pieceBytes, sizeBytes - at));
}

function notAsPromised(path: string, { name }: BackedTable): ProdplanError {
  return damaged(path, { is: 'table_sum', name });
}

function refuseNewer(path: string, { migrations, prodplan }: BackupManifest): void {
  const unknown = unknownMigration(migrations);
  if (unknown !== null) {
    throw backupFailure('BACKUP_NEWER', { path, has: 'migration', name: unknown, prodplan });
  }
}
