import type { Sheet } from '../../contract/index.js';

/** What can be wrong with a cell; each with one sentence for the people at the factory. */
export const cellCodes = {
  REQUIRED_MISSING: 'Falta o valor numa coluna obrigatória.',
  NOT_A_NUMBER: 'O valor não é um número.',
  NOT_AN_INTEGER: 'O valor não é um número inteiro.',
  OUT_OF_RANGE: 'O valor está fora dos limites da coluna.',
  NOT_A_DATE: 'O valor não é uma data possível.',
  NOT_A_FLAG: 'O valor não é 0 nem 1.',
  TOO_LONG: 'O texto é mais longo do que a coluna admite.',
  BAD_TEXT: 'O texto tem caracteres que não podem ser guardados.',
  CELL_ERROR: 'A célula contém um erro do Excel.',
  FORMULA_WITHOUT_RESULT: 'A célula tem uma fórmula, e o ficheiro não guarda o resultado dela.',
} as const;

export type CellCode = keyof typeof cellCodes;

/** A cell that breaks the contract. */
export interface BadCell {
  /** Data row of the sheet, from 1. */
  readonly rowNo: number;
  /** Database name of the column. */
  readonly column: string;
  readonly code: CellCode;
  /** What the cell holds, at most 200 characters. */
  readonly value: string | null;
  /** True where it costs the row, false where it costs the cell only. */
  readonly rejects: boolean;
}

/** A bad cell costs the row in a key or a required column, elsewhere only the cell. */
export function costsTheRow(sheet: Sheet, column: string): boolean {
  return sheet.columns[column]!.required || (sheet.key !== 'row' && sheet.key.includes(column));
}
