import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataOf, dayOf, type Raw, sampleFactory, stateOf } from '../../../../test/services/factory.js';
import type { TestDatabase } from '../../../../test/support/database.js';
import { shareOut } from './share-out.js';

let factory: TestDatabase & { readonly raw: Raw };
beforeAll(async () => {
  factory = await sampleFactory(500);
});
afterAll(async () => await factory?.drop());

const parts = ['before', 'work', 'process', 'waiting', 'rework', 'after'] as const;
const minutes = (text: string): number => Math.round(Date.parse(`${text.replace(' ', 'T')}Z`) / 1000);

/** The seconds of one boat, phase by phase from the raw rows: each moment at which something changes, and what is open behind it. */
function countedOf(order: Raw['orders'][number]): Record<string, number> | null {
  const { raw } = factory;
  const [created, finished] = [minutes(order.of_data_criacao!), minutes(order.of_data_acabamento!)];
  const usable = (raw.phasesOf.get(order.of_id) ?? [])
    .filter(({ faseof_inicio, faseof_fim }) => faseof_inicio !== null && faseof_fim !== null)
    .map((one) => ({ ...one, from: minutes(one.faseof_inicio!), to: minutes(one.faseof_fim!) }))
    .filter(({ from, to }) => to >= from);
  if (usable.length === 0) return null;
  const cut = (moment: number) => Math.max(created, Math.min(finished, moment));
  const first = cut(Math.min(...usable.map(({ from }) => from)));
  const last = cut(Math.max(...usable.map(({ to }) => to)));
  const found: Record<string, number> = Object.fromEntries(parts.map((part) => [part, 0]));
  const edges = [created, finished, first, last, ...usable.flatMap(({ from, to }) => [cut(from), cut(to)])];
  const sorted = edges.toSorted((a, b) => a - b);
  for (let at = 1; at < sorted.length; at++) {
    const [from, to] = [sorted[at - 1]!, sorted[at]!];
    const middle = (from + to) / 2;
    const open = usable.filter((one) => one.from < middle && one.to > middle);
    const isAutomatic = (one: (typeof usable)[number]) =>
      raw.catalogue.get(one.faseof_fase_id)?.fase_automatica === true;
    let part = 'waiting';
    if (middle < first) part = 'before';
    else if (middle > last) part = 'after';
    else if (open.some(({ faseof_retorno }) => faseof_retorno === true)) part = 'rework';
    else if (open.some((one) => !isAutomatic(one))) part = 'work';
    else if (open.length > 0) part = 'process';
    found[part]! += to - from;
  }
  return found;
}

it('shares out the time of each finished boat as counting its moments does, and nothing is lost', async () => {
  const { raw } = factory;
  const done = raw.orders.filter(
    (order) =>
      stateOf(order, raw.phasesOf.get(order.of_id)) === 'DONE' &&
      order.of_data_acabamento !== null &&
      order.of_data_criacao !== null &&
      order.of_data_acabamento <= raw.asOf &&
      dayOf(order.of_data_acabamento) >= dayOf(order.of_data_criacao),
  );
  const from = '2022-10-01';
  const asked = done.filter(({ of_data_acabamento }) => dayOf(of_data_acabamento!) >= from);
  const counted = asked.flatMap((order) => {
    const parts_ = countedOf(order);
    return parts_ === null ? [] : [{ order, parts: parts_ }];
  });
  expect(counted.length).toBeGreaterThan(50);
  for (const by of ['familia', 'month', 'due_status']) {
    const rows = await dataOf<Record<string, number | string>[]>(
      factory.database.pool,
      'prodplan.lead_time',
      {
        from,
        by,
      },
    );
    const [all, ...groups] = rows;
    expect(all).toMatchObject({ name: 'all', orders: counted.length });
    expect(groups.reduce((sum, one) => sum + Number(one.orders), 0)).toBe(counted.length);
    for (const part of parts) {
      const mean = counted.reduce((sum, one) => sum + one.parts[part]!, 0) / counted.length / 86_400;
      expect(all![`${part}_days`], part).toBeCloseTo(mean, 6);
    }
    // To the minute: the parts of all boats are their lead times.
    const whole = counted.reduce(
      (sum, { order }) => sum + minutes(order.of_data_acabamento!) - minutes(order.of_data_criacao!),
      0,
    );
    expect(Math.abs(Number(all!.lead_days) * counted.length * 86_400 - whole)).toBeLessThan(60);
  }
  const due = await dataOf<{ name: string; orders: number }[]>(factory.database.pool, 'prodplan.lead_time', {
    from,
    by: 'due_status',
  });
  const late = counted.filter(
    ({ order }) =>
      order.of_data_transporte !== null && dayOf(order.of_data_acabamento!) > dayOf(order.of_data_transporte),
  );
  expect(due.find(({ name }) => name === 'LATE')?.orders ?? 0).toBe(late.length);
});

it('gives every instant to one part, the first of those that hold', () => {
  const phase = (started: number | null, ended: number | null, kind = '') => ({
    started,
    ended,
    isAutomatic: kind === 'automatic',
    isRework: kind === 'rework',
  });
  const phases = [
    phase(10, 20),
    phase(15, 30, 'automatic'),
    phase(18, 22, 'rework'),
    phase(40, 50),
    phase(60, null),
    phase(35, 33),
  ];
  expect(shareOut(phases, 0, 100)).toEqual({
    before: 10,
    work: 18,
    process: 8,
    waiting: 10,
    rework: 4,
    after: 50,
  });
  // What lies outside of creation and finish is cut off.
  expect(shareOut(phases, 12, 45)).toEqual({
    before: 0,
    work: 11,
    process: 8,
    waiting: 10,
    rework: 4,
    after: 0,
  });
  expect(shareOut([phase(null, 5), phase(3, null)], 0, 9)).toBeNull();
});
