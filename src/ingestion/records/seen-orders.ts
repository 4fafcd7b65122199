import type { ClientBase } from 'pg';
import { markWithdrawn } from './lineage.js';

/**
 * Remembers what a run says of each open order, within its publishing transaction. `publication` must be of the run already: ages
 * and states count from its moment.
 */
export async function rememberOrders(client: ClientBase, runId: number): Promise<void> {
  await markWithdrawn(client, 'seen_order', runId);
  const { rowCount } = await client.query(
    `INSERT INTO seen_order (run_id, of_id, state, fase_id, due_day, due_status, expected_day, expected_day_p80)
     SELECT p.run_id, o.of_id, o.state, o.fase_id, o.due_day, o.due_status, p.as_of::date + o.days_p50, p.as_of::date + o.days_p80
     FROM order_facts o CROSS JOIN publication p WHERE o.is_open`,
  );
  await client.query('UPDATE ingestion_runs SET seen_orders = $2 WHERE run_id = $1', [runId, rowCount]);
}
