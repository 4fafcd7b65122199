import { join } from 'node:path';
import { bench } from './paths.mjs';
import { npmVersion, pythonVersion } from './peers.mjs';

export const scales = [0.1, 3];

/** The readers that do the same job as `prodplan extract`, and whether they are to be had here. */
export function otherReaders(python) {
  const js = (id, name, script, note) => ({
    id: `extract/${id}`,
    title: `extract, ${name} ${npmVersion(id)}`,
    program: 'node',
    script: join(bench, 'peers', script),
    note,
    version: npmVersion(id),
  });
  const py = (name, script, note) => {
    const version = pythonVersion(python, name);
    return {
      id: `extract/${name}`,
      title: `extract, ${name}${version ? ` ${version}` : ''}`,
      program: python,
      script: join(bench, 'peers', script),
      note,
      version,
    };
  };
  return [
    js('exceljs', 'ExcelJS', 'exceljs.mjs', 'streaming reader'),
    js('xlsx', 'SheetJS', 'sheetjs.mjs', 'dense, whole workbook in memory; 0.18.5 is the newest on npm'),
    py('openpyxl', 'openpyxl_csv.py', 'read-only mode'),
    py('xlsx2csv', 'xlsx2csv_csv.py', ''),
  ];
}

/** Whether `--only` asks for a case. Without it everything is asked for. */
export function wanted(only, id) {
  return only === null || only.some((one) => id.startsWith(one));
}
