import { type Sheet, sheets } from '../../contract/index.js';
import { employeeColumns } from '../../contract/people.js';

const all = sheets as readonly Sheet[];

/** Numbers of employees, by table: only who may see names sees them. */
const columnsByTable = new Map(all.map((sheet) => [sheet.table, new Set(employeeColumns(sheet))]));

const masked = '***';

export function isEmployeeNumber(table: string, column: string): boolean {
  return columnsByTable.get(table)?.has(column) ?? false;
}

interface Finding {
  readonly entity: string;
  readonly key: string;
  readonly sample: Record<string, unknown>[];
}

/** A finding for those who may not see who it is about: its entity is a table, or a column (`table_name.column_name`). */
export function withoutEmployeeNumbers<F extends Finding>(finding: F): F {
  const [table = '', column] = finding.entity.split('.');
  const hidden = columnsByTable.get(table);
  if (hidden === undefined || hidden.size === 0) return finding;
  const isAbout = column === undefined || hidden.has(column);
  return {
    ...finding,
    key: isAbout ? maskedKey(finding.key) : finding.key,
    sample: finding.sample.map((row) => maskedRow(row, hidden)),
  };
}

/** Keys are numbers and days; `linha 12` is a place in the file. */
function maskedKey(key: string): string {
  return key.startsWith('linha ') ? key : key.replaceAll(/\d[\dT:.-]*/g, masked);
}

/** Either columns with their values, or one bad cell: `{row, column, value, code}`. */
function maskedRow(row: Record<string, unknown>, hidden: ReadonlySet<string>): Record<string, unknown> {
  const isHidden = (name: string): boolean =>
    hidden.has(name) || (name === 'value' && (typeof row.column !== 'string' || hidden.has(row.column)));
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, isHidden(name) && value !== null ? masked : value]),
  );
}
