import type { ClientBase } from 'pg';
import { literal } from '../../contract/sql.js';
import { questionFailure } from '../../platform/errors/question.js';
import { groupDigits, percentText } from '../../platform/numbers.js';
import { type Bounds, boundsOfShare } from '../bounds.js';
import { gates } from './declared.js';
import type { Gate, GateResult, GateState } from './gate.js';

/** Thresholds that the configuration sets in place of the declared ones, by gate. */
export type Thresholds = ReadonlyMap<string, number>;

export interface Counts {
  readonly total: number;
  readonly covered: number;
  readonly hits?: number;
  /** The rows that the figure should judge and those that it can, where they are not those of the gate. */
  readonly figure_total?: number;
  readonly figure_covered?: number;
}

/** Throws `UNKNOWN_GATE` for a threshold of a gate that does not exist or has none: it must not be ignored. */
export function checkThresholds(thresholds: Thresholds): void {
  const settable = gates.filter((gate) => gate.threshold !== null).map((gate) => gate.gate);
  const unknown = [...thresholds.keys()].filter((name) => !settable.includes(name));
  if (unknown.length === 0) return;
  throw questionFailure('UNKNOWN_GATE', { unknown, known: settable });
}

/**
 * Measures every gate on the new state, whose aggregates must be refreshed, and keeps the results with the run, within its
 * publishing transaction.
 */
export async function recordGates(
  client: ClientBase,
  { runId, asOf }: { readonly runId: number; readonly asOf: string },
  thresholds: Thresholds,
): Promise<GateResult[]> {
  const results: GateResult[] = [];
  for (const gate of gates) {
    const sql = gate.fromAggregates?.replaceAll(':as_of', `${literal(asOf)}::timestamp`) ?? gate.sql;
    results.push(await measure(client, runId, { ...gate, sql }, thresholds));
  }
  for (const one of results) await write(client, runId, one);
  return results;
}

/**
 * Measures the gates that read any of these columns anew, where something else than a run has changed them: within
 * that transaction, against the threshold by which the run was judged.
 */
export async function remeasureGates(
  client: ClientBase,
  runId: number,
  columns: readonly string[],
): Promise<void> {
  const kept = new Map((await readGates(client, runId)).map((one) => [one.gate, one.threshold]));
  for (const gate of gates) {
    if (!columns.some((column) => gate.sql?.includes(column))) continue;
    const threshold = kept.get(gate.gate) ?? gate.threshold;
    const one = await measure(client, runId, { ...gate, threshold }, new Map());
    await client.query('DELETE FROM feature_gates WHERE run_id = $1 AND gate = $2', [runId, gate.gate]);
    await write(client, runId, one);
  }
}

/** Measures one gate on what core holds now; the run's match rates must be there. */
export async function measure(
  client: Pick<ClientBase, 'query'>,
  runId: number,
  gate: Gate,
  thresholds: Thresholds,
): Promise<GateResult> {
  if (gate.sql === null) return judge(gate, gate.threshold, null);
  const { rows } = await client.query<Counts & Record<string, unknown>>(
    gate.sql.replaceAll(':run', String(runId)),
  );
  return judge(gate, thresholds.get(gate.gate) ?? gate.threshold, rows[0] ?? nothing);
}

const nothing: Counts = { total: 0, covered: 0 };

/** What counts say of a gate. A pure function: the state flips with the data, both ways. */
export function judge(gate: Gate, threshold: number | null, counts: Counts | null): GateResult {
  const rate = counts === null || counts.total === 0 ? null : counts.covered / counts.total;
  const state = stateOf(gate, threshold, rate);
  return {
    gate: gate.gate,
    state,
    rate,
    threshold,
    rows: counts?.total ?? 0,
    covered_rows: counts?.covered ?? 0,
    reason: reasonOf(gate, threshold, rate, counts),
    remedy: state === 'SUPPORTED' ? '' : gate.remedy,
    bounds:
      counts === null || counts.hits === undefined
        ? null
        : { figure: gate.figure, ...boundsOf(counts, counts.hits) },
  };
}

function boundsOf({ total, covered, figure_total, figure_covered }: Counts, hits: number): Bounds {
  return boundsOfShare({ hits, covered: figure_covered ?? covered, total: figure_total ?? total });
}

function stateOf(gate: Gate, threshold: number | null, rate: number | null): GateState {
  if (threshold !== null && rate === null && gate.emptyIsFine) return 'SUPPORTED';
  if (threshold === null || rate === null) return 'NOT_SUPPORTED_BY_DATA';
  if (rate >= threshold) return 'SUPPORTED';
  // Where floor and threshold are declared equal there is no DEGRADED state, under a configured threshold neither.
  const floor = gate.floor === gate.threshold ? threshold : Math.min(gate.floor, threshold);
  return rate >= floor ? 'DEGRADED' : 'NOT_SUPPORTED_BY_DATA';
}

function reasonOf(gate: Gate, threshold: number | null, rate: number | null, counts: Counts | null): string {
  if (counts === null) return 'O ficheiro não tem os campos de que a resposta precisa.';
  if (rate === null) return `Não há nenhuma linha para contar (${gate.measured}).`;
  const share = `${percentText(rate)} (${groupDigits(counts.covered)} de ${groupDigits(counts.total)}: ${gate.measured})`;
  return threshold === null ? share : `${share}; são precisos ${percentText(threshold)}.`;
}

/** Says of a reason that it is not of the whole file. */
export function ofRowsInQuestion(reason: string): string {
  return `Das linhas em questão, ${reason}`;
}

async function write(client: ClientBase, runId: number, one: GateResult): Promise<void> {
  await client.query(
    `INSERT INTO feature_gates (run_id, gate, state, rate, threshold, rows, covered_rows, reason, remedy, bounds)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      runId,
      one.gate,
      one.state,
      one.rate,
      one.threshold,
      one.rows,
      one.covered_rows,
      one.reason,
      one.remedy,
      one.bounds,
    ],
  );
}

/** The gates of a run, in the order of their declaration. */
export async function readGates(client: Pick<ClientBase, 'query'>, runId: number): Promise<GateResult[]> {
  const { rows } = await client.query<GateResult>(
    `SELECT gate, state, rate::float8 AS rate, threshold::float8 AS threshold, rows, covered_rows, reason, remedy, bounds
     FROM feature_gates WHERE run_id = $1`,
    [runId],
  );
  const place = (one: GateResult): number => gates.findIndex((gate) => gate.gate === one.gate);
  return rows.sort((a, b) => place(a) - place(b));
}
