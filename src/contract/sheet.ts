import type { Column, ColumnKind } from './column.js';

export type Columns = Readonly<Record<string, Column>>;

/** A column of this sheet holds keys of another one. */
export interface Reference {
  readonly column: string;
  readonly table: string;
  readonly key: string;
}

/** Two facts of one row that cannot both be true; the row is kept and flagged. */
export interface Contradiction {
  /** What it is called among the findings; its words: src/evidence/issues. */
  readonly code: 'END_BEFORE_START' | 'FINISH_BEFORE_CREATION';
  /** This column's moment must not lie after that of `later`. */
  readonly earlier: string;
  readonly later: string;
}

export interface Sheet<C extends Columns = Columns> {
  /** Name of the sheet in the workbook. */
  readonly sheet: string;
  /** Name of the core table. */
  readonly table: string;
  readonly title: { readonly pt: string; readonly en: string };
  /** By database column name, in the order in which the extract writes them. */
  readonly columns: C;
  /**
   * The business key: rows with the same key are the same thing. 'row' means that the sheet has no key and the
   * whole normalised row is the identity. Nulls in a key are equal to each other.
   */
  readonly key: readonly string[] | 'row';
  /** Key columns that may be empty. */
  readonly nullableKey: readonly string[];
  /** The primary key of the core table, where it is not the business key: the order id stands first. */
  readonly storageKey: readonly string[];
  /** Columns that `merge` and `derive` compute; name -> SQL type. */
  readonly derived: Readonly<Record<string, string>>;
  /** Hash partitions of the core table; 0 for a plain table. */
  readonly partitions: number;
  readonly references: readonly Reference[];
  readonly contradictions: readonly Contradiction[];
}

interface Options<C extends Columns> {
  readonly sheet: string;
  readonly table: string;
  readonly title: { readonly pt: string; readonly en: string };
  readonly columns: C;
  readonly key: readonly (keyof C & string)[] | 'row';
  readonly nullableKey?: readonly (keyof C & string)[];
  readonly storageKey?: readonly string[];
  readonly derived?: Readonly<Record<string, string>>;
  readonly partitions?: number;
  readonly references?: readonly Reference[];
  readonly contradictions?: readonly Contradiction[];
}

export function defineSheet<const C extends Columns>(options: Options<C>): Sheet<C> {
  const storageKey = options.storageKey ?? (options.key === 'row' ? [] : options.key);
  return {
    nullableKey: [],
    derived: {},
    partitions: 0,
    references: [],
    contradictions: [],
    ...options,
    storageKey,
  };
}

interface TypeOf {
  id: number;
  integer: number;
  /** A decimal travels as text, so that no digit is lost. */
  decimal: string;
  flag: boolean;
  /** `YYYY-MM-DDTHH:MM:SS`, the factory's local time. */
  timestamp: string;
  text: string;
}

type ValueOf<C> =
  C extends Column<infer K extends ColumnKind, infer R> ? TypeOf[K] | (R extends true ? never : null) : never;

/** The TypeScript type of a row of a sheet, from its declaration. */
export type RowOf<S extends Sheet> = { -readonly [K in keyof S['columns']]: ValueOf<S['columns'][K]> };
