import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstServer } from '../support/database.js';
import { asking, filtersOf, isShut, sampleFactory, tries } from './asking.js';
import { type Factory, type Filters, groupBy, passes, percentile } from './raw.js';

interface Wait {
  readonly of_id: number;
  readonly from: number | null;
  readonly to: number;
  readonly days: number;
}

interface Row {
  readonly from_fase_id: number | null;
  readonly to_fase_id: number;
  readonly waits: number;
  readonly orders: number;
  readonly total_days: number;
  readonly median_days: number;
  readonly p90_days: number;
}

const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);
const dayMs = 86_400_000;

type Order = Factory['orders'][number];
type Phase = Factory['raw']['phases'][number];
interface Busy {
  readonly until: number;
  readonly fase_id: number;
}

/** One boat after the other, phase by phase, as a person with a calendar would. */
function waitsOf(factory: Factory, filters: Filters): Wait[] {
  const { phases, asOf } = factory.raw;
  const byOrder = groupBy(phases, (one) => one.of_id);
  return factory.orders.flatMap((order) =>
    waitsOfBoat(order, inOrder(byOrder.get(order.of_id) ?? [], asOf)).filter(({ start }) =>
      passes(filters, order, start.slice(0, 10)),
    ),
  );
}

function inOrder(phases: readonly Phase[], asOf: string): Phase[] {
  const lies = ({ inicio, fim }: Phase): boolean =>
    (inicio !== null && fim !== null && fim < inicio) ||
    [inicio, fim].some((one) => one !== null && one > asOf);
  const last = Number.MAX_SAFE_INTEGER;
  return phases
    .filter((one) => (one.inicio ?? one.fim) !== null && !lies(one))
    .toSorted(
      (a, b) =>
        at((a.inicio ?? a.fim)!) - at((b.inicio ?? b.fim)!) ||
        (a.sequencia ?? last) - (b.sequencia ?? last) ||
        a.faseof_id - b.faseof_id,
    );
}

function waitsOfBoat(
  { of_id, criacao, state }: Order,
  phases: readonly Phase[],
): (Wait & { start: string })[] {
  const isOpen = ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING'].includes(state);
  const found: (Wait & { start: string })[] = [];
  let busy: Busy | null = null;
  for (const { inicio, fim, fase_id } of phases) {
    const since: number | null = busy === null ? (criacao === null ? null : at(criacao)) : busy.until;
    if (inicio !== null && since !== null && since <= at(inicio))
      found.push({
        of_id,
        from: busy?.fase_id ?? null,
        to: fase_id,
        days: (at(inicio) - since) / dayMs,
        start: inicio,
      });
    const until = fim !== null ? at(fim) : isOpen ? Number.POSITIVE_INFINITY : at(inicio!);
    busy = later(busy, { until, fase_id });
  }
  return found;
}

function later(one: Busy | null, other: Busy): Busy {
  if (one === null || other.until > one.until) return other;
  return other.until === one.until && other.fase_id > one.fase_id ? other : one;
}

/** Fewer than five, or than five in a hundred of those of the phase begun. */
function isRare({ from, to }: Wait, all: readonly Wait[]): boolean {
  const ofPhase = all.filter((one) => one.to === to);
  const ofPair = ofPhase.filter((one) => one.from === from).length;
  return ofPair < 5 || 20 * ofPair < ofPhase.length;
}

it('sums the waits that a count boat by boat gives, whatever the filters', async () => {
  const { plant, factory } = await sampleFactory(firstServer);
  let compared = 0;
  const cases = fc.asyncProperty(
    filtersOf(factory, ['from', 'to', 'familia', 'produto_id', 'fase_id']),
    async (filters) => {
      const reply = await asking(plant, 'prodplan.waits', filters);
      fc.pre(!isShut(reply) && reply.data !== null);
      const { fase_id, ...house } = filters;
      const all = waitsOf(factory, { ...house, ...factory.windowOf(house) });
      const begun = all.filter((one) => fase_id === undefined || one.to === fase_id);
      const expected = begun.filter((one) => !isRare(one, begun));
      const rows = reply.data as Row[];
      expect(rows.map(({ total_days }) => total_days)).toEqual(
        rows.map(({ total_days }) => total_days).toSorted((a, b) => b - a),
      );
      const told = new Map(rows.map((one) => [`${one.from_fase_id} ${one.to_fase_id}`, one]));
      const byPair = groupBy(expected, (one) => `${one.from} ${one.to}`);
      expect([...told.keys()].sort()).toEqual([...byPair.keys()].sort());
      for (const [pair, list] of byPair) {
        const days = list.map((one) => one.days);
        const one = told.get(pair)!;
        expect([one.waits, one.orders]).toEqual([list.length, new Set(list.map(({ of_id }) => of_id)).size]);
        expect(one.total_days).toBeCloseTo(
          days.reduce((sum, each) => sum + each, 0),
          6,
        );
        expect(one.median_days).toBeCloseTo(percentile(days, 0.5)!, 6);
        expect(one.p90_days).toBeCloseTo(percentile(days, 0.9)!, 6);
      }
      expect(reply.support.rows_used).toBe(expected.length);
      const rare = reply.support.rows_excluded.find(({ reason }) => reason.includes('raramente se seguem'));
      expect(rare?.rows ?? 0).toBe(begun.length - expected.length);
      compared += expected.length;
    },
  );
  await fc.assert(cases, { ...tries, numRuns: 20, examples: [[{}]] });
  expect(compared).toBeGreaterThan(500);
});
