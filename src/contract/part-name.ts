/** Excel holds no longer name of a sheet, in UTF-16 units as it counts them. */
export const longestSheetName = 31;

/**
 * What the further part of a sheet is called, from 2 on: `Fases (2)`. Of a long name the end gives way to the number,
 * as Excel does it when it copies a sheet: `FuncionariosFaseOrdemFabric (2)`.
 */
export function partNameOf(sheet: string, number: number): string {
  const suffix = ` (${number})`;
  return `${sheet.slice(0, longestSheetName - suffix.length)}${suffix}`;
}
