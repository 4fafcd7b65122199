import { stat } from 'node:fs/promises';
import { identify } from '../intake/identify.js';
import { ProdplanError } from '../platform/errors.js';
import type { Inspection } from './findings.js';
import { type InspectOptions, inspect } from './inspect.js';

export type * from './findings.js';
export { renderReports, writeReports } from './report/write-reports.js';

/** Looks at an .xlsx file. A folder of `extract` will not do: its cells have been normalised already. */
export async function inspectFile(
  path: string,
  options: Omit<InspectOptions, 'path' | 'workbookSha256'>,
): Promise<Inspection> {
  const entry = await stat(path).catch(() => null);
  if (entry?.isDirectory()) throw notAFile(path);
  const { workbookSha256 } = await identify(path);
  return inspect({ ...options, path, workbookSha256 });
}

function notAFile(path: string): ProdplanError {
  return new ProdplanError(
    'input',
    'NOT_A_FILE',
    `${path} é uma pasta; a inspeção precisa do próprio .xlsx.`,
    'Indique o ficheiro .xlsx: numa pasta escrita por «prodplan extract» as células já foram normalizadas e não se vê o que eram.',
  );
}
