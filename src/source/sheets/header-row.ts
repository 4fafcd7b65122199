import type { FilePlace } from '../../platform/errors/file.js';
import { CellKind, type RowView, type SheetRef, type Workbook, WorkbookError } from '../../workbook/index.js';
import { cellText } from './cell-text.js';
import { columnLetters } from './column-letters.js';
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

/**
 * Refuses a sheet whose header row comes again after other rows: some programs write column by column, each cell in a
 * `<row>` of its own. To the end of the sheet, so it is for headers that lack something.
 */
export async function refuseRepeatedHeader(
  workbook: Workbook,
  ref: SheetRef,
  header: TextRow,
): Promise<void> {
  await asInputError(placeOf(workbook, ref), async () => {
    let before = 0;
    const place = await findRow(workbook, ref, (row) => {
      const isAgain = row.rowNumber === header.row && before > 0;
      const place = { row: row.rowNumber, cell: firstCell(row), afterCell: null, afterRow: before };
      before = row.rowNumber;
      return isAgain ? place : null;
    });
    if (place === null) return;
    const said = `Row ${header.row}, which has the headers, stands there again after row ${place.afterRow}.`;
    throw new WorkbookError('REPEATED_ROW', said, undefined, place);
  });
}

function firstCell(row: RowView): string | null {
  for (let column = 0; column < row.width; column++)
    if (row.kind[column] !== CellKind.empty) return `${columnLetters(column)}${row.rowNumber}`;
  return null;
}

/** The first row below this one that holds any text. Throws the reader's own errors. */
export async function firstText(workbook: Workbook, ref: SheetRef, below = 0): Promise<TextRow> {
  const found = await findRow(workbook, ref, (row) => {
    if (row.rowNumber <= below) return null;
    const texts = Array.from({ length: row.width }, (_, place) =>
      cellText(row, place, workbook.sharedStrings),
    );
    return texts.every((text) => text.trim() === '') ? null : { row: row.rowNumber, texts };
  });
  return found ?? { row: 0, texts: [] };
}

/** What is found in the first row in which anything is; the reading stops there. */
async function findRow<T>(
  workbook: Workbook,
  ref: SheetRef,
  look: (row: RowView) => T | null,
): Promise<T | null> {
  const enough = new AbortController();
  let found: T | null = null;
  const onRow = (row: RowView): void => {
    // The rows of a chunk still come after it, a hundred thousand of them, and each abort makes an error of its own.
    if (found !== null) return;
    found = look(row);
    if (found !== null) enough.abort();
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
