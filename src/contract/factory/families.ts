/** The families by which models are judged together; everything else is `other`. */
export const productFamilies = ['K1', 'K2', 'K4', 'C1', 'C2', 'C4', 'other'] as const;
/** Those that a model's name begins with. */
export const namedFamilies = productFamilies.filter((family) => family !== 'other');
export type ProductFamily = (typeof productFamilies)[number];

/** Stands for the family where the product is unknown, missing or without a name. */
export const noFamily = '?';

/** Raised whenever the rule below changes. */
export const familyRuleVersion = 1;

/** The part of regular expressions that PostgreSQL and JavaScript share. */
const begin = `^(${namedFamilies.join('|')})(?![A-Z0-9])`;

/**
 * The family of a model, from the first word of its name: `K1 Vanquish L` is K1, `K12 x` and `Slalom K1` are other.
 * SQL; `name` is an expression. Null where there is no name.
 */
export function familySql(name: string): string {
  return `CASE WHEN ${name} IS NULL THEN NULL
    ELSE coalesce(substring(upper(btrim(${name})) FROM '${begin}'), 'other') END`;
}

/** The same rule in TypeScript; a test holds the two equal. */
export function familyOf(name: string | null): ProductFamily | null {
  if (name === null) return null;
  return (new RegExp(begin).exec(name.trim().toUpperCase())?.[1] as ProductFamily | undefined) ?? 'other';
}
