import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileFailure } from '../platform/errors/file.js';
import { ProdplanError } from '../platform/errors.js';
import { openWorkbook } from '../workbook/index.js';
import { inOrder, type NamedFile, nameOfAll, sha256OfAll } from './dump-files.js';
import { readManifest } from './manifest.js';
import { sha256OfFile } from './sha256.js';
import { openFolderSource } from './sheets/folder.js';
import { type OpenedDump, openAll } from './sheets/open-all.js';
import { asInputError } from './sheets/read-errors.js';
import type { Source } from './sheets/types.js';
import { openWorkbookSource } from './sheets/workbook.js';
import { changedFile, listZipped, openZipped, sumZipped } from './sheets/zipped.js';

/** Who a dump is, known before it is opened: a run is recorded, or found to be needless, by it. */
export interface Identity {
  /** What it is called in records: the name of the file or folder, or of all its workbooks. */
  readonly name: string;
  readonly workbookSha256: string;
  readonly sizeBytes: number;
  open(options: SourceOptions): Promise<Source>;
  /** The workbooks as they are, for whoever looks into them. A folder that `extract` wrote has none. */
  openWorkbooks(scratch: string): Promise<OpenedDump>;
  /** Throws `FILE_CHANGED` where a file is no longer the one whose checksum was taken. */
  mustBeTheSame(): Promise<void>;
}

export interface SourceOptions {
  readonly allowMissingSheets: boolean;
  /** A folder for what has to be unpacked first; nothing stays in it. */
  readonly scratch: string;
}

/**
 * A workbook, the workbooks of one dump (one by one, or in a zip that holds nothing else), or a folder that `extract` wrote: the folder counts as what it came from.
 * Several workbooks are the same dump in whatever order they are given, for their order says nothing about the data:
 * keys and repetitions are judged over all rows of a sheet at once.
 */
export async function identifyFiles(paths: string | readonly string[]): Promise<Identity> {
  const all = typeof paths === 'string' ? [paths] : paths;
  const [only] = all;
  if (all.length === 1 && (await lookAt(only!)).isDirectory()) return await identifyFolder(only!);
  return await identifyWorkbooks(all);
}

async function identifyFolder(path: string): Promise<Identity> {
  const manifest = await readManifest(path);
  return {
    name: basename(path),
    workbookSha256: manifest.workbook.sha256,
    sizeBytes: manifest.workbook.bytes,
    open: (options) => openFolderSource(path, manifest, options),
    openWorkbooks: (scratch) => openAll([], scratch),
    // Every sheet is checked against the manifest's checksum while it is read.
    mustBeTheSame: async () => {},
  };
}

async function identifyWorkbooks(paths: readonly string[]): Promise<Identity> {
  const seen: SeenFile[] = [];
  for (const path of paths) seen.push(await see(path));
  const files = inOrder(seen.flatMap((one) => one.files));
  const name = seen.length === 1 ? basename(paths[0]!) : nameOfAll(files);
  return {
    name,
    workbookSha256: sha256OfAll(files),
    sizeBytes: seen.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    open: async ({ allowMissingSheets, scratch }) =>
      openWorkbookSource(await openAll(files, scratch), { name, allowMissingSheets }),
    openWorkbooks: (scratch) => openAll(files, scratch),
    mustBeTheSame: async () => {
      for (const one of seen) await one.mustBeTheSame();
    },
  };
}

interface SeenFile {
  readonly files: readonly NamedFile[];
  readonly sizeBytes: number;
  mustBeTheSame(): Promise<void>;
}

/** A file of a dump: a workbook, or a zip of workbooks. */
async function see(path: string): Promise<SeenFile> {
  const entry = await lookAt(path);
  if (!entry.isFile())
    throw entry.isDirectory()
      ? fileFailure('NOT_A_FILE', { path: path, what: 'folder_among_workbooks' })
      : fileFailure('NOT_A_FILE', { path: path, what: 'no_file' });
  return {
    files: (await filesInZip(path)) ?? [await wholeFile(path)],
    sizeBytes: entry.size,
    mustBeTheSame: async () => {
      const now = await stat(path).catch(() => null);
      if (now?.mtimeMs !== entry.mtimeMs || now.size !== entry.size || now.ino !== entry.ino)
        throw changedFile(path);
    },
  };
}

async function wholeFile(
  path: string,
  open = () => asInputError(path, () => openWorkbook(path)),
): Promise<NamedFile> {
  const sha256 = await sha256OfFile(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  return { path, sha256, open };
}

/** A zip that cannot be taken is identified by its own checksum; opening it then says what is wrong. */
async function filesInZip(path: string): Promise<NamedFile[] | null> {
  try {
    const zipped = await listZipped(path);
    if (zipped === null) return null;
    const sums = await sumZipped(path, zipped);
    const files = zipped.map((one, place): NamedFile => {
      const sha256 = sums[place]!;
      return {
        path: `${path}/${one.name}`,
        sha256,
        open: (scratch) => openZipped(path, one, sha256, scratch),
      };
    });
    inOrder(files);
    return files;
  } catch (error) {
    if (!(error instanceof ProdplanError)) throw error;
    return [await wholeFile(path, () => Promise.reject(error))];
  }
}

async function lookAt(path: string) {
  return await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
}

function unreadable(path: string, error: NodeJS.ErrnoException): ProdplanError {
  return error.code === 'ENOENT'
    ? fileFailure('FILE_NOT_FOUND', { path, extracted: false }, { cause: error })
    : fileFailure('UNREADABLE_FILE', { path, reason: error.message }, { cause: error });
}
