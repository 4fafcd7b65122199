export { type Cell, DateSerial, NumberText, QuotedText, type Row } from './cell.js';
export type { ColumnFormat, SheetColumn, SheetContent } from './content.js';
export { DoesNotFitError } from './errors.js';
export { type NamedSheet, type WorkbookOptions, writeWorkbookBytes } from './workbook.js';
export type { WrittenEntry } from './zip.js';
