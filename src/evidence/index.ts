import type { ClientBase } from 'pg';
import { recordCoverage, recountCoverage } from './coverage/record-coverage.js';
import { recordGates, remeasureGates, type Thresholds } from './gates/measure.js';
import { recordIssues } from './issues/record-issues.js';
import { readMatchRates } from './match-rates.js';
import { recordMatchRates } from './record-match-rates.js';
import { thresholdsNow } from './settings/read-settings.js';

export { type Bounds, boundsOfMean, boundsOfShare } from './bounds.js';
export type { RowDay } from './coverage/measures.js';
export { undetectable } from './coverage/undetectable.js';
export { raiseDataVersion } from './data-version.js';
export { keptGate } from './gates/completeness.js';
export { gates } from './gates/declared.js';
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

export interface EvidenceContext {
  readonly runId: number;
  /** The run that was published before; null for the first. */
  readonly base: number | null;
  readonly asOf: string;
  /** Core tables in which this run changed anything. */
  readonly changedTables: ReadonlySet<string>;
  readonly thresholds: Thresholds;
}

/** Finds what speaks against the new state and keeps it with the run, within its publishing transaction. */
export async function recordEvidence(client: ClientBase, context: EvidenceContext): Promise<void> {
  const { runId, base, asOf, changedTables } = context;
  await recordMatchRates(client, runId, changedTables, base);
  const rates = await readMatchRates(client, runId);
  const columnsWithOrphans = new Set(
    rates.filter((rate) => rate.matched_rows < rate.referring_rows).map((rate) => rate.column_name),
  );
  await recordIssues(client, { runId, base, asOf, columnsWithOrphans });
}

/** Measures what the new state can carry, once the aggregates are those of it: some gates read them. */
export async function recordSupport(client: ClientBase, context: EvidenceContext): Promise<void> {
  const { runId, base, thresholds } = context;
  await recordCoverage(client, runId, base);
  await recordGates(client, runId, await thresholdsNow(client, thresholds));
}

/** The aggregates of the published state changed without a run: what rests on them is measured anew. */
export async function remeasureSupport(client: ClientBase, runId: number): Promise<void> {
  await recountCoverage(client);
  await remeasureGates(client, runId, ['coverage', 'lost_rows']);
}
