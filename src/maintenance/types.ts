import type { Database } from '../platform/database.js';

/** What maintenance tells about itself while it works. */
export type MaintenanceProgress =
  | { readonly kind: 'rows'; readonly seen: number; readonly total: number; readonly changed: number }
  /** A run publishes, or somebody else holds the rows: it waits for its slot. */
  | { readonly kind: 'waiting' };

export interface MaintenanceOptions {
  readonly database: Database;
  /** Stops the work after the batch in hand; what is done stays done. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: MaintenanceProgress) => void;
}
