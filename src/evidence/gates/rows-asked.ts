import type { RowDay } from '../coverage/measures.js';

/** The rows that a question is about, as far as gates can tell them apart. */
export interface RowsAsked {
  /** The day that `from` and `to` are of. */
  readonly day: RowDay;
  /** Only orders that are still to be delivered, without zombies. */
  readonly open: boolean;
  readonly from: string | null;
  readonly to: string | null;
  readonly produto_id: number | null;
  readonly familia: string | null;
  readonly fase_id: number | null;
  readonly of_id: number | null;
  readonly zombie_days: number | null;
}
