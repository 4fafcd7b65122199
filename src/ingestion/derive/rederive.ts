import type { ClientBase } from 'pg';
import { literal } from '../../contract/sql.js';
import { type DerivedRule, defectRule, phaseRule, ruleVersion } from '../rules/derived.js';

/**
 * Computes derived columns anew on rows that the merge did not write, where what they come from has changed. Rows
 * whose values stay the same are not touched. Both return how many rows changed.
 */

/** Phases: only durations of phases that end after either dump's moment can differ, unless the rule itself changed. */
export async function rederivePhases(client: ClientBase, asOf: string, baseAsOf: string): Promise<number> {
  const rule = phaseRule(asOf);
  if (asOf === baseAsOf)
    return update(
      client,
      rule,
      `t.faseof_rule_version IS DISTINCT FROM ${ruleVersion}`,
      'faseof_of_id, faseof_id',
    );
  const earlier = asOf < baseAsOf ? asOf : baseAsOf;
  const scope = `t.faseof_fim > ${literal(earlier)}::timestamp OR t.faseof_rule_version IS DISTINCT FROM ${ruleVersion}`;
  return update(client, rule, scope, 'faseof_of_id, faseof_id');
}

/** Defects: their time comes from phases and orders, any of which may have changed. */
export async function rederiveDefects(client: ClientBase): Promise<number> {
  return update(client, defectRule, 'true', 'ofch_of_id, ofch_fingerprint');
}

async function update(client: ClientBase, rule: DerivedRule, scope: string, key: string): Promise<number> {
  const columns = Object.entries(rule.columns('t'));
  const keys = key.split(', ');
  const result = await client.query(`
    UPDATE ${rule.table} c SET ${columns.map(([name]) => `${name} = v.${name}`).join(', ')}
    FROM (SELECT ${keys.map((name) => `t.${name}`).join(', ')}, ${columns.map(([name, value]) => `${value} AS ${name}`).join(', ')}
          FROM ${rule.table} t ${rule.joins('t')} WHERE ${scope}) v
    WHERE ${keys.map((name) => `c.${name} = v.${name}`).join(' AND ')}
      AND (${columns.map(([name]) => `c.${name} IS DISTINCT FROM v.${name}`).join(' OR ')})`);
  return result.rowCount ?? 0;
}
