import type { ColumnKind } from '../../contract/index.js';
import { type CellClass, cellClasses, nullClasses } from '../count/cell-class.js';
import type { ColumnProfile, DriftFinding, SheetProfile } from '../findings.js';

/** What the cells of a column should be, by its kind. A text that reads as a number is text all the same. */
const expected: Readonly<Record<ColumnKind, readonly CellClass[]>> = {
  id: ['number'],
  integer: ['number'],
  decimal: ['number'],
  flag: ['number', 'boolean'],
  timestamp: ['date'],
  text: ['text', 'number_text', 'date_text'],
};

/** What the rows of a sheet show of its differences from the contract. */
export function driftOf({ sheet, rows, columns }: SheetProfile): DriftFinding[] {
  if (rows === 0)
    return [{ code: 'EMPTY_SHEET', sheet, column: null, cells: null, share: null, detail: null }];
  return columns.flatMap((column) => columnDrift(sheet, rows, column));
}

function columnDrift(
  sheet: string,
  rows: number,
  { header, kind, cells, null_rows }: ColumnProfile,
): DriftFinding[] {
  if (kind === null) return [];
  if (null_rows === rows)
    return [{ code: 'NULL_COLUMN', sheet, column: header, cells: null, share: null, detail: null }];
  const others = cellClasses.filter(
    (name) => cells[name] > 0 && !nullClasses.some((none) => none === name) && !expected[kind].includes(name),
  );
  const found = others.reduce((sum, name) => sum + cells[name], 0);
  if (found === 0) return [];
  const detail = others.map((name) => `${name} ${cells[name]}`).join(', ');
  return [
    { code: 'OTHER_KIND', sheet, column: header, cells: found, share: found / (rows - null_rows), detail },
  ];
}
