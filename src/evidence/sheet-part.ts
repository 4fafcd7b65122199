/**
 * SQL for what a file calls a part of a sheet: `Fases (2)`, or `B.xlsx: Fases` where the dump is of several workbooks.
 * `sheetRun` is the alias of `ingestion_sheet_runs`, `part` and `sheet` are SQL expressions.
 */
export function partTextSql(sheetRun: string, part: string, sheet: string): string {
  const found = `${sheetRun}.parts -> (${part} - 1)`;
  return `coalesce(${found} ->> 'workbook' || ': ', '') || coalesce(${found} ->> 'sheet', ${sheet})`;
}
