import { basename } from 'node:path';
import { type Sheet, sheets } from '../../contract/index.js';
import { ProdplanError } from '../../platform/errors.js';
import {
  openWorkbook,
  type RowView,
  type SheetRef,
  type Workbook,
  WorkbookError,
} from '../../workbook/index.js';
import { cellText } from './cell-text.js';
import { matchHeader, missingSheets, normaliseHeader } from './header.js';
import type { Drift, ReadOptions, Source, SourceSheet } from './types.js';

export interface WorkbookSourceOptions {
  readonly allowMissingSheets: boolean;
}

/**
 * Opens a workbook and checks every sheet and header of the contract before a row is read, so that a file that
 * cannot be taken in is refused at once.
 */
export async function openWorkbookSource(path: string, options: WorkbookSourceOptions): Promise<Source> {
  const workbook = await asInputError(() => openWorkbook(path));
  try {
    return await inspectWorkbook(workbook, path, options);
  } catch (error) {
    await workbook.close();
    throw error;
  }
}

async function inspectWorkbook(
  workbook: Workbook,
  path: string,
  options: WorkbookSourceOptions,
): Promise<Source> {
  const found = new Map<Sheet, SheetRef>();
  const drift: Drift[] = [];
  for (const ref of workbook.sheets) {
    const sheet = sheets.find((known) => normaliseHeader(known.sheet) === normaliseHeader(ref.name));
    if (sheet === undefined) drift.push({ code: 'UNKNOWN_SHEET', sheet: ref.name, column: null });
    else {
      found.set(sheet, ref);
      if (ref.state !== 'visible') drift.push({ code: 'HIDDEN_SHEET', sheet: ref.name, column: null });
    }
  }
  const missing = sheets.filter((sheet) => !found.has(sheet));
  if (missing.length > 0 && !options.allowMissingSheets)
    throw missingSheets(
      missing,
      workbook.sheets.map((sheet) => sheet.name),
    );
  const sourceSheets: SourceSheet[] = [];
  for (const sheet of sheets) {
    const ref = found.get(sheet);
    if (ref !== undefined) sourceSheets.push(await inspectSheet(workbook, sheet, ref, drift));
  }
  return {
    name: basename(path),
    sizeBytes: workbook.sizeBytes,
    sheets: sourceSheets,
    missing,
    drift,
    modified: workbook.modified,
    sharedStrings: workbook.sharedStrings,
    date1904: workbook.date1904,
    close: () => workbook.close(),
  };
}

async function inspectSheet(
  workbook: Workbook,
  sheet: Sheet,
  ref: SheetRef,
  drift: Drift[],
): Promise<SourceSheet> {
  const header = await readHeader(workbook, ref);
  const matched = matchHeader(sheet, header.texts);
  drift.push(...matched.drift);
  return {
    sheet,
    sources: matched.sources,
    headerRow: header.row,
    sizeBytes: ref.sizeBytes,
    read: (onRow, options) => readData(workbook, ref, header.row, onRow, options),
  };
}

/** The first row that holds any text; the reading stops there. */
async function readHeader(workbook: Workbook, ref: SheetRef): Promise<{ row: number; texts: string[] }> {
  const enough = new AbortController();
  let found = { row: 0, texts: [] as string[] };
  const onRow = (row: RowView): void => {
    if (found.row > 0) return;
    const texts = Array.from({ length: row.width }, (_, place) =>
      cellText(row, place, workbook.sharedStrings),
    );
    if (texts.every((text) => text.trim() === '')) return;
    found = { row: row.rowNumber, texts };
    enough.abort();
  };
  try {
    await asInputError(() => workbook.readSheet(ref, onRow, { signal: enough.signal }));
  } catch (error) {
    if (!enough.signal.aborted) throw error;
  }
  return found;
}

async function readData(
  workbook: Workbook,
  ref: SheetRef,
  headerRow: number,
  onRow: (row: RowView) => void,
  options: ReadOptions,
): Promise<void> {
  const { betweenChunks, signal } = options;
  const data = (row: RowView): void => {
    if (row.rowNumber > headerRow) onRow(row);
  };
  await asInputError(() => workbook.readSheet(ref, data, { betweenChunks, ...(signal ? { signal } : {}) }));
}

/** What to do about a file that cannot be read, by the reader's code. */
const remedies: Partial<Record<string, string>> = {
  OLD_XLS: 'Abra o ficheiro no Excel e guarde-o como «Livro do Excel (*.xlsx)».',
  XLSB: 'Abra o ficheiro no Excel e guarde-o como «Livro do Excel (*.xlsx)».',
  ENCRYPTED_WORKBOOK: 'Retire a palavra-passe no Excel (Ficheiro, Informações, Proteger) e guarde de novo.',
  TRUNCATED: 'O ficheiro chegou incompleto: espere que a cópia acabe, ou copie-o outra vez.',
  CORRUPT: 'O ficheiro está danificado: copie-o ou exporte-o outra vez.',
  FILE_NOT_FOUND: 'Verifique o caminho.',
};

/** The reader's own errors become errors of the input; anything else passes. */
export async function asInputError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const remedy = remedies[error.code] ?? 'Exporte o ficheiro outra vez do ERP, como .xlsx.';
    throw new ProdplanError('input', error.code, error.message, remedy, { cause: error });
  }
}
