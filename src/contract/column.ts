/** The kinds of value that a column may hold; each has one SQL type and one TypeScript type (see `sql.ts`). */
export type ColumnKind = 'id' | 'integer' | 'decimal' | 'flag' | 'timestamp' | 'text';

export interface Column<K extends ColumnKind = ColumnKind, R extends boolean = boolean> {
  readonly kind: K;
  /** The header in the workbook, exactly as the ERP writes it. */
  readonly header: string;
  /** Other spellings that are accepted in its place. */
  readonly aliases: readonly string[];
  /** A row without a usable value here is rejected; elsewhere a bad cell becomes null with an issue. */
  readonly required: R;
  /** Values that stand for 'no value' beside the empty cell and the text NULL, in the form the extract writes. */
  readonly sentinels: readonly string[];
  /** 0 stands for 'not measured': it is kept as it is, and is no value where values are counted. */
  readonly zeroIsNone: boolean;
  /** Smallest and largest value that the column may hold, both included. Text: its length in characters. */
  readonly min: number | null;
  readonly max: number | null;
  /** The value identifies a person: never in logs, masked without the right to see it. */
  readonly personal: boolean;
  /** The value is a moment at which something happened: the dump's clock may be read from it. */
  readonly actual: boolean;
  /** Unit of the value, '' where it has none. */
  readonly unit: string;
  /** What the column says, in Portuguese, in one line. */
  readonly about: string;
}

interface Options<R extends boolean> {
  readonly required?: R;
  readonly aliases?: readonly string[];
  readonly sentinels?: readonly string[];
  readonly zeroIsNone?: true;
  readonly min?: number;
  readonly max?: number;
  readonly personal?: true;
  readonly actual?: true;
  readonly unit?: string;
}

function column<K extends ColumnKind, R extends boolean>(
  kind: K,
  header: string,
  about: string,
  { required, ...rest }: Options<R>,
): Column<K, R> {
  return {
    kind,
    header,
    about,
    aliases: [],
    sentinels: [],
    zeroIsNone: false,
    min: null,
    max: null,
    personal: false,
    actual: false,
    unit: '',
    ...rest,
    required: (required ?? false) as R,
  };
}

/** The ERP's ids have up to 8 digits. */
export const largestId = 99_999_999;

/** A whole number that identifies something. */
export function id<const R extends boolean = false>(header: string, about: string, options: Options<R> = {}) {
  return column<'id', R>('id', header, about, { min: 1, max: largestId, ...options });
}

/** A small whole number; give its domain. */
export function integer<const R extends boolean = false>(
  header: string,
  about: string,
  options: Options<R> = {},
) {
  return column<'integer', R>('integer', header, about, { min: 0, max: 32_767, ...options });
}

/** A decimal number, kept exactly as written. */
export function decimal<const R extends boolean = false>(
  header: string,
  about: string,
  options: Options<R> = {},
) {
  return column<'decimal', R>('decimal', header, about, { min: 0, max: 1_000_000, ...options });
}

/** 0 or 1. */
export function flag<const R extends boolean = false>(
  header: string,
  about: string,
  options: Options<R> = {},
) {
  return column<'flag', R>('flag', header, about, options);
}

/** The ERP writes this where it has no date. */
const noDate = '1900-01-01T00:00:00';

/** A moment in the factory's local time, to the second. min and max are years. */
export function timestamp<const R extends boolean = false>(
  header: string,
  about: string,
  options: Options<R> = {},
) {
  return column<'timestamp', R>('timestamp', header, about, {
    min: 1950,
    max: 2199,
    sentinels: [noDate],
    ...options,
  });
}

/** Any text; surrounding white space is no part of it. */
export function text<const R extends boolean = false>(
  header: string,
  about: string,
  options: Options<R> = {},
) {
  return column<'text', R>('text', header, about, { max: 4000, ...options });
}
