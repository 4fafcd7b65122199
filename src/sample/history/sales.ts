import type { Models } from '../catalogue/models.js';
import type { Weighted } from '../random.js';
import type { HistorySize } from './calendar.js';

/** What is made, and how gladly it is bought. */
export interface Catalogue {
  readonly size: HistorySize;
  readonly models: Models;
  /** Positions in `models.bySales`. */
  readonly sales: Weighted;
}
