import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askFor,
  dataOf,
  dayOf,
  daysBetween,
  groupBy,
  openOrders,
  percentile,
  type Raw,
  type RawPhase,
  sampleFactory,
} from '../../../test/services/factory.js';
import type { TestDatabase } from '../../../test/support/database.js';
import { noFamily } from '../../aggregates/index.js';
import { familyOf } from '../../contract/factory/index.js';
import { leastHistory } from './route/route.js';

/** The planner's questions on an invented factory, each figure counted again over the rows of the dump. */
let factory: TestDatabase & { raw: Raw };
let raw: Raw;
beforeAll(async () => {
  factory = await sampleFactory(1400, 2);
  raw = factory.raw;
});
afterAll(async () => await factory?.drop());

const ask = <T>(name: string, params: Record<string, string> = {}) =>
  dataOf<T>(factory.database.pool, name, params);

type Line = Record<string, number | string | boolean | null>;

function familyOfProduct(id: number | null): string {
  return familyOf(raw.models.get(id ?? -1)?.produto_nome ?? null) ?? noFamily;
}

it('the catalogue of phases is in the order of the factory, each with its place in the routes', async () => {
  const list =
    await ask<{ fase_id: number; sequencia: number | null; routes: number; route_place: number | null }[]>(
      'prodplan.phases',
    );
  expect(new Set(list.map(({ fase_id }) => fase_id))).toEqual(new Set(raw.catalogue.keys()));
  const places = list.map(({ sequencia }) => sequencia ?? Number.POSITIVE_INFINITY);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const { rows } = await factory.database.pool.query<{ produto: number; fase: number; sequencia: number }>(
    'SELECT produtofase_produto_id AS produto, produtofase_fase_id AS fase, produtofase_sequencia AS sequencia FROM fases_standard_modelos',
  );
  const routes = groupBy(rows, ({ produto }) => produto);
  for (const { fase_id, routes: count, route_place } of list) {
    const found = [...routes.values()].flatMap((steps) =>
      steps
        .filter(({ fase }) => fase === fase_id)
        .map(({ sequencia }) => 1 + steps.filter((other) => other.sequencia < sequencia).length),
    );
    const models = rows.filter(({ fase }) => fase === fase_id).map(({ produto }) => produto);
    expect(count).toBe(new Set(models).size);
    const sorted = found.toSorted((a, b) => a - b);
    expect(route_place).toBe(sorted[Math.ceil(sorted.length / 2) - 1] ?? null);
  }
});

describe('the schedule', () => {
  it('counts every order to be delivered once, where it stands, zombies apart', async () => {
    const { total, phases } = await ask<{ total: Line; phases: Line[] }>('prodplan.schedule');
    const open = openOrders(raw);
    expect(open.some((one) => one.zombie)).toBe(true);
    const groups = groupBy(open, (one) => one.of_fase_id);
    expect(phases).toHaveLength(groups.size);
    const linesOf = (orders: typeof open): Line => {
      const plain = orders.filter((one) => !one.zombie);
      const inHand = plain.filter((one) => isInHand(one.of_id, one.of_fase_id));
      const ages = plain.flatMap((one) => one.age ?? []);
      return {
        orders: plain.length,
        in_hand: inHand.length,
        queued: plain.length - inHand.length,
        age_days_median: percentile(ages, 0.5),
        age_days_p90: percentile(ages, 0.9),
        age_days_oldest: ages.length === 0 ? null : Math.max(...ages),
        late: plain.filter(
          (one) => one.of_data_transporte !== null && dayOf(one.of_data_transporte) < dayOf(raw.asOf),
        ).length,
        zombies: orders.length - plain.length,
      };
    };
    for (const line of phases) expect(line).toMatchObject(linesOf(groups.get(line.fase_id as number) ?? []));
    expect(total).toMatchObject(linesOf(open));
    // Left-over phases of closed orders, of which there are many, are not work in progress.
    const leftOpen = raw.phases.filter((one) => one.faseof_inicio !== null && one.faseof_fim === null);
    expect(leftOpen.length).toBeGreaterThan(total.in_hand as number);
  });

  function isInHand(order: number, phase: number | null): boolean {
    return (raw.phasesOf.get(order) ?? []).some(
      (one) => one.faseof_fase_id === phase && one.faseof_inicio !== null && one.faseof_fim === null,
    );
  }

  it('takes other orders for zombies where it is told to, and only a family where it is asked', async () => {
    const { total } = await ask<{ total: Line }>('prodplan.schedule', { zombie_days: '30', familia: 'K1' });
    const open = openOrders(raw, 30).filter((one) => familyOfProduct(one.of_produto_id) === 'K1');
    expect(total.zombies).toBe(open.filter((one) => one.zombie).length);
    expect(total.orders).toBe(open.filter((one) => !one.zombie).length);
  });

  it('keeps to the orders created in a period', async () => {
    const { total } = await ask<{ total: Line }>('prodplan.schedule', {
      from: '2023-02-10',
      to: '2023-03-09',
    });
    const created = openOrders(raw).filter(({ of_data_criacao: at }) => {
      const day = at === null ? '' : dayOf(at);
      return day >= '2023-02-10' && day <= '2023-03-09';
    });
    expect(created.length).toBeGreaterThan(0);
    expect(total).toMatchObject({ orders: created.length, zombies: 0 });
  });
});

describe('the phases of an order', () => {
  interface Step {
    readonly fase_id: number;
    readonly faseof_id: number | null;
    readonly route_sequencia: number | null;
    readonly status: string;
    readonly is_rework: boolean;
    readonly started_at: string | null;
    readonly ended_at: string | null;
    readonly duration_hours: number | null;
    readonly date_flag: string | null;
    readonly waiting_hours: number | null;
    readonly errors_found: number;
    readonly errors_caused: number;
  }

  const hours = (from: string, to: string) => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 3_600_000;
  const flagOf = ({ faseof_inicio: start, faseof_fim: end }: RawPhase) =>
    start !== null && end !== null && end < start
      ? 'END_BEFORE_START'
      : [start, end].some((at) => at !== null && at > raw.asOf)
        ? 'IN_FUTURE'
        : null;

  it('are those of the dump, with what they waited for, and the errors that each found and caused', async () => {
    const open = new Set(openOrders(raw).map((one) => one.of_id));
    const lying = raw.phases.filter((one) => flagOf(one) !== null).map((one) => one.faseof_of_id);
    const some = raw.orders
      .filter((one, place) => place % 29 === 0 || lying.includes(one.of_id))
      .slice(0, 90);
    for (const order of some) {
      const phases = raw.phasesOf.get(order.of_id) ?? [];
      const { steps } = await ask<{ steps: Step[] }>('prodplan.order_phases', { of_id: String(order.of_id) });
      const actual = steps.filter((one) => one.faseof_id !== null);
      expect(actual.map((one) => one.faseof_id).toSorted()).toEqual(
        phases.map((one) => one.faseof_id).toSorted(),
      );
      for (const step of actual) {
        const phase = phases.find((one) => one.faseof_id === step.faseof_id)!;
        expect(step).toMatchObject({
          fase_id: phase.faseof_fase_id,
          started_at: phase.faseof_inicio,
          ended_at: phase.faseof_fim,
          is_rework: phase.faseof_retorno === true,
          date_flag: flagOf(phase),
          status: statusOf(phase, open.has(order.of_id)),
          errors_found: raw.defects.filter((one) => one.ofch_faseof_avaliacao === phase.faseof_id).length,
          errors_caused: raw.defects.filter((one) => one.ofch_faseof_culpada === phase.faseof_id).length,
        });
        const waited = waitOf(phase, phases, order.of_data_criacao, open.has(order.of_id));
        if (waited === null) expect(step.waiting_hours).toBeNull();
        else expect(step.waiting_hours).toBeCloseTo(waited, 6);
      }
      expectRouteBeside(steps, order.of_produto_id);
      const times = actual.flatMap((one) => one.started_at ?? []);
      expect(times).toEqual(times.toSorted());
    }
  });

  function statusOf(phase: RawPhase, open: boolean): string {
    if (phase.faseof_fim !== null) return 'DONE';
    if (phase.faseof_inicio !== null) return open ? 'IN_PROGRESS' : 'LEFT_OPEN';
    return open ? 'NOT_STARTED' : 'LEFT_OVER';
  }

  /** Another way than the query's: the gaps that the phases' times leave, each given to the first phase that ends it. */
  function waitOf(
    phase: RawPhase,
    all: readonly RawPhase[],
    created: string | null,
    open: boolean,
  ): number | null {
    const start = phase.faseof_inicio;
    if (start === null || flagOf(phase) !== null) return null;
    const spans = all
      .filter((one) => flagOf(one) === null)
      .flatMap((one) => {
        const from = one.faseof_inicio ?? one.faseof_fim;
        if (from === null) return [];
        return { one, from, to: one.faseof_fim ?? (open ? '9999' : from) };
      });
    const together = spans.filter(({ from }) => from === start).map(({ one }) => one);
    if (together.toSorted(bySequence)[0] !== phase) return 0;
    const earlier = spans.filter(({ from }) => from < start);
    if (earlier.some(({ to }) => to > start)) return 0;
    const since =
      earlier.length === 0
        ? created
        : earlier
            .map(({ to }) => to)
            .toSorted()
            .at(-1)!;
    return since === null || since > start ? null : hours(since, start);
  }

  function bySequence(a: RawPhase, b: RawPhase): number {
    const last = Number.MAX_SAFE_INTEGER;
    return (a.faseof_sequencia ?? last) - (b.faseof_sequencia ?? last) || a.faseof_id - b.faseof_id;
  }

  /** Every step of the route stands exactly once, beside the phase that it names or alone. */
  function expectRouteBeside(steps: readonly Step[], product: number | null): void {
    const route = raw.routes.filter((one) => one.produtofase_produto_id === product);
    const placed = steps.filter((one) => one.route_sequencia !== null);
    expect(placed.map((one) => one.route_sequencia).toSorted()).toEqual(
      route.map((one) => one.produtofase_sequencia).toSorted(),
    );
    for (const { route_sequencia, fase_id, is_rework } of placed) {
      expect(route.find((one) => one.produtofase_sequencia === route_sequencia)?.produtofase_fase_id).toBe(
        fase_id,
      );
      expect(is_rework).toBe(false);
    }
    // As many as both have: none of the route stands alone while the order has a phase of that name to stand beside.
    for (const phase of new Set(route.map((one) => one.produtofase_fase_id))) {
      const both = placed.filter((one) => one.fase_id === phase && one.faseof_id !== null).length;
      const actual = steps.filter(
        (one) => one.fase_id === phase && one.faseof_id !== null && !one.is_rework,
      ).length;
      expect(both).toBe(Math.min(actual, route.filter((one) => one.produtofase_fase_id === phase).length));
    }
  }

  it('of an order that no sheet lists are not there', async () => {
    const orphan = raw.phases.find((one) => !raw.orders.some((order) => order.of_id === one.faseof_of_id))!;
    await expect(ask('prodplan.order_phases', { of_id: String(orphan.faseof_of_id) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a route', () => {
  it('is that of the dump, with what its phases really took in the family', async () => {
    const repeated = raw.routes.find(
      (one) =>
        raw.routes.filter(
          (other) =>
            other.produtofase_produto_id === one.produtofase_produto_id &&
            other.produtofase_fase_id === one.produtofase_fase_id,
        ).length > 1,
    )!;
    const usual = groupBy(raw.orders, (one) => one.of_produto_id);
    const most = [...usual.entries()].toSorted((a, b) => b[1].length - a[1].length)[0]![0]!;
    for (const product of [repeated.produtofase_produto_id, most]) {
      const route = raw.routes
        .filter((one) => one.produtofase_produto_id === product)
        .toSorted((a, b) => a.produtofase_sequencia - b.produtofase_sequencia);
      const { steps } = await ask<{ steps: Line[] }>('prodplan.route', { produto_id: String(product) });
      expect(steps.map((one) => [one.sequencia, one.fase_id])).toEqual(
        route.map((one) => [one.produtofase_sequencia, one.produtofase_fase_id]),
      );
      for (const step of steps) {
        const own = secondsOf(step.fase_id as number, familyOfProduct(product));
        const all = secondsOf(step.fase_id as number, null);
        const used = own.length >= leastHistory ? own : all;
        const median = used.length >= leastHistory ? percentile(used, 0.5)! / 3600 : null;
        if (median === null) expect(step.median_hours).toBeNull();
        else expect(step.median_hours).toBeCloseTo(median, 9);
      }
    }
    expect(repeated).toBeDefined();
  });

  function secondsOf(phase: number, family: string | null): number[] {
    const products = new Map(raw.orders.map((one) => [one.of_id, one.of_produto_id]));
    return raw.phases.flatMap(({ faseof_fase_id, faseof_inicio: start, faseof_fim: end, faseof_of_id }) => {
      if (faseof_fase_id !== phase || start === null || end === null || end <= start || end > raw.asOf)
        return [];
      if (family !== null && familyOfProduct(products.get(faseof_of_id) ?? null) !== family) return [];
      if (family !== null && end < '2022-05-01') return [];
      return (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 1000;
    });
  }

  it('of a product that nobody names does not exist; one without a route says so', async () => {
    await expect(ask('prodplan.route', { produto_id: '99999999' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const routed = new Set(raw.routes.map((one) => one.produtofase_produto_id));
    const unrouted = raw.orders.find((one) => one.of_produto_id !== null && !routed.has(one.of_produto_id))!;
    const reply = await askFor(factory.database.pool, 'prodplan.route', {
      produto_id: String(unrouted.of_produto_id),
    });
    expect(reply).toMatchObject({
      status: 'DEGRADED',
      data: { steps: [] },
      reason: expect.stringContaining('rota'),
    });
    expect(daysBetween('2023-04-30T23:00', '2023-05-01T01:00')).toBe(1);
  });
});
