import {
  type Evidence,
  type GateResult,
  gatesInQuestion,
  type KnownCoverage,
  type RowsAsked,
  worseGate,
} from '../evidence/index.js';
import type { Queryable } from './answer/sql-file.js';
import { daysBefore } from './answer/window.js';
import type { RowsOf, Service } from './service.js';

/** With what the gates say of the rows that were asked about. */
export interface GatesAsked extends Evidence {
  readonly asked: Map<string, Evidence['gates']>;
  readonly coverage: KnownCoverage;
}

/** Every gate as it stands for the rows asked about: a figure of one month is not carried by the other months. */
export async function gatesFor(
  client: Queryable,
  evidence: GatesAsked,
  { rows }: Service,
  params: Record<string, unknown>,
): Promise<Evidence['gates']> {
  if (rows === 'file') return evidence.gates;
  const asked = rowsAsked(rows, params);
  const byDay = await gatesOver(client, evidence, asked);
  const found =
    rows.alsoBy === undefined
      ? byDay
      : worseOf(byDay, await gatesOver(client, evidence, { ...asked, day: rows.alsoBy }));
  if (rows.andPast === undefined) return found;
  const today = evidence.publication.as_of.slice(0, 10);
  const { day, days } = rows.andPast;
  const past: RowsAsked = {
    ...asked,
    day,
    open: false,
    from: daysBefore(today, days - 1),
    to: today,
    fase_id: null,
    zombie_days: null,
  };
  return worseOf(found, await gatesOver(client, evidence, past));
}

async function gatesOver(
  client: Queryable,
  evidence: GatesAsked,
  asked: RowsAsked,
): Promise<Evidence['gates']> {
  if (!asked.open && Object.values(filtersOf(asked)).every((value) => value === null)) return evidence.gates;
  const key = JSON.stringify(asked);
  const known = evidence.asked.get(key);
  if (known !== undefined) return known;
  const found = await gatesInQuestion(client, evidence.gates, asked, evidence.coverage);
  if (evidence.asked.size >= mostAsked) evidence.asked.clear();
  evidence.asked.set(key, found);
  return found;
}

function worseOf(gates: readonly GateResult[], others: readonly GateResult[]): GateResult[] {
  return gates.map((gate) => worseGate(gate, others.find((one) => one.gate === gate.gate) ?? gate));
}

/** Gates of so many different selections of rows are remembered. */
const mostAsked = 2000;

function rowsAsked({ day, open }: RowsOf, params: Record<string, unknown>): RowsAsked {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  const { from, to, created_from, created_to, produto_id, familia, fase_id, of_id, zombie_days } = params;
  return {
    day: day ?? 'created',
    open: open === true,
    from: day === null ? null : text(from ?? created_from),
    to: day === null ? null : text(to ?? created_to),
    produto_id: number(produto_id),
    familia: text(familia),
    of_id: number(of_id),
    fase_id: open === true ? number(fase_id) : null,
    zombie_days: open === true ? number(zombie_days) : null,
  };
}

function filtersOf({ day: _, open: __, ...filters }: RowsAsked): Omit<RowsAsked, 'day' | 'open'> {
  return filters;
}
