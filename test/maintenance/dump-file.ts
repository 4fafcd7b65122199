import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dump, dumpWorkbook } from '../support/dump.js';

/** The workbook of a dump in this folder; a second one replaces the first. */
export async function dumpFile(folder: string, dump: Dump): Promise<string> {
  const path = join(folder, 'Folha_IA.xlsx');
  await writeFile(path, dumpWorkbook(dump));
  return path;
}
