import type { FilePlace } from '../../platform/errors/file.js';
import type { RowView, SheetRef, Workbook } from '../../workbook/index.js';
import { cellText } from './cell-text.js';
import { asInputError } from './read-errors.js';

export interface TextRow {
  /** 0 where no row holds any text. */
  readonly row: number;
  readonly texts: readonly string[];
}

/** The first row that holds any text. */
export async function readHeader(workbook: Workbook, ref: SheetRef): Promise<TextRow> {
  return await asInputError(placeOf(workbook, ref), () => firstText(workbook, ref));
}

/** The first row below this one that holds any text; the reading stops there. Throws the reader's own errors. */
export async function firstText(workbook: Workbook, ref: SheetRef, below = 0): Promise<TextRow> {
  const enough = new AbortController();
  let found: TextRow = { row: 0, texts: [] };
  const onRow = (row: RowView): void => {
    if (found.row > 0 || row.rowNumber <= below) return;
    const texts = Array.from({ length: row.width }, (_, place) =>
      cellText(row, place, workbook.sharedStrings),
    );
    if (texts.every((text) => text.trim() === '')) return;
    found = { row: row.rowNumber, texts };
    enough.abort();
  };
  try {
    await workbook.readSheet(ref, onRow, { signal: enough.signal });
  } catch (error) {
    if (!enough.signal.aborted) throw error;
  }
  return found;
}

/** How a sheet is named in messages. */
export function placeOf(workbook: Workbook, ref: SheetRef): FilePlace {
  return { file: workbook.path, sheet: ref.name };
}
