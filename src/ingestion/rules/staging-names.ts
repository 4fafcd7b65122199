/** Cells that break the contract, of every sheet of a run. */
export function defectsTable(runId: number): string {
  return `staging.run_${runId}_defects`;
}

/** Where the distance between data row and Excel row changes, of every sheet of a run. */
export function rowOffsetsTable(runId: number): string {
  return `staging.run_${runId}_row_offsets`;
}

/** SQL for the Excel row of a data row; `rowNo` is an SQL expression. */
export function excelRow(runId: number, table: string, rowNo: string): string {
  return `${rowNo} + (SELECT o.excel_offset FROM ${rowOffsetsTable(runId)} o
    WHERE o.tabela = '${table}' AND o.row_no <= ${rowNo} ORDER BY o.row_no DESC LIMIT 1)`;
}
