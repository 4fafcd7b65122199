export {
  type BuildBeside,
  type BuiltName,
  buildBeside,
  type FutureRows,
  makeRoomBeside,
} from './build-beside.js';
export { history_days, smallestSample } from './forecast/model.js';
export { cutoffs_days } from './forecast/refresh-forecast.js';
export { type Rebuilt, rebuildAggregates } from './rebuild.js';
export { type Refreshed, type RefreshRun, refreshAggregates, refreshDefectDays } from './refresh.js';
export {
  aggregatesRuleVersion,
  noFamily,
  normalise,
  normaliseSql,
  type OrderState,
  orderStates,
  phase,
  recent_days,
} from './rules.js';
export { keepKpiSnapshot, snapshotFigures, snapshotPeriod_days, zombieAfter_days } from './snapshot.js';
