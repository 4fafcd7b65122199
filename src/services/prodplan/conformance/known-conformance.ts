import { setImmediate as others } from 'node:timers/promises';
import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';
import { ordersAtATime, readPhaseMoments } from '../known-phase-moments.js';
import { readFlowOrders } from '../milestones/flow-orders.js';
import { countNumbers, readNumbers } from '../numbers.js';
import { asTheyBegan } from '../waits/sweep.js';
import { align, fitnessOf } from './align.js';

export const routesQuery = sqlFile(import.meta.url, 'routes.sql', { prepared: true });
export const undatedQuery = sqlFile(import.meta.url, 'undated-phases.sql', { prepared: true });
const namesQuery = sqlFile(import.meta.url, 'product-names.sql', { prepared: true });

export const conformanceQueries = [routesQuery, undatedQuery, namesQuery];

export const deviationKinds = ['SKIPPED', 'UNDATED', 'REPEATED', 'SWAPPED', 'ADDED'] as const;
export type DeviationKind = (typeof deviationKinds)[number];

/** A finished order held against the route of its product. */
export interface Conformance {
  readonly of_id: number;
  readonly produto_id: number;
  readonly familia: string;
  readonly finished: number;
  readonly lead_time_days: number;
  /** Family and month of finishing. */
  readonly stratum: string;
  /** Steps by the place of the kind; null: its product has no route, or none of its phases has a date. */
  readonly steps: readonly number[] | null;
  readonly fitness: number;
}

export async function readConformance(context: Context): Promise<readonly Conformance[]> {
  return await context.remember('prodplan.conformance', async () => {
    const orders = await readFlowOrders(context);
    const phases = await readPhaseMoments(context);
    const routes = await readRoutes(context);
    const undated = await readUndated(context);
    const found: Conformance[] = [];
    for (const [at, order] of orders.entries()) {
      if (at % ordersAtATime === ordersAtATime - 1) await others();
      const { of_id, produto_id, familia, finished, lead_time_days, stratum } = order;
      if (lead_time_days === null || stratum === null) continue;
      const own = phases.get(of_id);
      const done = own === undefined ? [] : asTheyBegan(own).map((place) => own.fase[place]!);
      const judged = heldAgainst(routes.get(produto_id), done, undated.get(of_id) ?? []);
      found.push({ of_id, produto_id, familia, finished: finished!, lead_time_days, stratum, ...judged });
    }
    return found;
  });
}

/** A route step that is not done, but stands on record without a date, is told apart: nobody knows whether it was. */
export function heldAgainst(
  route: readonly number[] | undefined,
  done: readonly number[],
  undated: readonly number[],
): Pick<Conformance, 'steps' | 'fitness'> {
  if (route === undefined || done.length === 0) return { steps: null, fitness: 0 };
  const { aligned, missing, repeated, swapped, added } = align(route, done);
  const left = [...undated];
  const unknown = missing.filter((fase_id) => {
    const place = left.indexOf(fase_id);
    if (place !== -1) left.splice(place, 1);
    return place !== -1;
  }).length;
  return {
    steps: [missing.length - unknown, unknown, repeated, swapped, added],
    fitness: fitnessOf(route.length, done.length, aligned),
  };
}

async function readRoutes({ client }: Context): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await routesQuery.rows<{ produto_id: number; fase_ids: string }>(client);
  return new Map(rows.map(({ produto_id, fase_ids }) => [produto_id, numbersOf(fase_ids)]));
}

/** By order. */
async function readUndated({ client }: Context): Promise<ReadonlyMap<number, readonly number[]>> {
  const [row] = await undatedQuery.rows<{ of_ids: string | null; fase_ids: string | null }>(client);
  const found = new Map<number, number[]>();
  if (row?.of_ids == null) return found;
  const fases = numbersOf(row.fase_ids!);
  for (const [at, of_id] of numbersOf(row.of_ids).entries()) {
    const own = found.get(of_id);
    if (own === undefined) found.set(of_id, [fases[at]!]);
    else own.push(fases[at]!);
  }
  return found;
}

function numbersOf(text: string): readonly number[] {
  const numbers = new Int32Array(countNumbers(text));
  readNumbers(text, numbers);
  return [...numbers];
}

export async function readProductNames({
  client,
  remember,
}: Context): Promise<ReadonlyMap<number, string | null>> {
  return await remember('prodplan.product_names', async () => {
    const rows = await namesQuery.rows<{ produto_id: number; produto_nome: string | null }>(client);
    return new Map(rows.map(({ produto_id, produto_nome }) => [produto_id, produto_nome]));
  });
}
