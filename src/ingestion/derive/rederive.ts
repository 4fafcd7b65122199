import type { ClientBase } from 'pg';
import { type DerivedRule, errorRule, phaseRule, ruleVersion } from '../../contract/factory/index.js';
import { sheets } from '../../contract/index.js';
import { literal } from '../../contract/sql.js';
import { byIndex } from '../../platform/by-index.js';

/**
 * Computes derived columns anew on rows that the merge did not write, where what they come from has changed. Rows
 * whose values stay the same are not touched. Both return how many rows changed.
 */

export interface PhasesSince {
  readonly asOf: string;
  /** The moment of the state before. */
  readonly baseAsOf: string;
  /** Rows may have been computed by an older version of the rule: then all are looked at. */
  readonly mayBeOlder: boolean;
}

/** Phases: only durations of phases that end after either dump's moment can differ, unless the rule itself changed. */
export async function rederivePhases(
  client: ClientBase,
  { asOf, baseAsOf, mayBeOlder }: PhasesSince,
): Promise<number> {
  const earlier = asOf < baseAsOf ? asOf : baseAsOf;
  const scopes = [
    ...(asOf === baseAsOf ? [] : [`t.faseof_fim > ${literal(earlier)}::timestamp`]),
    ...(mayBeOlder ? [`t.faseof_rule_version IS DISTINCT FROM ${ruleVersion}`] : []),
  ];
  if (scopes.length === 0) return 0;
  const work = (): Promise<Recomputed> => recompute(client, phaseRule(asOf), scopes.join(' OR '));
  return (await (mayBeOlder ? work() : byIndex(client, work))).written;
}

/** Error lines: their time comes from phases and orders, any of which may have changed. */
export async function rederiveErrors(client: ClientBase): Promise<number> {
  return (await recompute(client, errorRule, 'true')).written;
}

/** Error lines whose phase or order a run changed; those that it brought have their moment from the merge. */
export async function rederiveTouchedErrors(client: ClientBase, runId: number): Promise<number> {
  const changed = (table: string): string =>
    `SELECT key::integer FROM run_changes WHERE run_id = ${runId} AND table_name = ${literal(table)}`;
  const lines = (column: string, values: string): string =>
    `SELECT ofch_of_id, ofch_fingerprint FROM erros_ordem_fabrico WHERE ${column} IN (${values})`;
  return await byIndex(client, async () => {
    const { rowCount } = await client.query(`
      CREATE TEMP TABLE m_touched_error ON COMMIT DROP AS
      ${lines('ofch_of_id', changed('ordens_fabrico'))} UNION ${lines('ofch_faseof_avaliacao', changed('fases_ordem_fabrico'))}`);
    if (!rowCount) return 0;
    await client.query('ANALYZE m_touched_error');
    const touched =
      '(t.ofch_of_id, t.ofch_fingerprint) IN (SELECT ofch_of_id, ofch_fingerprint FROM m_touched_error)';
    return (await recompute(client, errorRule, touched)).written;
  });
}

export interface Recomputed {
  /** Rows that were written. */
  readonly written: number;
  /** Those of them in which more than the version of the rule changed. */
  readonly changed: number;
  /** The orders to which these belong. */
  readonly orders: readonly number[];
}

/**
 * Writes what the rule gives wherever the row says something else. `scope` is a condition on the rows `t`; `range`,
 * where one is given, is a condition on the key of both sides of the join, so that neither is read beyond it.
 */
export async function recompute(
  client: Pick<ClientBase, 'query'>,
  rule: DerivedRule,
  scope: string,
  range: (row: string) => string = () => 'true',
): Promise<Recomputed> {
  const keys = sheets.find((sheet) => sheet.table === rule.table)!.storageKey;
  const columns = Object.entries(rule.columns('t'));
  const names = columns.map(([name]) => name);
  const differs = (of: readonly string[]): string =>
    of.map((name) => `n.${name} IS DISTINCT FROM n.new_${name}`).join(' OR ');
  // OFFSET 0 keeps the expressions from being repeated for each comparison.
  const { rows } = await client.query<Recomputed>(`
    WITH written AS (
      UPDATE ${rule.table} c SET ${names.map((name) => `${name} = v.new_${name}`).join(', ')}
      FROM (SELECT n.*, ${differs(names.filter((name) => name !== rule.versionColumn))} AS changed
            FROM (SELECT ${[...keys, ...names].map((name) => `t.${name}`).join(', ')},
                         ${columns.map(([name, value]) => `${value} AS new_${name}`).join(', ')}
                  FROM ${rule.table} t ${rule.joins('t')} WHERE (${scope}) AND ${range('t')} OFFSET 0) n
            WHERE ${differs(names)}) v
      WHERE ${keys.map((name) => `c.${name} = v.${name}`).join(' AND ')} AND ${range('c')}
      RETURNING v.changed, v.${keys[0]} AS of_id)
    SELECT count(*)::int AS written, (count(*) FILTER (WHERE changed))::int AS changed,
           coalesce(array_agg(DISTINCT of_id) FILTER (WHERE changed), '{}') AS orders FROM written`);
  return rows[0]!;
}
