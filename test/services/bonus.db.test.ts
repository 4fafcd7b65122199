import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Reply } from '../../src/services/index.js';
import { askFor, groupBy, sampleFactory } from './factory.js';

type Line = Record<string, number | string | null>;
interface Paid {
  readonly id: number;
  readonly order: number;
  readonly phase: number;
  readonly ended: string;
  readonly eur: number | null;
  readonly is_rework: boolean;
}

let test: Awaited<ReturnType<typeof sampleFactory>>;
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

/** Paid phases that come after as many of the same order as its route has of them. */
function paidAgain(all: readonly Paid[], stepsOf: (order: number, phase: number) => number): Set<number> {
  const groups = groupBy(
    all.filter(({ eur }) => (eur ?? 0) > 0),
    ({ order, phase }) => `${order} ${phase}`,
  );
  return new Set(
    [...groups.values()].flatMap((ones) =>
      ones
        .toSorted((a, b) => (a.ended === b.ended ? a.id - b.id : a.ended < b.ended ? -1 : 1))
        .slice(Math.max(1, stepsOf(ones[0]!.order, ones[0]!.phase)))
        .map(({ id }) => id),
    ),
  );
}

function countedOf(ones: readonly Paid[], again: ReadonlySet<number>) {
  const reworks = ones.filter(({ is_rework }) => is_rework);
  const twice = ones.filter(({ id }) => again.has(id));
  return {
    ...{ phases: ones.length, total: sum(ones), reworks: reworks.length, rework: sum(reworks) },
    ...{
      reworksPaid: reworks.filter(({ eur }) => (eur ?? 0) > 0).length,
      twice: twice.length,
      twiceEur: sum(twice),
    },
  };
}

function same(line: Line, counted: ReturnType<typeof countedOf>): void {
  expect(line).toMatchObject({
    phases_finished: counted.phases,
    reworks: counted.reworks,
    reworks_paid: counted.reworksPaid,
    paid_twice: counted.twice,
  });
  expect(line.bonus_total_eur).toBeCloseTo(counted.total, 6);
  expect(line.rework_bonus_eur).toBeCloseTo(counted.rework, 6);
  expect(line.paid_twice_eur).toBeCloseTo(counted.twiceEur, 6);
}

it('sums what phases were paid, and what rework was paid again, as adding up the raw rows does', async () => {
  // The invented factory pays no rework: what is done for the second time is paid here as the first was.
  await test.database.pool.query(`
    UPDATE fases_ordem_fabrico SET faseof_coeficiente_x = 2.5 WHERE faseof_retorno AND faseof_id % 3 > 0;
    UPDATE publication SET data_version = data_version + 1`);
  const all = await phasesPaid();
  const productOf = new Map(test.raw.orders.map((one) => [one.of_id, one.of_produto_id]));
  const again = paidAgain(
    all,
    (order, phase) =>
      test.raw.routes.filter(
        (one) => one.produtofase_produto_id === productOf.get(order) && one.produtofase_fase_id === phase,
      ).length,
  );
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
    same(byPhase[0]!, countedOf(asked, again));
    for (const line of byPhase.slice(1)) same(line, countedOf(groups.get(line.name as string)!, again));
    const byMonth = (await asking({ ...period, by: 'month' })).data as Line[];
    const months = groupBy(asked, ({ ended }) => ended.slice(0, 7));
    expect(byMonth.slice(1).map(({ name }) => name)).toEqual([...months.keys()].toSorted());
    for (const line of byMonth.slice(1)) same(line, countedOf(months.get(line.name as string)!, again));
  }
  const { reworksPaid, twice } = countedOf(all, again);
  expect(twice).toBeGreaterThan(0);
  expect(reworksPaid).toBeGreaterThan(0);
});
