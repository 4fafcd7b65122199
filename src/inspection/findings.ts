import type { ColumnKind } from '../contract/index.js';
import type { AsOf } from '../source/as-of.js';
import type { CellCode } from '../source/cells/index.js';
import type { CellClass } from './count/cell-class.js';
import type { RowPlace } from './count/column-counter.js';

/**
 * What an inspection finds, in the form of its JSON files. Every figure is counted over all rows of the file; where
 * one is estimated, its error stands beside it. Shares lie between 0 and 1; moments are local time of the factory,
 * `YYYY-MM-DDTHH:MM:SS`; row numbers are Excel's. A changed meaning of a key raises the number in `format`.
 */
export interface Inspection {
  readonly profile: Profile;
  readonly relationships: Relationships;
}

/** `profile.json` */
export interface Profile {
  readonly format: 'prodplan-profile-1';
  readonly workbook: InspectedWorkbook;
  readonly contract_version: string;
  /** The dump's own moment; null where neither the file nor its data say. */
  readonly as_of: string | null;
  readonly as_of_origin: AsOf['origin'] | null;
  /** The sheets of the contract that the file has, in the contract's order. */
  readonly sheets: readonly SheetProfile[];
  /** Where the file differs from the contract. */
  readonly drift: readonly DriftFinding[];
}

export interface InspectedWorkbook {
  readonly name: string;
  readonly size_bytes: number;
  readonly sha256: string;
  /** When the file says that it was saved, W3CDTF; of several the latest. */
  readonly modified: string | null;
  /** Where the dump has several, each of them. */
  readonly workbooks?: readonly {
    readonly name: string;
    readonly size_bytes: number;
    readonly sha256: string;
  }[];
}

export const driftCodes = [
  'MISSING_SHEET',
  'DOUBLED_SHEET',
  'SHEET_PART_MISSING',
  'SHEET_FULL',
  'UNNUMBERED_PART',
  'UNKNOWN_SHEET',
  'HIDDEN_SHEET',
  'EMPTY_SHEET',
  'MISSING_COLUMN',
  'DOUBLED_COLUMN',
  'UNKNOWN_COLUMN',
  'RENAMED_COLUMN',
  'NULL_COLUMN',
  'OTHER_KIND',
  'DATE_ORDER_ASSUMED',
] as const;

/** A difference from the contract. */
export interface DriftFinding {
  readonly code: (typeof driftCodes)[number];
  readonly sheet: string;
  readonly column: string | null;
  /** OTHER_KIND: cells with a value that are of another kind than the contract's, and their share of all with one. */
  readonly cells: number | null;
  readonly share: number | null;
  /**
   * OTHER_KIND: the kinds that were found. RENAMED_COLUMN: the header that the column seems to have now.
   * UNNUMBERED_PART: the sheet whose headers and rows it has.
   */
  readonly detail: string | null;
}

export interface SheetProfile {
  readonly sheet: string;
  readonly table: string;
  readonly title: { readonly pt: string; readonly en: string };
  /** Excel row of the header, null where the sheet has none. */
  readonly header_row: number | null;
  /** Rows with any value, as `extract` counts them. */
  readonly rows: number;
  /** Where the sheet goes on in others: what each part is called, and its rows. Row numbers are those of a part. */
  readonly parts?: readonly {
    readonly sheet: string;
    readonly header_row: number | null;
    readonly rows: number;
  }[];
  readonly columns: readonly ColumnProfile[];
}

export interface ColumnProfile {
  readonly header: string;
  /** Database column; null for a column that the contract does not know: of those no value is shown. */
  readonly column: string | null;
  readonly kind: ColumnKind | null;
  readonly unit: string;
  /** What the contract says of it. */
  readonly about: string;
  readonly required: boolean;
  /** True where no value is shown because it may identify a person. */
  readonly masked: boolean;
  /** Cells by what they really are; they add up to the rows of the sheet. */
  readonly cells: Readonly<Record<CellClass, number>>;
  /** Empty, blank and NULL. */
  readonly null_rows: number;
  /** null_rows / rows; null for a sheet without rows. */
  readonly null_share: number | null;
  /** Cells with a value that the contract takes for none, such as 1900-01-01. */
  readonly sentinel_rows: number;
  /**
   * Different values, read as the contract reads them: the text `12` in a number column is 12. Exact up to 2^20
   * numbers and as many texts; beyond, `distinct_standard_error` is the error of the estimate as a share.
   */
  readonly distinct_values: number;
  readonly distinct_standard_error: number;
  /** The ten most frequent of the values that stand in more than one row; ties in ascending order, numbers first. */
  readonly top_values: readonly TopValue[];
  /** The values that are numbers; null where the column holds dates or text. */
  readonly numbers: NumberFacts | null;
  /** The values that are moments. */
  readonly dates: DateFacts | null;
  /** The values that are texts, also where the column should hold others. */
  readonly texts: TextFacts | null;
  /** Cells that break the contract, by code. */
  readonly breaks: readonly BreakFacts[];
}

export interface TopValue {
  /** Null where it is masked. */
  readonly value: string | number | null;
  readonly rows: number;
}

/**
 * Nearest rank: the smallest value that at least this share of the rows does not exceed. They are values of the
 * file, nothing is interpolated.
 */
export interface Quantiles<T> {
  readonly p01: T;
  readonly p05: T;
  readonly p25: T;
  readonly p50: T;
  readonly p75: T;
  readonly p95: T;
  readonly p99: T;
}

export interface NumberFacts {
  readonly rows: number;
  readonly min: number;
  readonly max: number;
  readonly quantiles: Quantiles<number>;
  /** A quantile lies at most this share of its value beside the true one; 0: exact. */
  readonly quantile_error: number;
  readonly histogram: Histogram | null;
}

/** Rows in bins of equal width from `from` to `to`; the rest lies outside. Null beyond the exact limit. */
export interface Histogram {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly number[];
  readonly rows_below: number;
  readonly rows_above: number;
}

export interface DateFacts {
  readonly rows: number;
  readonly min: string;
  readonly max: string;
  readonly quantiles: Quantiles<string>;
  /** After the dump's moment; null where that is not known. A planned date may well lie there. */
  readonly future_rows: number | null;
  /** Whether the contract says that these moments have happened: one in the future is then a wrong one. */
  readonly must_have_happened: boolean;
  /** 'day' beyond the exact limit: quantiles and future are then counted by whole days. */
  readonly resolution: 'second' | 'day';
  /** Rows at exactly 00:00:00; null beyond the exact limit. */
  readonly midnight_rows: number | null;
  /** [YYYY-MM, rows], of the months from 1950 to 2199 that have any. */
  readonly months: readonly (readonly [string, number])[];
}

export interface TextFacts {
  readonly rows: number;
  readonly distinct_values: number;
  /** In characters (UTF-16 units), without surrounding white space. */
  readonly shortest_characters: number;
  readonly longest_characters: number;
  /** The first of the longest texts in ascending order, cut at 200 characters; null where masked. */
  readonly longest: string | null;
}

export interface BreakFacts {
  readonly code: CellCode;
  readonly rows: number;
  /** True where such a row is rejected by `ingest`, false where it only loses the cell. */
  readonly rejects: boolean;
  /** The first five. */
  readonly examples: readonly (RowPlace & { readonly value: string | null })[];
}

/** `relationships.json` */
export interface Relationships {
  readonly format: 'prodplan-relationships-1';
  readonly workbook_sha256: string;
  readonly as_of: string | null;
  readonly references: readonly ReferenceFacts[];
  readonly date_order: readonly DateOrderFacts[];
}

export interface ReferenceFacts {
  readonly from: { readonly sheet: string; readonly table: string; readonly column: string };
  readonly to: { readonly sheet: string; readonly table: string; readonly column: string };
  /** `missing`: a sheet or a column is not in the file; `too_many`: more than 4 million different keys. */
  readonly status: 'counted' | 'missing' | 'too_many';
  /** Null unless counted. */
  readonly counts: ReferenceCounts | null;
}

export interface ReferenceCounts {
  /** Rows of the referring sheet: with a usable key, without any value, with a value that is no key. */
  readonly rows: number;
  readonly null_rows: number;
  readonly bad_rows: number;
  /** Rows whose key the other sheet has, and their share of `rows`; null where there are none. */
  readonly matched_rows: number;
  readonly matched_rows_share: number | null;
  readonly distinct: number;
  readonly matched_distinct: number;
  readonly matched_distinct_share: number | null;
  readonly orphan_rows: number;
  readonly orphan_distinct: number;
  /** The orphans with the most rows, at most ten. */
  readonly orphan_examples: readonly { readonly key: number; readonly rows: number }[];
  /** The other way: keys of the other sheet, and how many of them are referred to. */
  readonly parents: number;
  readonly parents_with_child: number;
  readonly parents_with_child_share: number | null;
}

/** Two moments of which the second must not lie before the first. */
export interface DateOrderFacts {
  readonly code: string;
  readonly title: { readonly pt: string; readonly en: string };
  readonly sheet: string;
  /** `missing`: a sheet or a column is not in the file. */
  readonly status: 'counted' | 'missing';
  /** Rows that have both moments. */
  readonly compared_rows: number;
  /** Rows where they stand the wrong way round. */
  readonly broken_rows: number;
  readonly broken_share: number | null;
  /** The first five, by Excel row. */
  readonly examples: readonly (RowPlace & { readonly earlier: string; readonly later: string })[];
}
