export {
  type BuildBeside,
  type BuiltName,
  buildBeside,
  type FutureRows,
  makeRoomBeside,
} from './build-beside.js';
export { judgedShares, new_days, populations } from './forecast/backtest.js';
export {
  fewestAnchors,
  fewestResolved,
  opensAbove,
  seenBefore_days,
  shutsBelow,
} from './forecast/chance-gate.js';
export { allFamilies, type KeptBacktest, keepBacktest } from './forecast/keep-backtest.js';
export { oldestOpen_days } from './forecast/past-order.js';
export { noForecastReasons } from './forecast/refresh-forecast.js';
export { type Rebuilt, rebuildAggregates } from './rebuild.js';
export {
  type Refreshed,
  type RefreshRun,
  recountTexts,
  refreshAggregates,
  refreshDefectDays,
} from './refresh.js';
export { aggregatesRuleVersion, noFamily, normalise, normaliseSql, recent_days } from './rules.js';
export { keepKpiSnapshot, snapshotFigures, snapshotPeriod_days } from './snapshot.js';
