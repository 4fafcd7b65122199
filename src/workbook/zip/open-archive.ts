import { defaultLimits, type WorkbookLimits } from '../limits.js';
import { Archive } from './archive.js';
import type { ZipEntry } from './directory.js';

/** One file of an archive. Its name is what somebody wrote into the archive: never a path to be used. */
export type ArchiveEntry = Pick<ZipEntry, 'name' | 'inflatedBytes' | 'modifiedMs'>;

export interface OpenedArchive {
  readonly entries: readonly ArchiveEntry[];
  /** The bytes of an entry, held against the limits and its checksum. */
  chunks(entry: ArchiveEntry): AsyncGenerator<Buffer, void>;
  close(): Promise<void>;
}

/** Opens a zip archive that may hold anything. Throws a `WorkbookError` where it is none, or damaged. */
export async function openArchive(
  path: string,
  limits: Partial<WorkbookLimits> = {},
): Promise<OpenedArchive> {
  const all = { ...defaultLimits, ...limits };
  const archive = await Archive.open(path, all);
  return {
    entries: archive.entries,
    chunks: ({ name }) => archive.chunks(archive.find(name)!, all.entryBytes),
    close: () => archive.close(),
  };
}
