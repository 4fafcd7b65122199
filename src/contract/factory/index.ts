/**
 * What is known of the factory beyond the columns of its sheets, and the rules that follow from it: the one place for
 * the phases that matter, the states of an order, the families of its models, what an error line speaks of, and the
 * columns that are derived from others.
 */

export { type DerivedRule, derivedRules, errorRule, phaseRule, ruleVersion } from './derived.js';
export {
  familyOf,
  familyRuleVersion,
  familySql,
  namedFamilies,
  noFamily,
  type ProductFamily,
  productFamilies,
} from './families.js';
export { believedFinishSql, finishedLateSql, finishedOnTimeSql, overdueSql } from './late.js';
export {
  boatDefectClasses,
  classifiedTextsSql,
  isBoatDefectSql,
  type LineClass,
  lineClasses,
  ruleClassOf,
  ruleClassSql,
  textKeyOf,
  textKeySql,
} from './line-class.js';
export { yearDays } from './look-back.js';
export { phase, restingPhases, scrapPhases, shippingPhases } from './phases.js';
export { type RouteKind, routeKindNames, routeKinds } from './routes.js';
export {
  type FactorySetting,
  factorySettingNames,
  factorySettings,
  type SettingMoment,
  settingMoments,
  settingSql,
} from './settings.js';
export {
  dueStatuses,
  endangeredStatuses,
  type OrderState,
  openStates,
  orderStates,
  stateSql,
  zombieDays,
} from './states.js';
export {
  dueStatusWords,
  familyWords,
  lineClassWords,
  severityWords,
  stateWords,
  type Word,
} from './words.js';
