import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  dataOf,
  dayOf,
  daysBetween,
  groupBy,
  type Raw,
  type RawOrder,
  sampleFactory,
  stateOf,
} from '../../../../test/services/factory.js';
import type { TestDatabase } from '../../../../test/support/database.js';

let factory: TestDatabase & { readonly raw: Raw };
beforeAll(async () => {
  factory = await sampleFactory(500, 5);
});
afterAll(async () => await factory?.drop());

/** The steps that stay when both lists are thinned out to the same one, as long as can be: looked for from every pair of places. */
function longest(a: readonly number[], b: readonly number[]): number {
  const known = new Map<string, number>();
  const from = (i: number, j: number): number => {
    if (i === a.length || j === b.length) return 0;
    const key = `${i} ${j}`;
    const found =
      known.get(key) ?? (a[i] === b[j] ? 1 + from(i + 1, j + 1) : Math.max(from(i + 1, j), from(i, j + 1)));
    known.set(key, found);
    return found;
  };
  return from(0, 0);
}

function judged(order: RawOrder, raw: Raw, route: readonly number[]) {
  const own = raw.phasesOf.get(order.of_id) ?? [];
  const moment = (one: (typeof own)[number]): string => one.faseof_inicio ?? one.faseof_fim!;
  const done = own
    .filter((one) => one.faseof_inicio !== null || one.faseof_fim !== null)
    .toSorted(
      (a, b) =>
        Date.parse(`${moment(a)}Z`) - Date.parse(`${moment(b)}Z`) ||
        (a.faseof_sequencia ?? 1e9) - (b.faseof_sequencia ?? 1e9) ||
        a.faseof_id - b.faseof_id,
    )
    .map((one) => one.faseof_fase_id);
  if (done.length === 0) return null;
  const undated = own
    .filter((one) => one.faseof_inicio === null && one.faseof_fim === null)
    .map((one) => one.faseof_fase_id);
  const count = (list: readonly number[], fase: number): number => list.filter((one) => one === fase).length;
  const steps = { skipped: 0, undated: 0, repeated: 0, swapped: 0, added: 0 };
  let both = 0;
  for (const fase of new Set([...route, ...done])) {
    const [wanted, times] = [count(route, fase), count(done, fase)];
    both += Math.min(wanted, times);
    const unknown = Math.min(Math.max(0, wanted - times), count(undated, fase));
    steps.undated += unknown;
    steps.skipped += Math.max(0, wanted - times) - unknown;
    if (wanted === 0) steps.added += times;
    else steps.repeated += Math.max(0, times - wanted);
  }
  const aligned = longest(route, done);
  steps.swapped = both - aligned;
  return { steps, fitness: (2 * aligned) / (route.length + done.length) };
}

it('holds each finished boat against the route of its model as doing so by hand does', async () => {
  const { raw } = factory;
  const from = '2022-06-01';
  const routes = groupBy(raw.routes, ({ produtofase_produto_id }) => produtofase_produto_id);
  const found = raw.orders.flatMap((order) => {
    const { of_data_criacao: created, of_data_acabamento: finished } = order;
    if (stateOf(order, raw.phasesOf.get(order.of_id)) !== 'DONE' || created === null || finished === null)
      return [];
    if (finished > raw.asOf || daysBetween(created, finished) < 0 || dayOf(finished) < from) return [];
    const route = routes.get(order.of_produto_id ?? -1);
    if (route === undefined) return [];
    const steps = route
      .toSorted((a, b) => a.produtofase_sequencia - b.produtofase_sequencia)
      .map(({ produtofase_fase_id }) => produtofase_fase_id);
    const one = judged(order, raw, steps);
    return one === null ? [] : [{ ...one, order }];
  });
  expect(found.length).toBeGreaterThan(150);
  const data = await dataOf<{
    total: Record<string, number>;
    kinds: { kind: string; orders: number; steps: number }[];
    models: { produto_id: number; orders: number; fitness: number }[];
    boats: { of_id: number; fitness: number }[];
  }>(factory.database.pool, 'prodplan.conformance', { from });
  const conforming = found.filter(({ steps }) => Object.values(steps).every((one) => one === 0)).length;
  expect(data.total).toMatchObject({ orders: found.length, conforming_orders: conforming });
  expect(data.total.fitness).toBeCloseTo(found.reduce((sum, one) => sum + one.fitness, 0) / found.length, 9);
  for (const kind of ['skipped', 'undated', 'repeated', 'swapped', 'added'] as const) {
    const sum = found.reduce((all, { steps }) => all + steps[kind], 0);
    const orders = found.filter(({ steps }) => steps[kind] > 0).length;
    expect(
      data.kinds.find((one) => one.kind === kind.toUpperCase()),
      kind,
    ).toMatchObject({ orders, steps: sum });
    expect(data.total[`${kind}_steps`]).toBeCloseTo(sum / found.length, 9);
  }
  // The invented factory repeats phases and leaves some undone: a test of nothing but zeroes would show nothing.
  expect(data.kinds.filter(({ steps }) => steps > 0).length).toBeGreaterThan(2);
  const models = groupBy(found, ({ order }) => order.of_produto_id);
  expect(data.models).toHaveLength(models.size);
  for (const one of data.models) expect(one.orders).toBe(models.get(one.produto_id)!.length);
  const least = Math.min(...found.map(({ fitness }) => fitness));
  expect(data.boats[0]!.fitness).toBeCloseTo(least, 12);
});
