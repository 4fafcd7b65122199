import { backfillFaseofDerivedColumns } from './backfill-faseof-derived-columns.js';
import { backfillOfchEventTime } from './backfill-ofch-event-time.js';
import { ingestWorkbook } from './ingest-workbook.js';
import type { Job } from './job.js';
import { kpiSnapshot } from './kpi-snapshot.js';
import { maintenance } from './maintenance.js';
import type { JobName } from './names.js';
import { reconcileOrphansJob } from './reconcile-orphans.js';
import { refreshAggregatesJob } from './refresh-aggregates.js';
import { refreshBacktestJob } from './refresh-backtest.js';
import { rollbackJob } from './rollback.js';

/** Every job, by its name. */
export const declaredJobs: Readonly<Record<JobName, Job>> = {
  ingest_workbook: ingestWorkbook,
  rollback: rollbackJob,
  backfill_ofch_event_time: backfillOfchEventTime,
  backfill_faseof_derived_columns: backfillFaseofDerivedColumns,
  reconcile_orphans: reconcileOrphansJob,
  refresh_aggregates: refreshAggregatesJob,
  refresh_backtest: refreshBacktestJob,
  kpi_snapshot: kpiSnapshot,
  maintenance,
};
