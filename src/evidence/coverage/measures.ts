/** Whose day a period is of: creation, finish or first inspection of an order; `phase`: the end of a phase. */
export type RowDay = 'created' | 'finished' | 'inspected' | 'phase';

/** What is counted of every order, as columns of the view `order_coverage`; also what the gates name. */
export const orderMeasures = [
  'orders',
  'named',
  'started',
  'started_with_phases',
  'steps',
  'steps_recorded',
  'inspections_due',
  'inspections_recorded',
  'with_product',
  'with_family',
  'with_due_day',
  'with_gelcoat',
  'demoulded',
  'weighed',
  'phases',
] as const;

/** ... of errors, as columns of `error_coverage`. */
export const errorMeasures = ['errors', 'errors_with_day', 'defects', 'defects_with_culprit'] as const;

/** ... of phases that ended, as `agg_phase_month` has them. */
export const phaseMeasures = ['phases_ended', 'phases_in_catalogue', 'phases_with_duration'] as const;

/** Orders that no sheet lists. */
export const unlistedMeasure = 'unlisted';

/** Rows of a table that the files before had. */
export type LostMeasure = `lost_${string}`;

export type Measure =
  | (typeof orderMeasures)[number]
  | (typeof errorMeasures)[number]
  | (typeof phaseMeasures)[number]
  | typeof unlistedMeasure
  | LostMeasure;

/** Counts by measure; one that is not there was not counted. */
export type Measured = ReadonlyMap<string, number>;
