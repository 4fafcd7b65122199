interface AggregateTable {
  /** So many rows that keeping its indexes row by row takes longer than building them. */
  readonly isLarge?: true;
  /**
   * What two builds of a row `t` must agree on, as SQL; by default all of it. Null: they are not compared, as its
   * rows depend on earlier runs.
   */
  readonly compared?: string | null;
}

/** The durations of a row stand in no order. */
const withSortedDurations = `(to_jsonb(t) - 'seconds')::text || (SELECT array_agg(s ORDER BY s)::text FROM unnest(t.seconds) s)`;

/** Nor do the phases of an order. */
const withPhasesById = `t.of_id::text || (SELECT array_agg(p ORDER BY p)::text
  FROM unnest(t.faseof_ids, t.fase_ids, t.sequences, t.started_seconds, t.ended_seconds) p(a, b, c, d, e))`;

/** Every table whose rows follow from core. */
const tables: Readonly<Record<string, AggregateTable>> = {
  agg_product: {},
  agg_order: { isLarge: true },
  agg_order_phases: { isLarge: true, compared: withPhasesById },
  agg_product_month: {},
  agg_day: {},
  // Ids of texts are given once and stay.
  agg_error_text: { compared: `(t.descricao, t.key, t.class, t.decided)::text` },
  agg_error_day: { isLarge: true },
  agg_phase_day: { isLarge: true },
  agg_phase_recent: {},
  agg_phase_month: { isLarge: true, compared: withSortedDurations },
  agg_phase_duration: { isLarge: true },
  agg_phase_median: {},
  agg_employee_phase: { isLarge: true, compared: withSortedDurations },
  agg_period_quality: { isLarge: true },
  agg_period_delivery: { isLarge: true },
  agg_day_quality: {},
  agg_period_error: { isLarge: true },
  agg_period_culprit: { isLarge: true },
  forecast_order: {},
};

export const aggregateTables: readonly string[] = Object.keys(tables);

export const largeTables: readonly string[] = aggregateTables.filter((name) => tables[name]!.isLarge);

/** Table -> what of a row `t` is compared, as SQL. */
export const comparedRows: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(tables).flatMap(([name, { compared = 't::text' }]) =>
    compared === null ? [] : [[name, compared]],
  ),
);
