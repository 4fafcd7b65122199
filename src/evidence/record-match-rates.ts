import type { ClientBase } from 'pg';
import { fewChanges } from '../platform/few-changes.js';
import { adjustReference } from './adjust-match-rates.js';
import {
  allReferences,
  countReference,
  type MatchRate,
  type ReferenceOf,
  rateColumns,
} from './match-rates.js';
import { hasKeptValues, keepValues, sumOfValues } from './reference-values.js';

interface Counted {
  readonly runId: number;
  readonly base: number | null;
  /** Core tables in which this run changed anything. */
  readonly changedTables: ReadonlySet<string>;
  readonly looksAtAll: boolean;
}

/**
 * Counts every reference for a run, within its publishing transaction. Where neither side changed since `base`, what
 * was counted then still holds and is carried over.
 */
export async function recordMatchRates(
  client: ClientBase,
  { runId, base, changedTables, looksAtAll }: Counted,
): Promise<void> {
  const changes = await countChanges(client, runId);
  for (const reference of allReferences()) {
    const fresh =
      base === null || changedTables.has(reference.sheet.table) || changedTables.has(reference.table);
    if (!fresh && (await carryOver(client, runId, base, reference))) continue;
    const before = base === null ? null : await readMatchRate(client, base, reference);
    const adjusts =
      !looksAtAll &&
      before !== null &&
      changesOf(changes, reference) < fewChanges * before.rows &&
      (await canAdjust(client, reference, before));
    await write(
      client,
      runId,
      adjusts ? await adjustReference(client, runId, before, reference) : await countAll(client, reference),
    );
  }
}

/** Fewer values than this share of the rows have so many rows each that all are counted as quickly. */
const manyValues = 0.01;

async function canAdjust(client: ClientBase, reference: ReferenceOf, before: MatchRate): Promise<boolean> {
  return hasKeptValues(reference)
    ? (await sumOfValues(client, reference)) === before.referring_rows
    : before.distinct_values > manyValues * before.rows;
}

async function countAll(client: ClientBase, reference: ReferenceOf): Promise<MatchRate> {
  return hasKeptValues(reference)
    ? await keepValues(client, reference)
    : await countReference(client, reference);
}

/** Rows that the run changed, by table. */
async function countChanges(client: ClientBase, runId: number): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ table_name: string; n: number }>(
    'SELECT table_name, count(*)::int AS n FROM run_changes WHERE run_id = $1 GROUP BY 1',
    [runId],
  );
  return new Map(rows.map(({ table_name, n }) => [table_name, n]));
}

function changesOf(changes: ReadonlyMap<string, number>, { sheet, table }: ReferenceOf): number {
  return (changes.get(sheet.table) ?? 0) + (changes.get(table) ?? 0);
}

async function readMatchRate(
  client: ClientBase,
  runId: number,
  { sheet, column }: ReferenceOf,
): Promise<MatchRate | null> {
  const { rows } = await client.query<MatchRate>(
    `SELECT ${rateColumns} FROM match_rates WHERE run_id = $1 AND table_name = $2 AND column_name = $3`,
    [runId, sheet.table, column],
  );
  return rows[0] ?? null;
}

async function carryOver(
  client: ClientBase,
  runId: number,
  base: number,
  { sheet, column }: ReferenceOf,
): Promise<boolean> {
  const result = await client.query(
    `INSERT INTO match_rates
     SELECT $1, table_name, column_name, referred_table, referred_column, rows, null_rows, referring_rows, matched_rows, distinct_values,
            matched_values, orphan_examples, parents, parents_with_child
     FROM match_rates WHERE run_id = $2 AND table_name = $3 AND column_name = $4`,
    [runId, base, sheet.table, column],
  );
  return (result.rowCount ?? 0) > 0;
}

async function write(client: ClientBase, runId: number, rate: MatchRate): Promise<void> {
  await client.query(
    `INSERT INTO match_rates (run_id, ${rateColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      runId,
      rate.table_name,
      rate.column_name,
      rate.referred_table,
      rate.referred_column,
      rate.rows,
      rate.null_rows,
      rate.referring_rows,
      rate.matched_rows,
      rate.distinct_values,
      rate.matched_values,
      JSON.stringify(rate.orphan_examples),
      rate.parents,
      rate.parents_with_child,
    ],
  );
}
