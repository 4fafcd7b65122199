import type { Sheet } from '../../contract/index.js';
import type { DerivedRule } from '../rules/derived.js';
import { fingerprintColumn } from '../rules/identity.js';

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
