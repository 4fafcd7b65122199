export { type AggregatesResult, keepSnapshot, repairAggregates, type SnapshotResult } from './aggregates.js';
export type { BackfillOptions, BackfillResult } from './backfill.js';
export { backfillDefectTimes } from './backfill-defect-times.js';
export { backfillPhaseColumns, type PhaseBackfillOptions } from './backfill-phase-columns.js';
export { type MaintainOptions, type MaintainResult, maintain } from './maintain.js';
export { type OrphanCount, type OrphansResult, reconcileOrphans } from './reconcile-orphans.js';
export type { UpkeepOptions, UpkeepProgress } from './types.js';
