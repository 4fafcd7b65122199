import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../platform/folders.js';
import type { Inspection } from '../findings.js';
import { dictionaryPage } from './dictionary.js';
import { reportPage } from './html/page.js';

/** The files of an inspection, by name. The same workbook gives the same bytes. */
export function renderReports(inspection: Inspection): ReadonlyMap<string, string> {
  return new Map([
    ['DATA_DICTIONARY.md', dictionaryPage(inspection.profile)],
    ['profile.json', `${JSON.stringify(inspection.profile, null, 1)}\n`],
    ['relationships.json', `${JSON.stringify(inspection.relationships, null, 1)}\n`],
    ['report.html', reportPage(inspection)],
  ]);
}

/** Writes the files into a folder, which is made if it is not there; only their owner can read them. */
export async function writeReports(inspection: Inspection, folder: string): Promise<string[]> {
  makeFolder(folder, 0o700);
  const reports = renderReports(inspection);
  for (const [name, text] of reports) {
    const path = join(folder, name);
    // Written aside and put in place, so that no reader finds half a file, and no older one keeps its mode.
    const aside = `${path}.${process.pid}.tmp`;
    await writeFile(aside, text, { mode: 0o600 });
    await rename(aside, path);
  }
  return [...reports.keys()];
}
