import type { FactoryFigures } from './figures/figures.js';
import type { SampleRatios } from './ratios/count.js';

export interface SampleOptions {
  /** Orders that a dump at the default moment lists. */
  readonly orders: number;
  readonly seed: number;
  /** `YYYY-MM-DD` (its six o'clock in the evening) or `YYYY-MM-DDTHH:MM:SS`, the factory's local time. */
  readonly asOf: string;
  /** Rows that a sheet can have, the header included: default Excel's. What does not fit goes on in `Name (2)`. */
  readonly grid?: number;
}

export interface SampleSummary {
  readonly path: string;
  readonly bytes: number;
  readonly asOf: string;
  readonly seed: number;
  readonly sheets: readonly { readonly sheet: string; readonly rows: number }[];
  readonly ratios: SampleRatios;
  /** How the boats flow through the factory. */
  readonly figures: FactoryFigures;
}
