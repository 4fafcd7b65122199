import type { FilePlace } from '../../platform/errors/file.js';
import type { RowView, SheetRef, Workbook } from '../../workbook/index.js';
import { cellText } from './cell-text.js';
import { asInputError } from './read-errors.js';

/** The first row that holds any text; the reading stops there. */
export async function readHeader(
  workbook: Workbook,
  ref: SheetRef,
): Promise<{ row: number; texts: string[] }> {
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
    await asInputError(placeOf(workbook, ref), () =>
      workbook.readSheet(ref, onRow, { signal: enough.signal }),
    );
  } catch (error) {
    if (!enough.signal.aborted) throw error;
  }
  return found;
}

/** How a sheet is named in messages. */
export function placeOf(workbook: Workbook, ref: SheetRef): FilePlace {
  return { file: workbook.path, sheet: ref.name };
}
