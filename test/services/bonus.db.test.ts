import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reply } from '../../src/services/index.js';
import type { TestDatabase } from '../support/database.js';
import { askFor, sampleFactory } from './factory.js';
import { groupBy } from './raw.js';

type Line = Record<string, number | string | null>;
interface Paid {
  readonly id: number;
  readonly order: number;
  readonly phase: number;
  readonly ended: string;
  readonly eur: number | null;
  readonly is_rework: boolean;
}

let test: TestDatabase;
let asOf: string;
beforeAll(async () => {
  const made = await sampleFactory(500, 7);
  test = made;
  asOf = made.raw.asOf;
});
afterAll(async () => await test?.drop());

const asking = async (asked: Readonly<Record<string, string>>): Promise<Reply> =>
  await askFor(test.database.pool, 'kpis.bonus', asked);

async function phasesPaid(): Promise<Paid[]> {
  const { rows } = await test.database.pool.query(
    `SELECT faseof_id AS id, faseof_of_id AS order, faseof_fase_id AS phase, faseof_fim AS ended, faseof_coeficiente_x AS eur, faseof_retorno AS is_rework
     FROM fases_ordem_fabrico WHERE faseof_fim IS NOT NULL`,
  );
  return rows
    .map((one) => ({
      ...one,
      eur: one.eur === null ? null : Number(one.eur),
      is_rework: one.is_rework === true,
    }))
    .filter(({ ended }) => ended <= asOf);
}

const sum = (ones: readonly Paid[]): number => ones.reduce((all, { eur }) => all + (eur ?? 0), 0);

function countedOf(ones: readonly Paid[], ofOrder: ReadonlyMap<number, readonly Paid[]>) {
  const reworks = ones.filter(({ is_rework }) => is_rework);
  const twice = reworks.filter(
    (one) =>
      (one.eur ?? 0) > 0 &&
      ofOrder
        .get(one.order)!
        .some(
          (other) =>
            other.id !== one.id &&
            other.phase === one.phase &&
            !other.is_rework &&
            (other.eur ?? 0) > 0 &&
            other.ended <= one.ended,
        ),
  );
  return {
    phases: ones.length,
    total: sum(ones),
    reworks: reworks.length,
    rework: sum(reworks),
    twice: twice.length,
    twiceEur: sum(twice),
  };
}

function same(line: Line, counted: ReturnType<typeof countedOf>): void {
  expect(line).toMatchObject({
    phases_finished: counted.phases,
    reworks: counted.reworks,
    paid_twice: counted.twice,
  });
  expect(line.bonus_total_eur).toBeCloseTo(counted.total, 6);
  expect(line.rework_bonus_eur).toBeCloseTo(counted.rework, 6);
  expect(line.paid_twice_eur).toBeCloseTo(counted.twiceEur, 6);
}

it('sums what phases were paid, and what rework was paid again, as adding up the raw rows does', async () => {
  const all = await phasesPaid();
  const ofOrder = groupBy(all, ({ order }) => order);
  const periods: readonly Readonly<Record<string, string>>[] = [
    {},
    { from: '2022-11-10', to: '2023-02-15' },
    { from: '2000-01-01' },
  ];
  for (const period of periods) {
    const { from = '2023-02-01', to = '2023-04-30' } = period;
    const asked = all.filter(
      ({ ended }) => ended.slice(0, 7) >= from.slice(0, 7) && ended.slice(0, 7) <= to.slice(0, 7),
    );
    const byPhase = (await asking(period)).data as Line[];
    const groups = groupBy(asked, ({ phase }) => String(phase));
    expect(new Set(byPhase.slice(1).map(({ name }) => name))).toEqual(new Set(groups.keys()));
    same(byPhase[0]!, countedOf(asked, ofOrder));
    for (const line of byPhase.slice(1)) same(line, countedOf(groups.get(line.name as string)!, ofOrder));
    const byMonth = (await asking({ ...period, by: 'month' })).data as Line[];
    const months = groupBy(asked, ({ ended }) => ended.slice(0, 7));
    expect(byMonth.slice(1).map(({ name }) => name)).toEqual([...months.keys()].toSorted());
    for (const line of byMonth.slice(1)) same(line, countedOf(months.get(line.name as string)!, ofOrder));
  }
  expect(countedOf(all, ofOrder).reworks).toBeGreaterThan(0);
});
