/** What the guards let pass (src/ingestion/reconcile/guards.ts). They stand here because the sentences of a refusal tell them. */

/** A sheet may lose at most this share of its published keys between two dumps. */
export const largestLoss = 0.2;
/** At most this share of a sheet's rows may be rejected, and of the cells of an optional column be bad. */
export const largestBadShare = 0.2;
/** The share of rows with a value in a column may fall by so many percentage points between two dumps. */
export const largestFallPoints = 20;
/** A column that a tenth of the rows fill cannot fall by 20 points: it may not lose more than this share of its values either. */
export const largestFallShare = 0.5;
