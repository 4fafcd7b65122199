export {
  type AggregatesResult,
  type BacktestResult,
  keepSnapshot,
  refreshBacktest,
  repairAggregates,
  type SnapshotResult,
} from './aggregates.js';
export type { BackfillOptions, BackfillResult } from './backfill.js';
export { backfillDefectTimes } from './backfill-defect-times.js';
export { backfillPhaseColumns, type PhaseBackfillOptions } from './backfill-phase-columns.js';
export { openBackup } from './backup/open-backup.js';
export { restoreBackup } from './backup/restore-backup.js';
export type { BackupProgress } from './backup/types.js';
export { verifyBackup } from './backup/verify-backup.js';
export { type BackupResult, writeBackup } from './backup/write-backup.js';
export { type Classified, classifyDefects, type Decision } from './classify-defects.js';
export { type MaintainOptions, type MaintainResult, maintain } from './maintain.js';
export { type OrphanCount, type OrphansResult, reconcileOrphans } from './reconcile-orphans.js';
export type { UpkeepOptions, UpkeepProgress } from './types.js';
