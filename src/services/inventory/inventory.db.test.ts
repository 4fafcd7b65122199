import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askFor,
  dataOf,
  groupBy,
  type OpenOrder,
  openOrders,
  percentile,
  type Raw,
  sampleFactory,
} from '../../../test/services/factory.js';
import type { TestDatabase } from '../../../test/support/database.js';
import { noFamily } from '../../aggregates/index.js';
import { familyOf } from '../../contract/factory/index.js';
import { gelcoatSorts } from './gelcoat/gelcoat.js';

let factory: TestDatabase & { raw: Raw };
let raw: Raw;
beforeAll(async () => {
  factory = await sampleFactory(1400, 2);
  raw = factory.raw;
});
afterAll(async () => await factory?.drop());

const pool = () => factory.database.pool;
type Line = Record<string, number | string | null>;

function familyOfOrder({ of_produto_id }: { readonly of_produto_id: number | null }): string {
  return familyOf(raw.models.get(of_produto_id ?? -1)?.produto_nome ?? null) ?? noFamily;
}

describe('work in progress', () => {
  it('is orders, each counted once in each dimension, zombies apart', async () => {
    const answer = await dataOf<{ total: Line; by_phase: Line[]; by_product: Line[]; by_family: Line[] }>(
      pool(),
      'smartinventory.wip',
    );
    const open = openOrders(raw);
    expect(answer.total).toMatchObject(countsOf(open));
    const dimensions = [
      [answer.by_phase, (one: OpenOrder) => one.of_fase_id, 'fase_id'],
      [answer.by_product, (one: OpenOrder) => one.of_produto_id, 'produto_id'],
      [answer.by_family, familyOfOrder, 'familia'],
    ] as const;
    for (const [lines, key, column] of dimensions) {
      const groups = groupBy<OpenOrder, number | string | null>(open, key);
      expect(lines).toHaveLength(groups.size);
      for (const line of lines) expect(line).toMatchObject(countsOf(groups.get(line[column] as never) ?? []));
    }
    expect(answer.total.zombies).toBeGreaterThan(0);
  });

  function countsOf(orders: readonly OpenOrder[]): Line {
    const plain = orders.filter((one) => !one.zombie);
    const inState = (state: string) => plain.filter((one) => one.state === state).length;
    const ages = plain.flatMap((one) => one.age ?? []);
    return {
      orders: plain.length,
      created: inState('CREATED'),
      in_progress: inState('IN_PROGRESS'),
      awaiting_shipping: inState('AWAITING_SHIPPING'),
      age_days_median: percentile(ages, 0.5),
      age_days_oldest: ages.length === 0 ? null : Math.max(...ages),
      zombies: orders.length - plain.length,
    };
  }
});

describe('mass in progress', () => {
  it('is weighed, else the model has it, else it is unknown: never a silent 0', async () => {
    const reply = await askFor(pool(), 'smartinventory.wip_mass');
    const { total, phases } = reply.data as { total: Line; phases: Line[] };
    const boats = openOrders(raw).filter((one) => !one.zombie && one.state !== 'CREATED');
    const weighed = boats.map((one) => ({ one, kg: weightOf(one.of_id) }));
    const modelled = weighed
      .filter(({ kg }) => kg === null)
      .map(({ one }) => modelWeight(one))
      .filter((kg) => kg !== null);
    const measured = weighed.flatMap(({ kg }) => kg ?? []);
    expect(total).toMatchObject({
      orders: boats.length,
      measured_orders: measured.length,
      model_orders: modelled.length,
      unknown_orders: boats.length - measured.length - modelled.length,
    });
    expect(total.measured_kg).toBeCloseTo(sum(measured), 6);
    expect(total.model_kg).toBeCloseTo(sum(modelled), 6);
    for (const column of ['orders', 'measured_orders', 'model_orders', 'unknown_orders'])
      expect(sum(phases.map((line) => line[column] as number))).toBe(total[column]);
    expect(measured.length * modelled.length).toBeGreaterThan(0);
    const { bounds } = reply.support;
    expect(bounds?.lowest).toBeCloseTo(sum(measured) / boats.length, 6);
    expect(bounds?.value).toBeCloseTo(sum(measured) / measured.length, 6);
  });

  it('keeps to the orders created in a period', async () => {
    const { total } = await dataOf<{ total: Line }>(pool(), 'smartinventory.wip_mass', {
      from: '2023-03-01',
      to: '2023-03-31',
    });
    const boats = openOrders(raw).filter(
      (one) => one.state !== 'CREATED' && one.of_data_criacao?.startsWith('2023-03') === true,
    );
    expect(boats.length).toBeGreaterThan(0);
    expect(total.orders).toBe(boats.length);
  });

  /** At the final control, else at the cutting, else at the demoulding, else the heaviest; 0 is not weighed. */
  function weightOf(order: number): number | null {
    const phases = raw.phasesOf.get(order) ?? [];
    for (const at of [8, 3, 6, null]) {
      const weights = phases
        .filter((one) => at === null || one.faseof_fase_id === at)
        .map((one) => Number(one.faseof_peso ?? 0));
      const heaviest = Math.max(0, ...weights);
      if (heaviest > 0) return heaviest;
    }
    return null;
  }

  function modelWeight(order: OpenOrder): number | null {
    const model = raw.models.get(order.of_produto_id ?? -1);
    const [demould, finished] = [model?.produto_peso_desmolde, model?.produto_peso_acabamento].map((kg) =>
      Number(kg ?? 0),
    );
    return (order.state === 'AWAITING_SHIPPING' ? finished || demould : demould || finished) || null;
  }
});

describe('gelcoat', () => {
  const sorts = Object.keys(gelcoatSorts).flatMap((sort) => [sort, `-${sort}`]);

  async function allPages(params: Record<string, string>): Promise<Line[]> {
    const rows: Line[] = [];
    let cursor: string | null = null;
    do {
      const reply = await askFor(pool(), 'smartinventory.gelcoat_theoretical_usage', {
        ...params,
        ...(cursor === null ? {} : { cursor }),
      });
      rows.push(...(reply.data as Line[]));
      cursor = reply.next_cursor ?? null;
    } while (cursor !== null);
    return rows;
  }

  const quantities = (order: { readonly of_produto_id: number | null }) => {
    const model = raw.models.get(order.of_produto_id ?? -1);
    return [model?.produto_qtd_gel_deck, model?.produto_qtd_gel_casco].map((kg) => Number(kg ?? 0) || null);
  };
  const monthOf = (created: string | null) => (created === null ? null : `${created.slice(0, 7)}-01`);

  function byHand(
    orders: readonly (typeof raw.orders)[number][],
    key: (one: (typeof raw.orders)[number]) => string,
  ): Map<string, Line> {
    return new Map(
      [...groupBy(orders, key)].map(([name, group]) => {
        const known = group.map(quantities);
        const total = (part: 0 | 1) => {
          const kgs = known.flatMap((one) => one[part] ?? []);
          return kgs.length === 0 ? null : sum(kgs);
        };
        const both = known.filter(([deck, hull]) => deck !== null && hull !== null).length;
        return [
          name,
          {
            orders: group.length,
            orders_known: both,
            orders_unknown: group.length - both,
            deck_kg: total(0),
            hull_kg: total(1),
          },
        ];
      }),
    );
  }

  function expectSame(
    rows: readonly Line[],
    expected: ReadonlyMap<string, Line>,
    key: (row: Line) => string,
  ): void {
    expect(rows.map(key).toSorted()).toEqual([...expected.keys()].toSorted());
    for (const row of rows) {
      const { deck_kg, hull_kg, ...counts } = expected.get(key(row))!;
      expect(row).toMatchObject(counts);
      for (const [is, should] of [
        [row.deck_kg, deck_kg],
        [row.hull_kg, hull_kg],
      ])
        if (should === null || should === undefined) expect(is).toBeNull();
        else expect(is).toBeCloseTo(should as number, 6);
    }
  }

  it('is orders times the quantities of their model, by month and product', async () => {
    const rows = await allPages({ limit: '1000' });
    const expected = byHand(raw.orders, (one) => `${monthOf(one.of_data_criacao)} ${one.of_produto_id}`);
    expectSame(rows, expected, (row) => `${row.month} ${row.produto_id}`);
    expect(rows.some((row) => row.deck_kg === null)).toBe(true);
  });

  it('is the same by month, and by product of the orders to be delivered', async () => {
    const months = byHand(raw.orders, (one) => String(monthOf(one.of_data_criacao)));
    expectSame(await allPages({ by: 'month', limit: '1000' }), months, (row) => String(row.month));
    const open = new Set(openOrders(raw).map((one) => one.of_id));
    const products = byHand(
      raw.orders.filter((one) => open.has(one.of_id)),
      (one) => String(one.of_produto_id),
    );
    const rows = await allPages({ by: 'product', open_only: 'true', limit: '1000' });
    expectSame(rows, products, (row) => String(row.produto_id));
  });

  it('takes whole months, and says how far the mean can be from the truth', async () => {
    const params = { from: '2022-03-10', to: '2022-05-02', familia: 'K1', by: 'month' };
    const orders = raw.orders.filter(
      (one) => within(one.of_data_criacao, '2022-03-01', '2022-06-01') && familyOfOrder(one) === 'K1',
    );
    expect(orders.length).toBeGreaterThan(0);
    const reply = await askFor(pool(), 'smartinventory.gelcoat_theoretical_usage', params);
    expectSame(
      reply.data as Line[],
      byHand(orders, (one) => String(monthOf(one.of_data_criacao))),
      (row) => String(row.month),
    );
    // The answer is of more days than were asked for, and says so.
    const said = 'reason' in reply ? reply.reason : '';
    expect(said).toContain('de 2022-03-01 até 2022-05-31');
    const all = await askFor(pool(), 'smartinventory.gelcoat_theoretical_usage');
    const known = raw.orders.map(quantities).filter(([deck, hull]) => deck !== null && hull !== null);
    const kg = sum(known.map(([deck, hull]) => deck! + hull!));
    const most = Math.max(
      ...[...raw.models.values()].map(
        (one) => Number(one.produto_qtd_gel_deck) + Number(one.produto_qtd_gel_casco),
      ),
    );
    expect(all.support.rows_used).toBe(known.length);
    expect(all.support.rows_excluded).toEqual([
      { reason: expect.any(String), rows: raw.orders.length - known.length },
    ]);
    expect(all.support.bounds?.value).toBeCloseTo(kg / known.length, 6);
    expect(all.support.bounds?.lowest).toBeCloseTo(kg / raw.orders.length, 6);
    expect(all.support.bounds?.highest).toBeCloseTo(
      (kg + (raw.orders.length - known.length) * most) / raw.orders.length,
      6,
    );
    expect(all.support.method).toContain('TEÓRICO');
  });

  it('marks the month that is not over at the moment of the dump', async () => {
    const isUnfinished = async (by: string) =>
      new Map((await allPages({ by, limit: '1000' })).map((row) => [row.month, row.unfinished]));
    const months = await isUnfinished('month');
    const [last] = [...months.keys()]
      .filter((one) => one !== null)
      .toSorted()
      .reverse();
    expect(last).toBe(monthOf(raw.asOf));
    for (const [month, unfinished] of months) expect(unfinished).toBe(month === null ? null : month === last);
    expect(await isUnfinished('product')).toEqual(new Map([[null, null]]));
    // A period that ends with it is cut nowhere.
    const params = { from: '2022-03-01', to: raw.asOf.slice(0, 10) };
    const reply = await askFor(pool(), 'smartinventory.gelcoat_theoretical_usage', params);
    expect('reason' in reply && reply.reason).not.toContain('alarga-se');
  });

  it.each(sorts)('sorted by %s, its pages are the whole list, nothing twice', async (sort) => {
    const whole = await allPages({ sort, limit: '1000' });
    const pages = await allPages({ sort, limit: '83' });
    expect(pages).toEqual(whole);
    expect(new Set(whole.map((row) => `${row.month} ${row.produto_id}`)).size).toBe(whole.length);
    const value = (row: Line) =>
      sort.endsWith('month')
        ? (row.month ?? '0')
        : sort.endsWith('orders')
          ? row.orders!
          : Number(row.deck_kg) + Number(row.hull_kg);
    const way = sort.startsWith('-') ? -1 : 1;
    for (const [place, row] of whole.slice(1).entries()) {
      const [before, after] = [value(whole[place]!), value(row)];
      expect(before === after || (before < after ? 1 : -1) === way).toBe(true);
    }
  });
});

function within(moment: string | null, from: string, before: string): boolean {
  return moment !== null && moment >= from && moment < before;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
