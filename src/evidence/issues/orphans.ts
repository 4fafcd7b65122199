import { literal } from '../../contract/sql.js';
import type { ReferenceOf } from '../match-rates.js';
import { head, sample } from './finding.js';

/** How issues name a reference: `fases_ordem_fabrico.faseof_of_id`. */
export function referenceName({ sheet, column }: Pick<ReferenceOf, 'sheet' | 'column'>): string {
  return `${sheet.table}.${column}`;
}

/** Values without a parent: all, or those that `among` (SQL of one column) has. */
export function orphans({ sheet, column, table, key }: ReferenceOf, among: string | null = null): string {
  const object = `jsonb_build_object(${sheet.storageKey
    .filter((name) => name in sheet.columns)
    .map((name) => `'${name}', c.${name}`)
    .join(', ')})`;
  const order = sheet.storageKey.map((name) => `c.${name}`).join(', ');
  return `${head('ORPHAN')}, ${literal(referenceName({ sheet, column }))}, c.${column}::text, count(*)::int, ${sample(object, order)}
    FROM ${sheet.table} c WHERE c.${column} IS NOT NULL AND ${among === null ? 'true' : `c.${column} IN (${among})`}
      AND NOT EXISTS (SELECT FROM ${table} p WHERE p.${key} = c.${column})
    GROUP BY c.${column}`;
}
