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
