import { type LineClass, yearDays } from '../contract/factory/index.js';

export { noFamily } from '../contract/factory/index.js';

/**
 * The version of the rules in this folder, of what evidence counts by order (`evidence/coverage`) and of the findings that
 * follow from single orders and references (`evidence/issues/detect-touched.ts`). It is raised whenever one of them changes:
 * what was built under an older version is built anew by the next run.
 */
export const aggregatesRuleVersion = 9;

/** Class of an error line without a text. */
export const noTextClass: LineClass = 'UNKNOWN';

/** Stands for a number that is missing where rows are matched by it: no id is the least number there is. */
export const noNumber = -2147483648;

/** Days up to as_of over which distinct orders are counted. */
export const recentDays = yearDays + 1;

/** A day is active where this share of the median day's work was done. */
export const activeShare = 0.1;

/** A text as one searches it: lower case, without accents. SQL; in step with `normalise`. */
export function normaliseSql(text: string): string {
  // Once decomposed, letters are ASCII, which lower() folds under any locale.
  return `lower(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;
}

/** The same in TypeScript: what a reader types must be brought to the same form. */
export function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/**
 * Seconds between start and end, as `faseof_duration_seconds` has them; null where 0 or where a date lies. Computed
 * here, because the refresh also asks it of rows that core no longer has. A century, typed wrong, is cut to 68 years.
 */
export function secondsSql(row: string, asOf: string): string {
  return `CASE WHEN ${row}.faseof_fim > ${row}.faseof_inicio AND ${row}.faseof_fim <= ${asOf}
    THEN nullif(least(date_part('epoch', ${row}.faseof_fim - ${row}.faseof_inicio), 2147483647)::integer, 0) END`;
}
