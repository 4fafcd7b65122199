import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFailure } from '../../platform/errors/file.js';
import type { ProdplanError } from '../../platform/errors.js';
import { makeFolder } from '../../platform/folders.js';
import {
  type ArchiveEntry,
  defaultLimits,
  type OpenedArchive,
  openArchive,
  openWorkbook,
  type Workbook,
  WorkbookError,
} from '../../workbook/index.js';
import { asInputError } from './read-errors.js';

/** A workbook within a zip of workbooks. */
export interface ZippedWorkbook {
  /** What the zip calls it, made harmless: it is shown, and never used as a path. */
  readonly name: string;
  readonly entry: ArchiveEntry;
}

/** A workbook is a zip too: it is known by the parts that every one has. */
const packageParts = ['[content_types].xml', '_rels/.rels'];

/** What systems put into a zip beside its files, and what programs leave beside workbooks. */
const ignored = /^__macosx\/|(?:^|\/)(?:\.[^/]*|~\$[^/]*|thumbs\.db|desktop\.ini)$/;

/** The workbooks of a zip that holds nothing else, by its directory alone; null: it is no such zip, but a workbook or another thing. */
export async function listZipped(path: string): Promise<ZippedWorkbook[] | null> {
  const archive = await openArchive(path).catch((error: unknown) => {
    // What cannot be opened as a zip is no workbook either, and refused as such.
    if (error instanceof WorkbookError) return null;
    throw error;
  });
  if (archive === null) return null;
  try {
    return workbooksIn(path, archive.entries);
  } finally {
    await archive.close();
  }
}

function workbooksIn(path: string, all: readonly ArchiveEntry[]): ZippedWorkbook[] | null {
  if (all.some(({ name }) => packageParts.includes(name.toLowerCase()))) return null;
  const entries = all.filter(({ name }) => !ignored.test(name.toLowerCase()));
  const isWorkbook = ({ name }: ArchiveEntry): boolean => /\.xlsx$/i.test(name);
  const others = entries.filter((entry) => !isWorkbook(entry));
  if (entries.length === others.length) return null;
  if (others.length > 0) {
    throw fileFailure('NOT_ONLY_WORKBOOKS', { path, name: shownName(others[0]!.name) });
  }
  const bytes = entries.reduce((sum, { inflatedBytes }) => sum + inflatedBytes, 0);
  if (bytes > defaultLimits.entryBytes) {
    throw fileFailure('ZIP_BOMB', { file: path, sheet: null, within: null, said: null });
  }
  return entries.map((entry) => ({ entry, name: shownName(entry.name) }));
}

function shownName(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '_').slice(-200);
}

/** SHA-256 of each workbook of a zip, in the order given. */
export async function sumZipped(path: string, zipped: readonly ZippedWorkbook[]): Promise<string[]> {
  return await withArchive(path, async (archive) => {
    const sums: string[] = [];
    for (const { entry } of zipped) {
      const hash = createHash('sha256');
      for await (const chunk of archive.chunks(entry)) hash.update(chunk);
      sums.push(hash.digest('hex'));
    }
    return sums;
  });
}

/**
 * Opens a workbook of a zip. It is read at many places at once, so it is unpacked first, into a file that has no name
 * any more: whatever becomes of us, the system takes it away. `scratch` is made if it is not there.
 */
export async function openZipped(
  path: string,
  { entry, name }: ZippedWorkbook,
  sha256: string,
  scratch: string,
): Promise<Workbook> {
  const handle = await openNameless(scratch);
  try {
    await withArchive(path, (archive) => unpack(archive, entry, handle, sha256, path));
    const shown = `${path}, ${name}`;
    return await asInputError(shown, () => openWorkbook({ name: shown, handle }));
  } catch (error) {
    await handle.close().catch(() => {});
    throw error;
  }
}

async function openNameless(scratch: string): Promise<FileHandle> {
  makeFolder(scratch, 0o700);
  const place = join(scratch, `.unpacked-${randomUUID()}`);
  const handle = await open(place, 'wx+', 0o600);
  await unlink(place);
  return handle;
}

async function unpack(
  archive: OpenedArchive,
  entry: ArchiveEntry,
  handle: FileHandle,
  sha256: string,
  path: string,
): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of archive.chunks(entry)) {
    hash.update(chunk);
    for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten;
  }
  if (hash.digest('hex') !== sha256) throw changedFile(path);
}

async function withArchive<T>(path: string, work: (archive: OpenedArchive) => Promise<T>): Promise<T> {
  return await asInputError(path, async () => {
    const archive = await openArchive(path);
    try {
      return await work(archive);
    } finally {
      await archive.close();
    }
  });
}

/** The error for a file that is no longer the one whose checksum was taken. */
export function changedFile(path: string): ProdplanError {
  return fileFailure('FILE_CHANGED', { path });
}
