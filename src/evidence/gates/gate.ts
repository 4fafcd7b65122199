import type { Bounds } from '../bounds.js';
import type { Measure } from '../coverage/measures.js';

export type GateState = 'SUPPORTED' | 'DEGRADED' | 'NOT_SUPPORTED_BY_DATA';

/** A question that depends on a join or on how many rows carry a field. */
export interface Gate {
  /** Stable name: `product_join`. */
  readonly gate: string;
  /** The question, for people. */
  readonly question: string;
  /** What is counted, in words: covered rows of all rows. */
  readonly measured: string;
  /** `rows` weighs every row, `distinct` every value once; whichever the figure rests on. */
  readonly weighting: 'rows' | 'distinct';
  /** From this share on the answer is SUPPORTED; null where no share could ever be enough. */
  readonly threshold: number | null;
  /** From this share on it is DEGRADED; below, NOT_SUPPORTED_BY_DATA. */
  readonly floor: number;
  /**
   * One row of SQL: (total, covered, hits), hits being the covered rows that the figure counts. `:run` stands for
   * the run, whose match rates are there already. Null: the fields do not exist.
   */
  readonly sql: string | null;
  /**
   * The same row from the aggregates of this state, where core need not be read for it: a run measures by it, and `check`
   * holds it against `sql`. `:as_of` stands for the dump's moment.
   */
  readonly fromAggregates?: string;
  /** What `hits` of `covered` says; empty where the gate has no figure of its own. */
  readonly figure: string;
  /** What is counted of the rows that a question is about; left out where it can only be told of the whole file. */
  readonly asked?: AskedMeasures;
  /** Where there are no rows to count the gate is SUPPORTED: nothing can be missing. */
  readonly emptyIsFine?: true;
  readonly remedy: string;
}

/** Covered rows and all rows, each the sum of measures. */
export interface AskedMeasures {
  readonly total: readonly Measure[];
  readonly covered: readonly Measure[];
  /** They are counted by the end of phases, whatever day the question's period is of. */
  readonly byPhaseEnd?: true;
  /** Not to be told by product, by family or among open orders: of those rows nobody knows what they are. The period tells them. */
  readonly ofAllProducts?: true;
}

/** A gate, measured. */
export interface GateResult {
  readonly gate: string;
  readonly state: GateState;
  readonly rate: number | null;
  readonly threshold: number | null;
  readonly rows: number;
  readonly covered_rows: number;
  readonly reason: string;
  readonly remedy: string;
  readonly bounds: (Bounds & { readonly figure: string }) | null;
}
