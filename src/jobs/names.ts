/** Every job there is. */
export const jobNames = [
  'ingest_workbook',
  'rollback',
  'backfill_ofch_event_time',
  'backfill_faseof_derived_columns',
  'reconcile_orphans',
  'refresh_aggregates',
  'refresh_backtest',
  'kpi_snapshot',
  'maintenance',
] as const;
export type JobName = (typeof jobNames)[number];
