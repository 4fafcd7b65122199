import { CellKind, type RowView, type SharedStrings } from '../../workbook/index.js';

/** The text of a cell as it stands in the source, '' where there is none. */
export function cellText(row: RowView, place: number, strings: SharedStrings): string {
  if (place >= row.width || row.kind[place] === CellKind.empty) return '';
  const start = row.start[place]!;
  if (row.kind[place] !== CellKind.shared) return row.bytes.toString('utf8', start, row.end[place]!);
  return strings.bytes.toString('utf8', strings.offsets[start]!, strings.offsets[start + 1]!);
}
