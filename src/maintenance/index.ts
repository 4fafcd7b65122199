export {
  type AggregatesResult,
  type BacktestResult,
  recordSnapshot,
  refreshBacktest,
  repairAggregates,
  type SnapshotResult,
} from './aggregates.js';
export type { BackfillOptions, BackfillResult } from './backfill.js';
export { backfillErrorTimes } from './backfill-error-times.js';
export { backfillPhaseColumns, type PhaseBackfillOptions } from './backfill-phase-columns.js';
export { openBackup } from './backup/open-backup.js';
export { restoreBackup } from './backup/restore-backup.js';
export type { BackupProgress } from './backup/types.js';
export { verifyBackup } from './backup/verify-backup.js';
export { type BackupResult, writeBackup } from './backup/write-backup.js';
export { type Change, type Changed, changeSetting, thresholdsVariable } from './change-setting.js';
export { type Classified, classifyText, type Decision } from './classify-text.js';
export { type MaintainOptions, type MaintainResult, maintain } from './maintain.js';
export { type OrphanCount, type OrphansResult, reconcileOrphans } from './reconcile-orphans.js';
export type { MaintenanceOptions, MaintenanceProgress } from './types.js';
