import type { ClientBase } from 'pg';

/**
 * Does some work on a handful of rows within a transaction that has nested loops switched off, as all that write whole sheets
 * have: the few are found by index, row by row. Where the work fails the transaction is over, and the setting with it.
 */
export async function byIndex<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('SET LOCAL enable_nestloop = on; SET LOCAL enable_mergejoin = on');
  const result = await work();
  await client.query('SET LOCAL enable_nestloop = off');
  return result;
}
