import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askFor,
  dataOf,
  dayOf,
  daysBetween,
  type Raw,
  type RawOrder,
  sampleFactory,
  stateOf,
} from '../../../../test/services/factory.js';
import type { TestDatabase } from '../../../../test/support/database.js';
import { familyOf } from '../../../contract/factory/index.js';
import { readParams, services } from '../../index.js';
import { indexedSorts, orderSorts } from './orders.js';

let factory: TestDatabase & { raw: Raw };
let raw: Raw;
let facts: ReturnType<typeof factsOf>[];
/** Days until which half of such orders are finished. */
let medians: Map<number, number | null>;

beforeAll(async () => {
  factory = await sampleFactory(1400);
  raw = factory.raw;
  const { rows } = await factory.database.pool.query<{ of_id: number; median: number | null }>(
    'SELECT of_id, days_p50 AS median FROM forecast_order',
  );
  medians = new Map(rows.map(({ of_id, median }) => [of_id, median]));
  facts = raw.orders.map((order) => factsOf(order, medians.get(order.of_id) ?? null));
});
afterAll(async () => await factory?.drop());

interface Row {
  readonly of_id: number;
  readonly state: string;
  readonly due_status: string | null;
  readonly is_zombie: boolean;
  readonly created_day: string | null;
  readonly finished_at: string | null;
  readonly due_day: string | null;
  readonly phase_since: string | null;
  readonly produto_id: number | null;
  readonly age_days: number | null;
  readonly errors: number;
}

/** What the list must say of an order, from its own row and its phases. */
function factsOf(order: RawOrder, median: number | null) {
  const { of_data_criacao: created, of_data_acabamento: finished, of_data_transporte: due } = order;
  const phases = raw.phasesOf.get(order.of_id) ?? [];
  const defects = raw.defects.filter((one) => one.ofch_of_id === order.of_id);
  const state = stateOf(order, phases);
  const open = state !== 'DONE' && state !== 'SCRAPPED';
  const age = created === null ? null : daysBetween(created, raw.asOf);
  const lies =
    finished !== null && (finished > raw.asOf || (created !== null && dayOf(finished) < dayOf(created)));
  const model = order.of_produto_id === null ? undefined : raw.models.get(order.of_produto_id);
  return {
    of_id: order.of_id,
    produto_id: order.of_produto_id,
    produto_nome: model?.produto_nome ?? null,
    familia: familyOf(model?.produto_nome ?? null) ?? '?',
    fase_id: order.of_fase_id,
    fase_nome: raw.catalogue.get(order.of_fase_id ?? -1)?.fase_nome ?? null,
    state,
    due_status: dueStatusOf({ due, finished, lies, open, state, median }),
    is_zombie: open && age !== null && age > 365,
    created_day: created === null ? null : dayOf(created),
    finished_at: finished,
    due_day: due === null ? null : dayOf(due),
    age_days: age,
    lead_time_days:
      state === 'SCRAPPED' || finished === null || created === null || lies
        ? null
        : daysBetween(created, finished),
    phases: phases.length,
    phases_done: phases.filter((one) => one.faseof_fim !== null).length,
    reworks_done: phases.filter((one) => one.faseof_retorno === true && one.faseof_fim !== null).length,
    errors: defects.length,
    severe_errors: defects.filter((one) => one.ofch_gravidade === 3).length,
  };
}

interface Deadline {
  readonly due: string | null;
  readonly finished: string | null;
  readonly lies: boolean;
  readonly open: boolean;
  readonly state: string;
  /** Days until which half of such orders are finished. */
  readonly median: number | null;
}

function dueStatusOf({ due, finished, lies, open, state, median }: Deadline): string | null {
  if (state === 'SCRAPPED') return null;
  if (due === null) return 'NO_DUE';
  const isPast = dayOf(due) < dayOf(raw.asOf);
  if (open && isPast) return 'LATE';
  if (open) return median !== null && median > daysBetween(raw.asOf, due) ? 'AT_RISK' : 'ON_TRACK';
  if (finished === null || lies) return isPast ? null : 'ON_TRACK';
  return dayOf(finished) > dayOf(due) ? 'LATE' : 'ON_TRACK';
}

async function allPages(params: Record<string, string>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const reply = await askFor(factory.database.pool, 'prodplan.orders', {
      ...params,
      ...(cursor === null ? {} : { cursor }),
    });
    rows.push(...(reply.data as Row[]));
    cursor = reply.next_cursor ?? null;
  } while (cursor !== null);
  return rows;
}

function ids(rows: readonly { readonly of_id: number }[]): number[] {
  return rows.map((row) => row.of_id).toSorted((a, b) => a - b);
}

describe('the list of orders', () => {
  it('says of every order what its row and its phases say', async () => {
    const rows = await allPages({ limit: '1000', sort: 'of_id' });
    expect(rows).toHaveLength(raw.orders.length);
    const byId = new Map(facts.map((one) => [one.of_id, one]));
    for (const row of rows) expect(row).toMatchObject(byId.get(row.of_id)!);
    // The sample has something of everything that is told apart here.
    for (const state of ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING', 'DONE', 'SCRAPPED'])
      expect(facts.some((one) => one.state === state)).toBe(true);
    expect(facts.some((one) => one.due_status === 'LATE' && one.state === 'DONE')).toBe(true);
    expect(facts.some((one) => one.due_status === 'AT_RISK')).toBe(true);
    expect(facts.some((one) => one.familia === '?')).toBe(true);
    expect(facts.some((one) => one.is_zombie)).toBe(true);
  });

  /** The value that each order sorts by, nulls at the end where the list has them. */
  const sortValues: Record<keyof typeof orderSorts, (row: Row) => string | number> = {
    of_id: (row) => row.of_id,
    created: (row) => row.created_day ?? '0',
    finished: (row) => row.finished_at ?? '0',
    due: (row) => row.due_day ?? '9',
    phase_since: (row) => row.phase_since ?? '0',
    produto_id: (row) => row.produto_id ?? 0,
    age: (row) => row.age_days ?? -1,
    errors: (row) => row.errors,
    delay: ({ of_id, due_day }) => {
      const median = medians.get(of_id) ?? null;
      return median === null || due_day === null ? -999_999 : median - daysBetween(raw.asOf, due_day);
    },
  };

  const directions = (Object.keys(orderSorts) as (keyof typeof orderSorts)[]).flatMap((sort) => [
    [sort, sort, 1] as const,
    [`-${sort}`, sort, -1] as const,
  ]);
  it.each(directions)(
    'sorted by %s, its pages are the whole list, nothing twice, ties included',
    async (sort, key, way) => {
      const rows = await allPages({ sort, limit: '37' });
      expect(ids(rows)).toEqual(ids(raw.orders));
      const value = sortValues[key];
      const sorted = rows.toSorted((a, b) => {
        const [x, y] = [value(a), value(b)];
        return way * (x < y ? -1 : x > y ? 1 : a.of_id - b.of_id);
      });
      expect(rows.map((row) => row.of_id)).toEqual(sorted.map((row) => row.of_id));
    },
  );

  it('refuses a cursor that was given out under other filters or another order', async () => {
    const { next_cursor } = await askFor(factory.database.pool, 'prodplan.orders', {
      limit: '5',
      state: 'DONE',
    });
    const again = (params: Record<string, string>) =>
      askFor(factory.database.pool, 'prodplan.orders', { limit: '5', cursor: next_cursor!, ...params });
    await expect(again({ state: 'DONE', limit: '7' })).resolves.toMatchObject({ status: 'SUPPORTED' });
    await expect(again({})).rejects.toMatchObject({ code: 'BAD_PARAMETER' });
    await expect(again({ state: 'DONE', familia: 'K1' })).rejects.toMatchObject({ code: 'BAD_PARAMETER' });
    await expect(again({ state: 'DONE', sort: 'due' })).rejects.toMatchObject({ code: 'BAD_PARAMETER' });
  });

  it('refuses a cursor that somebody made up, and what the database cannot take, as parameters', async () => {
    const { pool } = factory.database;
    for (const sort of ['of_id', 'created', '-finished', 'due'] as const) {
      const { next_cursor } = await askFor(pool, 'prodplan.orders', { limit: '5', sort });
      const [scope] = JSON.parse(Buffer.from(next_cursor!, 'base64url').toString());
      for (const key of [
        '',
        'abc',
        '0000-01-01',
        '2023-02-30',
        '2023-04-01 25:00:00',
        '1e9',
        '99999999999',
        '\0',
      ]) {
        const cursor = Buffer.from(JSON.stringify([scope, [key, 1]])).toString('base64url');
        await expect(askFor(pool, 'prodplan.orders', { limit: '5', sort, cursor })).rejects.toMatchObject({
          code: 'BAD_PARAMETER',
        });
      }
    }
    for (const params of [
      { due_from: '0000-01-01' },
      { text: 'a\0b' },
      { text: '\u0301' },
      { limit: '0x10' },
      { limit: '1e1' },
      { limit: ' 10' },
      { limit: '10.0' },
      { created_from: '2023-02-02', created_to: '2023-02-01' },
    ])
      await expect(askFor(pool, 'prodplan.orders', params)).rejects.toMatchObject({ code: 'BAD_PARAMETER' });
  });

  type Fact = (typeof facts)[number];
  const day = '2022-06-15';
  const filters: readonly [string, Record<string, string>, (one: Fact) => boolean][] = [
    [
      'state',
      { state: 'CREATED,AWAITING_SHIPPING' },
      ({ state }) => ['CREATED', 'AWAITING_SHIPPING'].includes(state),
    ],
    ['due_status', { due_status: 'LATE' }, (one) => one.due_status === 'LATE'],
    [
      'due_status, several',
      { due_status: 'NO_DUE,AT_RISK' },
      (one) => one.due_status === 'NO_DUE' || one.due_status === 'AT_RISK',
    ],
    ['zombies', { is_zombie: 'true' }, (one) => one.is_zombie],
    ['no zombies', { is_zombie: 'false' }, (one) => !one.is_zombie],
    ['family', { familia: 'K1' }, (one) => one.familia === 'K1'],
    ['phase', { fase_id: '12' }, (one) => one.fase_id === 12],
    [
      'created',
      { created_from: day, created_to: '2022-12-31' },
      (one) => within(one.created_day, day, '2022-12-31'),
    ],
    ['period', { from: day, to: '2022-12-31' }, (one) => within(one.created_day, day, '2022-12-31')],
    [
      'period and created',
      { from: '2022-01-01', created_from: day, to: '2022-12-31', created_to: '2023-04-01' },
      (one) => within(one.created_day, day, '2022-12-31'),
    ],
    [
      'finished',
      { finished_from: day, finished_to: '2022-09-01' },
      (one) => within(one.finished_at && dayOf(one.finished_at), day, '2022-09-01'),
    ],
    ['due', { due_from: day }, (one) => within(one.due_day, day, '9999-12-31')],
    ['due, to one day', { due_to: day }, (one) => within(one.due_day, '0000-01-01', day)],
  ];
  it.each(filters)('filters by %s', async (_, params, keeps) => {
    const expected = facts.filter(keeps);
    expect(ids(await allPages({ ...params, limit: '1000' }))).toEqual(ids(expected));
    const { support } = await askFor(factory.database.pool, 'prodplan.orders', { ...params, limit: '1' });
    expect(support.rows_used).toBe(expected.length);
  });

  it('takes several values as a repeated parameter, too', async () => {
    const states = ['CREATED', 'AWAITING_SHIPPING'];
    const service = services.find((one) => one.name === 'prodplan.orders')!;
    expect(readParams(service, { state: states })).toEqual(readParams(service, { state: states.join(',') }));
    expect(() => readParams(service, { state: ['CREATED', 'NADA'] })).toThrow(/state/);
    expect(() => readParams(service, { familia: ['K1', 'K2'] })).toThrow(/familia/);
  });

  it.each(filters)('are counted by state and due status, filtered by %s', async (_, params, keeps) => {
    const expected = facts.filter(keeps);
    const counts = await dataOf<Counts>(factory.database.pool, 'prodplan.order_counts', params);
    const count = (passes: (one: Fact) => boolean): number => expected.filter(passes).length;
    expect(counts.orders).toBe(expected.length);
    expect(counts.by_state).toEqual(
      ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING', 'DONE', 'SCRAPPED'].map((state) => ({
        state,
        orders: count((one) => one.state === state && !one.is_zombie),
        zombies: count((one) => one.state === state && one.is_zombie),
      })),
    );
    expect(counts.by_due_status).toEqual(
      ['NO_DUE', 'ON_TRACK', 'AT_RISK', 'LATE'].map((due_status) => ({
        due_status,
        orders: count((one) => one.due_status === due_status),
      })),
    );
  });

  it('calls zombies what is older than it is asked to', async () => {
    const rows = await dataOf<Row[]>(factory.database.pool, 'prodplan.orders', {
      is_zombie: 'true',
      zombie_days: '90',
      limit: '1000',
    });
    const open = facts.filter((one) => !['DONE', 'SCRAPPED'].includes(one.state));
    expect(ids(rows)).toEqual(ids(open.filter((one) => (one.age_days ?? 0) > 90)));
  });

  it('finds words anywhere in number, product, family and phase, whatever their accents and case', async () => {
    const search = (text: string) =>
      dataOf<Row[]>(factory.database.pool, 'prodplan.orders', { text, limit: '1000' });
    const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const matching = (...words: string[]) =>
      facts.filter((one) => {
        const text = plain(
          `${one.of_id} ${one.produto_id ?? ''} ${one.produto_nome ?? ''} ${one.familia} ${one.fase_nome ?? ''}`,
        );
        return words.every((word) => text.includes(plain(word)));
      });
    const name = facts.find((one) => one.produto_nome !== null && /[^\p{ASCII}]/u.test(one.produto_nome));
    const word = name!.produto_nome!.split(' ').find((part) => /[^\p{ASCII}]/u.test(part))!;
    expect(matching(word).length).toBeGreaterThan(0);
    expect(ids(await search(word.toUpperCase()))).toEqual(ids(matching(word)));
    expect(ids(await search(plain(word)))).toEqual(ids(matching(word)));
    expect(ids(await search(`ENTREGUE  ${plain(word)}`))).toEqual(ids(matching('entregue', word)));
    expect(ids(await search(String(facts[7]!.of_id)))).toEqual(ids(matching(String(facts[7]!.of_id))));
    expect(await search('100%')).toEqual([]);
    expect(await search('_')).toEqual([]);
    expect(await search("'; DROP TABLE x; --")).toEqual([]);
  });

  it('of one order is that order', async () => {
    const some = facts.find((one) => one.errors > 0 && one.state === 'DONE')!;
    const one = await dataOf<Row>(factory.database.pool, 'prodplan.order', { of_id: String(some.of_id) });
    expect(one).toMatchObject(some);
    await expect(
      askFor(factory.database.pool, 'prodplan.order', { of_id: '99999999' }),
    ).rejects.toMatchObject({
      kind: 'missing',
      code: 'NOT_FOUND',
    });
  });

  it('has an index for each of its orders that a page of it may begin with', async () => {
    const { rows } = await factory.database.pool.query<{ indexdef: string }>(
      "SELECT indexdef FROM pg_indexes WHERE tablename = 'agg_order'",
    );
    const normal = (sql: string) => sql.toLowerCase().replaceAll(/\s|::\w+( without time zone)?/g, '');
    for (const { expression } of Object.values(indexedSorts)) {
      const wanted = normal(expression === 'of_id' ? '(of_id)' : `(${expression}, of_id)`);
      expect(rows.map((row) => normal(row.indexdef)).filter((text) => text.endsWith(wanted))).not.toEqual([]);
    }
    expect(services.some((one) => one.name === 'prodplan.orders')).toBe(true);
  });
});

interface Counts {
  readonly orders: number;
  readonly by_state: readonly object[];
  readonly by_due_status: readonly object[];
}

function within(day: string | null, first: string, last: string): boolean {
  return day !== null && day >= first && day <= last;
}
