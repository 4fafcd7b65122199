import type { ClientBase } from 'pg';
import { literal } from '../contract/sql.js';

/** What a piece of the refresh works on. */
export interface Scope {
  readonly client: ClientBase;
  /** The dump's moment, as an SQL literal. */
  readonly asOf: string;
  /** Null: all orders. Otherwise the name of a table of (of_id) with those to be computed anew. */
  readonly orders: string | null;
}

export function momentLiteral(moment: string): string {
  return `${literal(moment)}::timestamp`;
}

/** SQL condition that keeps a scan to the orders of the scope. */
export function inScope({ orders }: Scope, column: string): string {
  return orders === null ? 'true' : `${column} IN (SELECT of_id FROM ${orders})`;
}

/** Empties a table, or takes the rows of the touched orders out of it. */
export async function clear(scope: Scope, table: string): Promise<void> {
  const { client, orders } = scope;
  // TRUNCATE would make readers wait for the whole transaction.
  await client.query(
    orders === null
      ? `DELETE FROM ${table}`
      : `DELETE FROM ${table} WHERE of_id IN (SELECT of_id FROM ${orders})`,
  );
}
