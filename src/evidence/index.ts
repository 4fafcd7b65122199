import type { ClientBase } from 'pg';
import { byIndex } from '../platform/by-index.js';
import type { RememberedCoverage } from './coverage/adjust-coverage.js';
import { recordCoverage, recountCoverage } from './coverage/record-coverage.js';
import { recordGates, remeasureGates, type Thresholds } from './gates/measure.js';
import { recordIssues } from './issues/record-issues.js';
import { readMatchRates } from './match-rates.js';
import { recordMatchRates } from './record-match-rates.js';
import { thresholdsNow } from './settings/read-settings.js';

export { type Bounds, boundsOfMean, boundsOfShare } from './bounds.js';
export { type RememberedCoverage, rememberCoverage } from './coverage/adjust-coverage.js';
export type { RowDay } from './coverage/measures.js';
export { undetectable } from './coverage/undetectable.js';
export { raiseDataVersion } from './data-version.js';
export { keptGate } from './gates/completeness.js';
export { gates } from './gates/declared.js';
export { gatesInEnglish, inEnglish } from './gates/english.js';
export type { Gate, GateResult, GateState } from './gates/gate.js';
export { gatesInQuestion, worseGate } from './gates/in-question.js';
export { KnownCoverage } from './gates/known-coverage.js';
export { checkThresholds, readGates, remeasureGates, type Thresholds } from './gates/measure.js';
export type { RowsAsked } from './gates/rows-asked.js';
export { issueTypesInEnglish } from './issues/english.js';
export { type Issue, readIssues } from './issues/read-issues.js';
export {
  countOpenIssues,
  type IssueChanges,
  type IssueCount,
  recheckIssues,
  recordFoundIssues,
} from './issues/record-issues.js';
export { issueTitles } from './issues/titles.js';
export { type IssueTypeName, issueTypes } from './issues/types.js';
export { type MatchRate, readMatchRates, rowRate, valueRate } from './match-rates.js';
export { declaredSettings, type SettingDeclaration, thresholdSetting } from './settings/declared.js';
export {
  readRules,
  readSettingChanges,
  readSettings,
  type SettingChange,
  type SettingValue,
  type SettingValues,
  thresholdsNow,
} from './settings/read-settings.js';
export {
  type Answer,
  answer,
  answerWith,
  type Evidence,
  type Found,
  nothingPublished,
  type Publication,
  publicationQuery,
  type Question,
  type Refusal,
  type Rule,
  readEvidence,
  readPublication,
  type Support,
  type Window,
} from './support.js';

export { noneVanished, readVanished, type VanishedOrders } from './vanished.js';

export interface EvidenceContext {
  readonly runId: number;
  /** The run that was published before; null for the first. */
  readonly base: number | null;
  readonly asOf: string;
  /** All is counted again, also what the changes alone would put right. */
  readonly looksAtAll: boolean;
  /** Core tables in which this run changed anything. */
  readonly changedTables: ReadonlySet<string>;
  readonly thresholds: Thresholds;
}

/** Counts how far the sheets of the new state refer to each other, within its publishing transaction. */
export async function recordReferences(client: ClientBase, context: EvidenceContext): Promise<void> {
  await recordMatchRates(client, context);
}

/**
 * Finds what speaks against the new state and keeps it with the run. Its references must be counted, and where only touched
 * orders are looked at its aggregates refreshed.
 */
export async function recordFindings(
  client: ClientBase,
  { runId, base, asOf }: EvidenceContext,
  touched: TouchedOrders | null,
): Promise<void> {
  const rates = await readMatchRates(client, runId);
  const columnsWithOrphans = new Set(
    rates.filter((rate) => rate.matched_rows < rate.referring_rows).map((rate) => rate.column_name),
  );
  const orders = touched?.areFew ? touched.table : null;
  const record = (): Promise<void> => recordIssues(client, { runId, base, asOf, columnsWithOrphans }, orders);
  await (orders === null ? record() : byIndex(client, record));
}

/** The orders of which a run changed anything, where they are few. */
export interface TouchedOrders {
  /** Temporary table of (of_id). */
  readonly table: string;
  /** So few that looking them up one by one is quicker than reading whole tables. */
  readonly areFew: boolean;
  readonly coverage: RememberedCoverage | null;
}

/** Measures what the new state can carry, once the aggregates are those of it: some gates read them. */
export async function recordSupport(
  client: ClientBase,
  context: EvidenceContext,
  touched: TouchedOrders | null,
): Promise<void> {
  const { runId, base, thresholds } = context;
  const remembered = touched?.coverage ?? null;
  const record = (): Promise<void> => recordCoverage(client, { runId, base, remembered });
  await (remembered === null ? record() : byIndex(client, record));
  await recordGates(client, context, await thresholdsNow(client, thresholds));
}

/** The aggregates of the published state changed without a run: what rests on them is measured anew. */
export async function remeasureSupport(client: ClientBase, runId: number): Promise<void> {
  await recountCoverage(client);
  await remeasureGates(client, runId, ['coverage', 'lost_rows']);
}
