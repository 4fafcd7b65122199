import type { ClientBase } from 'pg';
import type { DerivedRule } from '../../contract/factory/index.js';
import type { Sheet } from '../../contract/index.js';

/** What the preparation of a staged sheet needs to know. */
export interface PrepareContext {
  readonly client: ClientBase;
  readonly runId: number;
  readonly sheet: Sheet;
  /** Nothing has ever been published: core is empty, and changes are not kept. */
  readonly firstRun: boolean;
  /** Columns in which this sheet has bad cells. */
  readonly badColumns: ReadonlySet<string>;
  /** Columns of dates in which some are written as `dd/mm/aaaa`, and mean that. */
  readonly dayFirst: ReadonlySet<string>;
}

/** What the judgement of its rows needs to know besides. */
export interface ExcludeContext extends PrepareContext {
  /** Rows whose key an earlier row may have had, and all that have; null: unknown. */
  readonly repeatedKeys: readonly number[] | null;
}

/** What its merge needs to know besides. All of a run's merges share one transaction. */
export interface MergeContext extends PrepareContext {
  /** The dump's own moment, `YYYY-MM-DDTHH:MM:SS`. */
  readonly asOf: string;
  readonly rule: DerivedRule | null;
  /** Columns of which nothing proves that their dates are written day first, with the first row that has one. */
  readonly assumedOrders: readonly { readonly column: string; readonly rowNo: number }[];
}

/** What became of the rows of a sheet. */
export interface MergeCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly gone: number;
  readonly moved: number;
  readonly returned: number;
  readonly kept: number;
}
