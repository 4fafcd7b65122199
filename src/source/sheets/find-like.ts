import type { Sheet } from '../../contract/index.js';
import { type SheetRef, type Workbook, WorkbookError } from '../../workbook/index.js';
import { hasHeaders } from './header.js';
import { firstText } from './header-row.js';

/**
 * Which of these sheets one of another name has the headers of, and rows below them: it may be a part of that sheet,
 * and what is left out is then lost. Null: none of them. A sheet that cannot be read is taken for no part of another,
 * and is left out.
 */
export async function findLike(
  workbook: Workbook,
  ref: SheetRef,
  known: readonly Sheet[],
): Promise<Sheet | null> {
  try {
    const header = await firstText(workbook, ref);
    const like = known.find((sheet) => hasHeaders(sheet, header.texts));
    if (like === undefined) return null;
    const { row } = await firstText(workbook, ref, header.row);
    return row > 0 ? like : null;
  } catch (error) {
    if (error instanceof WorkbookError) return null;
    throw error;
  }
}
