import type { Sheet } from './sheet.js';

/** How a ledger writes the key of a row of core: its numbers, 4 bytes each, then the fingerprint where it has one. */
export interface LedgerKey {
  /** The columns of the key that are numbers, in the order of the table's key, each with its place in the sheet. */
  readonly numbers: readonly { readonly column: string; readonly place: number }[];
  /** Column of the row's own SHA-256, which only the database can compute; null where the numbers are the whole key. */
  readonly fingerprint: string | null;
  readonly bytes: number;
}

export const fingerprintBytes = 32;

/** Null where a key holds something else than numbers: such a sheet is always compared whole. */
export function ledgerKeyOf(sheet: Sheet): LedgerKey | null {
  const fingerprint = sheet.storageKey.find((column) => column in sheet.derived) ?? null;
  const names = Object.keys(sheet.columns);
  const ofNumbers = sheet.storageKey.filter((column) => column !== fingerprint);
  const areNumbers = ofNumbers.every((column) => ['id', 'integer'].includes(sheet.columns[column]!.kind));
  if (!areNumbers || sheet.nullableKey.length > 0) return null;
  const numbers = ofNumbers.map((column) => ({ column, place: names.indexOf(column) }));
  return { numbers, fingerprint, bytes: 4 * numbers.length + (fingerprint === null ? 0 : fingerprintBytes) };
}

/** The key of a row of core as the ledger writes it, in SQL. */
export function ledgerKeySql({ numbers, fingerprint }: LedgerKey, row: string): string {
  const parts = numbers.map(({ column }) => `int4send(${row}.${column}::integer)`);
  return [...parts, ...(fingerprint === null ? [] : [`${row}.${fingerprint}`])].join(' || ');
}

/** The checksum of some bytes of a ledger, in SQL: the first four of their SHA-256. */
export function ledgerChecksumSql(bytes: string): string {
  return `('x' || encode(substring(sha256(${bytes}) FOR 4), 'hex'))::bit(32)::integer`;
}
