/** One thing that changed of an order or a phase. */
export interface FieldChange {
  readonly key: string;
  readonly was: string | null;
  readonly is: string | null;
}
