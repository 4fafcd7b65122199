export {
  type BuildBeside,
  type BuiltName,
  buildBeside,
  type FutureRows,
  makeRoomBeside,
} from './build-beside.js';
export { judgedShares, newDays, populations } from './forecast/backtest.js';
export {
  fewestAnchors,
  fewestCases,
  fewestResolved,
  judgedCutoffs,
  opensAbove,
  seenBeforeDays,
  shutsBelow,
} from './forecast/chance-gate.js';
export { highShare, intervalOf, judgedWeeks, lowShare } from './forecast/common-factor.js';
export { cutoffDay, longFollowUp, mostCutoffs, shortFollowUp } from './forecast/cutoffs.js';
export { priorDays, recentWeight, smoothedAges, weightedDays } from './forecast/hazard.js';
export { openHorizons } from './forecast/origins.js';
export {
  missOf,
  outputHorizons,
  outputInterval,
  outputOf,
  outputShares,
  paceDays,
  priorSeasons,
  seasonYearDays,
} from './forecast/output.js';
export { oldestOpenDays } from './forecast/past-order.js';
export { unnamedFamily } from './forecast/past-orders.js';
export { type ReadOutlook, readOutlook } from './forecast/read-outlook.js';
export { allFamilies, type RecordedBacktest, recordBacktest } from './forecast/record-backtest.js';
export { noForecastReasons } from './forecast/refresh-forecast.js';
export { bandsFrom, fewestFinishes, priorNew, priorOpen, stepDays } from './forecast/remaining.js';
export { type Rebuilt, rebuildAggregates } from './rebuild.js';
export {
  type Refreshed,
  type RefreshRun,
  recountTexts,
  refreshAggregates,
  refreshErrorDays,
} from './refresh.js';
export { aggregatesRuleVersion, noFamily, normalise, normaliseSql, recentDays } from './rules.js';
export { recordKpiSnapshot, snapshotFigures, snapshotMeaning, snapshotPeriodDays } from './snapshot.js';
