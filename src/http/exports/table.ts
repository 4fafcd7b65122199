import type { z } from 'zod';
import type { Figure } from '../../services/index.js';

/** Where the rows of an export come from: it is written into the file. */
export interface Origin {
  readonly title: string;
  /** The call, with the filters as they were understood. */
  readonly path: string;
  readonly filters: Readonly<Record<string, unknown>>;
  /** What else the reader should know, in order: run, moment, status, method, rows left out ... */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

export interface ExportTable {
  /** Of the file, without ending: `prodplan.orders-run-12`. */
  readonly name: string;
  readonly row: z.ZodObject;
  /** Figures of the house that stand in its columns. */
  readonly figures?: readonly Figure[];
  readonly origin: Origin;
  readonly pages: AsyncIterable<readonly Readonly<Record<string, unknown>>[]>;
  /** Lets go of what the pages hold, read or not; called when the reader is done or gone. */
  close?(): Promise<void>;
}
