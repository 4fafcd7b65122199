import type { PartName } from './types.js';

/** How people are told where a part stands: `Fases (2)`, or `B.xlsx: Fases` where there are several workbooks. */
export function partText({ workbook, sheet }: PartName): string {
  return workbook === null ? sheet : `${workbook}: ${sheet}`;
}
