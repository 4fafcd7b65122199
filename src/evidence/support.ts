import type { ClientBase } from 'pg';
import { runFailure } from '../platform/errors/run.js';
import type { ProdplanError } from '../platform/errors.js';
import type { Bounds } from './bounds.js';
import { gates as declared } from './gates/declared.js';
import type { GateResult, GateState } from './gates/gate.js';
import { judge, ofRowsInQuestion, readGates } from './gates/measure.js';
import { type MatchRate, readMatchRates, rowRate, valueRate } from './match-rates.js';

type Queryable = Pick<ClientBase, 'query'>;

/** A number that a figure was counted by and that may be set. */
export interface Rule {
  readonly name: string;
  /** Null: nobody has said. */
  readonly value: number | null;
  /** The caller named it; somebody decided it for everybody; or it is the usual one. */
  readonly from: 'ASKED' | 'SETTING' | 'USUAL';
  /** Of a setting: since when. UTC */
  readonly decided_at: string | null;
}

/** A period of days; both its days belong to it. */
export interface Window {
  /** Null: it has no beginning. Where `to` is null as well it is of all rows, also of those without a day. */
  readonly from: string | null;
  readonly to: string | null;
  /** Null where it has no beginning. */
  readonly days: number | null;
  /** The usual period of the question, for nobody asked for another. */
  readonly is_default: boolean;
}

/** What a figure was computed from; every answer carries it. */
export interface Support {
  readonly run_id: number;
  readonly data_version: number;
  /** The dump's own moment: ages are counted to it, never to the wall clock. */
  readonly as_of: string;
  readonly rows_used: number;
  readonly rows_excluded: readonly { readonly reason: string; readonly rows: number }[];
  readonly match_rates: readonly {
    readonly reference: string;
    readonly row_rate: number | null;
    readonly value_rate: number | null;
  }[];
  /** What the answer rests on, of the rows that it is about: how much of it is there. */
  readonly gates: readonly Pick<
    GateResult,
    'gate' | 'state' | 'rate' | 'threshold' | 'rows' | 'covered_rows'
  >[];
  readonly bounds?: Bounds;
  /** The period that it is of, where the question has a usual one. */
  readonly window?: Window;
  /** What it was counted by that somebody may set, as it was set. */
  readonly rules: readonly Rule[];
  /** The figure's definition, in one sentence. */
  readonly method: string;
  /** Name of the query file behind it; null where there is nothing to ask for. */
  readonly sql: string | null;
}

export type Publication = Pick<Support, 'run_id' | 'data_version' | 'as_of'>;

/** An answer with its evidence; where the data cannot carry it, `data` is null and the reason stands in its place. */
export type Answer<T> =
  | { readonly status: 'SUPPORTED'; readonly data: T; readonly support: Support }
  | { readonly status: 'DEGRADED'; readonly data: T; readonly reason: string; readonly support: Support }
  | {
      readonly status: 'NOT_SUPPORTED_BY_DATA';
      readonly data: null;
      readonly reason: string;
      readonly suggestion: string;
      readonly support: Support;
    };

/** What a question rests on. */
export interface Question {
  /** Gates that must not be shut; the worst of them decides the status. */
  readonly gates: readonly string[];
  /** Gates that weaken the answer, however far they are shut: what is there is right, but it is not all. */
  readonly weakening?: readonly string[];
  /** References whose match rates belong to the answer, as `table_name.column_name`. */
  readonly references: readonly string[];
  readonly method: string;
  readonly sql: string | null;
  readonly window?: Window;
  readonly rules?: readonly Rule[];
}

/** What answering a question gave: the data and the rows behind them. */
export interface Found<T> {
  readonly data: T;
  readonly rowsUsed: number;
  readonly rowsExcluded?: Support['rows_excluded'];
  readonly bounds?: Bounds;
  /** Why the answer is weaker than its gates say; it is then DEGRADED. */
  readonly caveat?: string;
  /** Weakening gates that the question measured itself, on the very rows it is about; of no rows there is nothing to miss. */
  readonly measured?: Readonly<Record<string, { readonly total: number; readonly covered: number }>>;
}

/** The data were asked and cannot carry the answer: too few rows, or a forecast no better than guessing. */
export interface Refusal {
  readonly refused: { readonly reason: string; readonly suggestion: string };
  readonly rowsUsed: number;
  readonly rowsExcluded?: Support['rows_excluded'];
}

/** A published state and how far its data carry: the same for every question that is asked of it. */
export interface Evidence {
  readonly publication: Publication;
  readonly gates: readonly GateResult[];
  readonly rates: readonly MatchRate[];
}

export async function readEvidence(client: Queryable, publication: Publication): Promise<Evidence> {
  return {
    publication,
    gates: await readGates(client, publication.run_id),
    rates: await readMatchRates(client, publication.run_id),
  };
}

/**
 * Answers a question with its evidence. Call it within one REPEATABLE READ transaction, so that data and support are
 * of the same run. `find` is not called where a gate is shut. Null: nothing is published yet.
 */
export async function answer<T>(
  client: Queryable,
  question: Question,
  find: () => Promise<Found<T> | Refusal>,
): Promise<Answer<T> | null> {
  const publication = await readPublication(client);
  if (publication === null) return null;
  return await answerWith(await readEvidence(client, publication), question, find);
}

/** The same for who has the evidence of this state at hand. */
export async function answerWith<T>(
  { publication, gates: all, rates }: Evidence,
  question: Question,
  find: () => Promise<Found<T> | Refusal>,
): Promise<Answer<T>> {
  const { weakening = [] } = question;
  mustKnow([...question.gates, ...weakening]);
  const gates = all.filter((gate) => question.gates.includes(gate.gate));
  const others = all.filter((gate) => weakening.includes(gate.gate) && !question.gates.includes(gate.gate));
  const support = (found: Omit<Found<T>, 'data'>, told = [...gates, ...others]): Support => ({
    ...publication,
    rows_used: found.rowsUsed,
    rows_excluded: found.rowsExcluded ?? [],
    match_rates: question.references.map((reference) => describeRate(reference, rates)),
    gates: told.map(({ gate, state, rate, threshold, rows, covered_rows }) => ({
      gate,
      state,
      rate,
      threshold,
      rows,
      covered_rows,
    })),
    ...(found.bounds ? { bounds: found.bounds } : {}),
    ...(question.window ? { window: question.window } : {}),
    rules: question.rules ?? [],
    method: question.method,
    sql: question.sql,
  });
  const worst = worstGate(gates);
  if (worst?.state === 'NOT_SUPPORTED_BY_DATA') {
    return refusal(worst.reason, worst.remedy, support({ rowsUsed: 0 }));
  }
  const found = await find();
  if ('refused' in found) return refusal(found.refused.reason, found.refused.suggestion, support(found));
  const told = [...gates, ...others.map((one) => measuredAgain(one, found.measured?.[one.gate]))];
  const weak = told.filter(({ state }) => state !== 'SUPPORTED');
  const reasons = [
    ...weak.map(({ reason }) => reason),
    ...unmeasured([...question.gates, ...weakening], all),
    ...(found.caveat === undefined || weak.some(({ reason }) => reason === found.caveat)
      ? []
      : [found.caveat]),
  ];
  const evidence = support(found, told);
  if (reasons.length === 0) return { status: 'SUPPORTED', data: found.data, support: evidence };
  return { status: 'DEGRADED', data: found.data, reason: reasons.join(' '), support: evidence };
}

/** A gate as it stands for the rows that the question counted. */
function measuredAgain(
  gate: GateResult,
  counts: { readonly total: number; readonly covered: number } | undefined,
): GateResult {
  if (counts === undefined) return gate;
  if (counts.total === 0) return { ...gate, state: 'SUPPORTED', rate: null, rows: 0, covered_rows: 0 };
  const declaredGate = declared.find((one) => one.gate === gate.gate)!;
  const here = judge(declaredGate, gate.threshold, counts);
  return { ...here, reason: ofRowsInQuestion(here.reason) };
}

function refusal(reason: string, suggestion: string, support: Support): Answer<never> {
  return { status: 'NOT_SUPPORTED_BY_DATA', data: null, reason, suggestion, support };
}

/** The run that readers see, its version and its moment; null where nothing is published yet. */
export async function readPublication(client: Queryable): Promise<Publication | null> {
  const { rows } = await client.query<Publication>(publicationQuery);
  return rows[0] ?? null;
}

export const publicationQuery =
  'SELECT run_id, data_version, as_of FROM publication WHERE run_id IS NOT NULL';

/** What is thrown where something must be published and nothing is. */
export function nothingPublished(): ProdplanError {
  return runFailure('NOTHING_PUBLISHED');
}

const order: readonly GateState[] = ['SUPPORTED', 'DEGRADED', 'NOT_SUPPORTED_BY_DATA'];

function worstGate(gates: readonly GateResult[]): (GateResult & { state: GateState }) | undefined {
  return gates.toSorted((a, b) => order.indexOf(b.state) - order.indexOf(a.state))[0];
}

function describeRate(reference: string, rates: readonly MatchRate[]): Support['match_rates'][number] {
  const rate = rates.find((one) => `${one.table_name}.${one.column_name}` === reference);
  if (rate === undefined) throw new Error(`unknown reference ${reference}`);
  return { reference, row_rate: rowRate(rate), value_rate: valueRate(rate) };
}

/** A misspelt gate must not pass for one that is open. */
function mustKnow(wanted: readonly string[]): void {
  const unknown = wanted.filter((name) => !declared.some(({ gate }) => gate === name));
  if (unknown.length > 0) throw new Error(`unknown gates: ${unknown.join(', ')}`);
}

/** What was published by a version that did not know these gates was not held against them. */
function unmeasured(wanted: readonly string[], measured: readonly GateResult[]): string[] {
  const missing = wanted.filter((name) => !measured.some(({ gate }) => gate === name));
  if (missing.length === 0) return [];
  return [
    `Esta carga é de uma versão anterior, que não media ${missing.join(', ')}: ingira o ficheiro outra vez.`,
  ];
}
