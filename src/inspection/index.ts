import { stat } from 'node:fs/promises';
import { identify } from '../intake/identify.js';
import { ProdplanError } from '../platform/errors.js';
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
    if ((await stat(path).catch(() => null))?.isDirectory()) throw notAFile(path);
  const { name, workbookSha256, openWorkbooks } = await identify(paths);
  const opened = await openWorkbooks(options.scratch);
  try {
    return await inspect({ ...options, opened, name, workbookSha256 });
  } finally {
    await opened.close();
  }
}

function notAFile(path: string): ProdplanError {
  return new ProdplanError(
    'input',
    'NOT_A_FILE',
    `${path} é uma pasta; a inspeção precisa do próprio .xlsx.`,
    'Indique o ficheiro .xlsx: numa pasta escrita por «prodplan extract» as células já foram normalizadas e não se vê o que eram.',
  );
}
