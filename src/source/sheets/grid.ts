import type { Sheet } from '../../contract/index.js';
import { contractFailure } from '../../platform/errors/contract.js';
import type { ProdplanError } from '../../platform/errors.js';
import { partText } from './part-name.js';
import { nextPartName } from './sheet-name.js';
import type { PartName } from './types.js';

/** How many rows a sheet can have, the header included: of Excel since 2007, and of the one before. */
const gridRows: readonly number[] = [1_048_576, 65_536];

/** Whether a sheet ends where the grid ends, by the number of its last row: what followed would be left out in silence. */
export function isFull(lastRow: number): boolean {
  return gridRows.includes(lastRow);
}

/** Refuses a sheet whose last part ends with the grid. */
export function sheetFull(sheet: Sheet, parts: readonly PartName[], lastRow: number): ProdplanError {
  const old = lastRow !== gridRows[0];
  return contractFailure('SHEET_FULL', {
    place: partText(parts.at(-1)!),
    next: nextPartName(sheet, parts),
    row: lastRow,
    old,
  });
}
