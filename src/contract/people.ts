import { funcionarios, ordemFabricoErros, sheets } from './index.js';
import type { Sheet } from './sheet.js';

/**
 * Whether a value of this sheet that is not a number may be a name: the sheet has a column of names, or refers to one
 * that has. Where the columns of a row have slipped, a name stands in the place of a number. Who may see
 * names is decided by the role of the key: http/security/caller.ts.
 */
export function mayNamePeople(sheet: Sheet): boolean {
  const named = (one: Sheet): boolean => Object.values(one.columns).some((column) => column.personal);
  const referred = sheet.references.map(
    ({ table }) => sheets.find((one) => one.table === table) as Sheet | undefined,
  );
  return named(sheet) || referred.some((one) => one !== undefined && named(one));
}

/** The columns that hold numbers of employees: the key of the sheet with their names, and what refers to it. */
export function employeeColumns(sheet: Sheet): readonly string[] {
  if (sheet.table === funcionarios.table) return ['funcionario_id'];
  return sheet.references.filter(({ table }) => table === funcionarios.table).map(({ column }) => column);
}

/** Whether people write in this sheet whatever they want to say: a remark may name anybody, also in the place of a number. */
export function holdsRemarks(sheet: Sheet): boolean {
  return sheet.table === ordemFabricoErros.table;
}
