import type { DerivedRule } from '../../contract/factory/index.js';
import type { Sheet } from '../../contract/index.js';
import { fingerprintColumn } from '../rules/identity.js';
import { typedTable } from '../rules/staging-names.js';
import type { MergeContext } from './context.js';
import { notExcluded } from './typed-rows.js';

/** Columns of the core table that the merge writes, and the expression of each over rows with the alias `t`. */
export function coreColumns(sheet: Sheet, rule: DerivedRule | null): { names: string[]; values: string[] } {
  const identity = fingerprintColumn(sheet);
  const own = [...Object.keys(sheet.columns), ...(identity === null ? [] : [identity])];
  const derived = Object.entries(rule?.columns('t') ?? {});
  return {
    names: [...own, ...derived.map(([name]) => name)],
    values: [...own.map((name) => `t.${name}`), ...derived.map(([, value]) => value)],
  };
}

/** SELECT of all rows of a prepared sheet as an empty core table takes them in, with the columns of `coreColumns`. */
export function selectAccepted(
  { sheet, runId, rule }: Pick<MergeContext, 'sheet' | 'runId' | 'rule'>,
  anyExcluded: boolean,
): string {
  const { names, values } = coreColumns(sheet, rule);
  return `SELECT ${values.map((value, place) => `${value} AS ${names[place]}`).join(', ')}
    FROM ${typedTable(sheet, runId)} t ${rule?.joins('t') ?? ''}
    WHERE ${notExcluded({ sheet, runId }, anyExcluded, 't')}`;
}
