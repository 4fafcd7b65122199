import { basename } from 'node:path';
import { type Sheet, sheets } from '../../contract/index.js';
import { openWorkbook, type RowView, type SheetRef, type Workbook } from '../../workbook/index.js';
import { doubledSheets, matchHeader, missingSheets, normaliseHeader } from './header.js';
import { placeOf, readHeader } from './header-row.js';
import { refuseLostSheets } from './lost-sheets.js';
import { asInputError } from './read-errors.js';
import { RowOrder } from './row-order.js';
import type { Drift, ReadOptions, Source, SourceSheet } from './types.js';

export interface WorkbookSourceOptions {
  readonly allowMissingSheets: boolean;
}

/**
 * Opens a workbook and checks every sheet and header of the contract before a row is read, so that a file that
 * cannot be taken in is refused at once.
 */
export async function openWorkbookSource(path: string, options: WorkbookSourceOptions): Promise<Source> {
  const workbook = await asInputError(path, () => openWorkbook(path));
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
  refuseLostSheets(workbook);
  const found = new Map<Sheet, SheetRef>();
  const drift: Drift[] = [];
  const doubled: string[] = [];
  for (const ref of workbook.sheets) {
    const sheet = sheets.find((known) => normaliseHeader(known.sheet) === normaliseHeader(ref.name));
    if (sheet === undefined) drift.push({ code: 'UNKNOWN_SHEET', sheet: ref.name, column: null });
    else {
      if (found.has(sheet)) doubled.push(found.get(sheet)!.name, ref.name);
      found.set(sheet, ref);
      if (ref.state !== 'visible') drift.push({ code: 'HIDDEN_SHEET', sheet: ref.name, column: null });
    }
  }
  if (doubled.length > 0) throw doubledSheets(doubled);
  const missing = sheets.filter((sheet) => !found.has(sheet));
  if (missing.length > 0 && (!options.allowMissingSheets || found.size === 0))
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

async function readData(
  workbook: Workbook,
  ref: SheetRef,
  headerRow: number,
  onRow: (row: RowView) => void,
  options: ReadOptions,
): Promise<void> {
  const { betweenChunks, signal } = options;
  const order = new RowOrder(placeOf(workbook, ref));
  const data = (row: RowView): void => {
    order.check(row.rowNumber);
    if (row.rowNumber > headerRow) onRow(row);
  };
  await asInputError(placeOf(workbook, ref), () =>
    workbook.readSheet(ref, data, { betweenChunks, ...(signal ? { signal } : {}) }),
  );
}
