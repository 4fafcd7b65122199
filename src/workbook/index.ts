export { type SheetPlace, WorkbookError, type WorkbookErrorCode } from './errors.js';
export { defaultLimits, type Limits } from './limits.js';
export { openWorkbook, type SheetRef, type Workbook } from './open-workbook.js';
export type { SharedStrings } from './parts/shared-strings.js';
export type { ReadOptions, SheetTotals } from './read-sheet.js';
export { CellKind, type RowView } from './sheet/row-view.js';
export { writeNumber } from './values/number.js';
export { serialSeconds, writeSerialDate } from './values/serial-date.js';
export { isWholeArchive } from './zip/whole.js';
