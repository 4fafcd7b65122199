import type { Sheet } from '../../contract/index.js';

/**
 * The columns that identify a row of a sheet in SQL: its business key, or the order and the fingerprint of the
 * whole row.
 */
export function keyColumns(sheet: Sheet): readonly string[] {
  return sheet.key === 'row' ? sheet.storageKey : sheet.key;
}

/** Name of the fingerprint column of a sheet without a key, null for the others. */
export function fingerprintColumn(sheet: Sheet): string | null {
  return sheet.key === 'row' ? (sheet.storageKey.find((name) => name in sheet.derived) ?? null) : null;
}

/**
 * SHA-256 of the typed row, as an SQL expression. Numbers never hold the separator, and the one text column stands
 * last, so that two different rows never give the same text.
 */
export function fingerprint(sheet: Sheet, row: string): string {
  const entries = Object.entries(sheet.columns);
  const texts = entries.filter(([, column]) => column.kind === 'text');
  const others = entries.filter(([, column]) => column.kind !== 'text');
  if (texts.length > 1) throw new Error(`${sheet.sheet}: a fingerprint needs the lengths of its texts`);
  const parts = [...others, ...texts].map(([name]) => `coalesce(${row}.${name}::text, '')`);
  return `sha256(convert_to(${parts.join(` || '|' || `)}, 'UTF8'))`;
}

/** Equality of two rows by key, in a form that hash joins can use; nulls in a key are equal. */
export function sameKey(sheet: Sheet, left: string, right: string): string {
  return keyColumns(sheet)
    .map((name) => {
      if (!sheet.nullableKey.includes(name)) return `${left}.${name} = ${right}.${name}`;
      // A moment that no sheet can hold stands for null, because IS NOT DISTINCT FROM cannot be hashed.
      return `coalesce(${left}.${name}, '-infinity') = coalesce(${right}.${name}, '-infinity')`;
    })
    .join(' AND ');
}

/** The key as one text, for people and for run_changes. */
export function keyText(sheet: Sheet, row: string): string {
  const parts = keyColumns(sheet).map((name) => {
    const value = `${row}.${name}`;
    return name === fingerprintColumn(sheet) ? `encode(${value}, 'hex')` : `coalesce(${value}::text, '')`;
  });
  return `concat_ws('|', ${parts.join(', ')})`;
}

/** The key of a staged (text) row, as far as its cells give it. */
export function stagedKeyText(sheet: Sheet, row: string): string {
  const names = keyColumns(sheet).filter((name) => name in sheet.columns);
  return `nullif(concat_ws('|', ${names.map((name) => `${row}.${name}`).join(', ')}), '')`;
}

/** The business columns of a row as a JSON object. */
export function rowJson(sheet: Sheet, row: string): string {
  const pairs = Object.keys(sheet.columns).map((name) => `'${name}', ${row}.${name}`);
  return `jsonb_build_object(${pairs.join(', ')})`;
}
