/** The stages of a run, in order. */
export const stages = [
  'open',
  'extract',
  'merge',
  'derive',
  'reconcile',
  'check',
  'aggregate',
  'publish',
] as const;
export type Stage = (typeof stages)[number];

/** What a run tells about itself while it works. */
export type Progress =
  | { readonly kind: 'stage'; readonly stage: Stage; readonly runId: number }
  | { readonly kind: 'rows'; readonly sheet: string; readonly rows: number; readonly done: boolean }
  | { readonly kind: 'merged'; readonly sheet: string; readonly skipped: boolean }
  /** Something beside the run itself went wrong: it is published all the same. */
  | { readonly kind: 'warning'; readonly message: string };

export type OnProgress = (progress: Progress) => void;

/** Rows are accounted and shown in batches of this many. */
export const batchRows = 50_000;
