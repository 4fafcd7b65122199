import { partText } from '../source/sheets/part-name.js';
import type { ExtractedSheet } from './extract/extract-sheet.js';
import type { StagedSheet } from './run-context.js';

/**
 * Names cells as Excel does, `D1042`, with the part where a sheet has several; the row alone where nobody knows in which
 * column it stood.
 */
export function addressesOf({
  sheet,
  letters,
  parts,
  rowOffsets,
}: Pick<ExtractedSheet, 'sheet' | 'letters' | 'parts' | 'rowOffsets'>): StagedSheet['address'] {
  const names = Object.keys(sheet.columns);
  return (rowNo, column) => {
    const [, offset, part] = rowOffsets.findLast(([first]) => first <= rowNo) ?? [1, 0, 1];
    const letter = letters[part - 1]?.[names.indexOf(column)];
    const cell = letter === undefined ? `a linha ${rowNo + offset}` : `${letter}${rowNo + offset}`;
    return parts.length === 1 ? cell : `${cell} de «${partText(parts[part - 1]!)}»`;
  };
}
