export { type Cell, DateSerial, NumberText, QuotedText, type Row } from './cell.js';
export { DoesNotFitError } from './errors.js';
export type { Column, SheetContent } from './sheet-xml.js';
export { type NamedSheet, type WorkbookOptions, workbook } from './workbook.js';
export type { Entry } from './zip.js';
