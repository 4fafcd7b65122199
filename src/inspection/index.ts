import { stat } from 'node:fs/promises';
import { fileFailure } from '../platform/errors/file.js';
import { identifyFiles } from '../source/identify.js';
import type { Inspection } from './findings.js';
import { type InspectOptions, inspect } from './inspect.js';

export type * from './findings.js';
export { renderReports, writeReports } from './report/write-reports.js';

/** Looks at the workbooks of a dump. A folder of `extract` will not do: its cells have been normalised already. */
export async function inspectFile(
  paths: string | readonly string[],
  options: Omit<InspectOptions, 'opened' | 'name' | 'workbookSha256'> & {
    /** A folder for what has to be unpacked first; nothing stays in it. */
    readonly scratch: string;
  },
): Promise<Inspection> {
  for (const path of [paths].flat())
    if ((await stat(path).catch(() => null))?.isDirectory())
      throw fileFailure('NOT_A_FILE', { path: path, what: 'folder_to_inspect' });
  const { name, workbookSha256, openWorkbooks } = await identifyFiles(paths);
  const opened = await openWorkbooks(options.scratch);
  try {
    return await inspect({ ...options, opened, name, workbookSha256 });
  } finally {
    await opened.close();
  }
}
