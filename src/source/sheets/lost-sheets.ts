import { fileFailure } from '../../platform/errors/file.js';
import type { Workbook } from '../../workbook/index.js';
import { readSheetName } from './sheet-name.js';

/**
 * A sheet that the workbook lists without holding it is left out like a chart sheet: leftover macro modules look so.
 * One of the contract's, or what reads as a further part of one (`Fases (2)`), is refused: its rows would be lost.
 */
export function refuseLostSheets(workbook: Workbook): void {
  const lost = workbook.lostSheets.filter((name) => readSheetName(name) !== null);
  if (lost.length === 0) return;
  throw fileFailure('SHEETS_LOST', { path: workbook.path, sheets: lost });
}
