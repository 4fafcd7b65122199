import type { Database } from '../platform/database.js';

/** What upkeep tells about itself while it works. */
export type UpkeepProgress =
  | { readonly kind: 'rows'; readonly seen: number; readonly total: number; readonly changed: number }
  /** A run publishes, or somebody else holds the rows: it waits for its turn. */
  | { readonly kind: 'waiting' };

export interface UpkeepOptions {
  readonly database: Database;
  /** Stops the work after the batch in hand; what is done stays done. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: UpkeepProgress) => void;
}
