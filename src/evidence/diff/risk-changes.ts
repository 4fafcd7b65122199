import type { ClientBase } from 'pg';
import { endangeredStatuses } from '../../contract/factory/index.js';
import type { FieldChange } from './field-change.js';

/** Both are null where what one of the runs said of its orders is not kept. */
export interface RiskChanges {
  /** Open orders at risk or late that were neither before, or not there. */
  readonly newly_at_risk: readonly FieldChange[] | null;
  /** Open orders that were at risk or late and no longer are. */
  readonly no_longer_at_risk: readonly FieldChange[] | null;
}

/** Which orders two states tell otherwise in danger of missing their day, by what each run said of them when it was published. */
export async function riskChanges(
  client: Pick<ClientBase, 'query'>,
  from: number,
  to: number,
): Promise<RiskChanges> {
  const { rows: kept } = await client.query(
    'SELECT FROM ingestion_runs WHERE run_id = ANY ($1) AND seen_orders IS NOT NULL',
    [[from, to]],
  );
  if (kept.length < new Set([from, to]).size) return { newly_at_risk: null, no_longer_at_risk: null };
  const { rows } = await client.query<FieldChange & { at_risk: boolean }>(
    `SELECT n.of_id::text AS key, o.due_status AS was, n.due_status AS "is", n.at_risk
     FROM (SELECT *, coalesce(due_status = ANY ($3::text[]), false) AS at_risk FROM seen_order WHERE run_id = $2) n
     LEFT JOIN (SELECT *, coalesce(due_status = ANY ($3::text[]), false) AS at_risk FROM seen_order WHERE run_id = $1) o USING (of_id)
     WHERE n.at_risk <> coalesce(o.at_risk, false) ORDER BY n.of_id`,
    [from, to, endangeredStatuses],
  );
  const changes = (at_risk: boolean): FieldChange[] =>
    rows.filter((row) => row.at_risk === at_risk).map(({ key, was, is }) => ({ key, was, is }));
  return { newly_at_risk: changes(true), no_longer_at_risk: changes(false) };
}
