import { expect, it } from 'vitest';
import { firstServer } from '../support/database.js';
import { asking, sampleFactory } from './asking.js';
import { type Defect, type Factory, groupBy, type Order } from './raw.js';

type Point = Record<string, number | string | boolean | null>;
interface Told {
  readonly baseline_from: string;
  readonly baseline_to: string;
  readonly points: readonly Point[];
  readonly alarm: object | null;
}

/** Defects a boat of the baseline, by its names from the widest to its own, each drawn towards the one before by 20 boats. */
function rateOf(boat: Order, boats: readonly Order[], defects: readonly Defect[]): number {
  const levels: ((one: { gate: number; familia: string | null; produto_id: number | null }) => boolean)[] = [
    () => true,
    (one) => one.gate === boat.gate,
    (one) => one.gate === boat.gate && one.familia === boat.familia,
    (one) => one.gate === boat.gate && one.produto_id === boat.produto_id,
  ];
  return levels.reduce((rate, isOf, at) => {
    const [n, found] = [boats.filter(isOf).length, defects.filter(isOf).length];
    return at === 0 ? found / n : (found + 20 * rate) / (n + 20);
  }, 0);
}

const monthOf = (day: string): string => day.slice(0, 7);

function expectedOf(factory: Factory, told: Told, familia?: string): Map<string, number> {
  const passed = factory.orders.filter(
    (one) => one.inspectionDay !== null && (familia === undefined || one.familia === familia),
  );
  const isBase = (day: string): boolean => day >= told.baseline_from && day <= told.baseline_to;
  const base = passed.filter((one) => isBase(one.inspectionDay!));
  const found = factory.defects.filter(
    (one) => isBase(one.inspectionDay!) && (familia === undefined || one.familia === familia),
  );
  const rates = new Map<string, number>();
  const rate = (one: Order): number => {
    const key = `${one.gate} ${one.familia} ${one.produto_id}`;
    rates.set(key, rates.get(key) ?? rateOf(one, base, found));
    return rates.get(key)!;
  };
  const scale = found.length / base.reduce((sum, one) => sum + rate(one), 0);
  return new Map(
    [...groupBy(passed, (one) => monthOf(one.inspectionDay!))].map(([month, ones]) => [
      month,
      scale * ones.reduce((sum, one) => sum + rate(one), 0),
    ]),
  );
}

it('expects of every boat what its model had in the baseline, as a count boat by boat does', async () => {
  const { plant, factory } = await sampleFactory(firstServer, 1800);
  for (const familia of [undefined, 'K1']) {
    const reply = await asking(plant, 'quality.standardised', familia === undefined ? {} : { familia });
    const told = reply.data as Told;
    const expected = expectedOf(factory, told, familia);
    const judged: Point[] = [];
    for (const point of told.points) {
      const month = monthOf(point.month as string);
      const isOf = (one: { familia: string | null; inspectionDay: string | null }): boolean =>
        one.inspectionDay !== null &&
        monthOf(one.inspectionDay) === month &&
        (familia === undefined || one.familia === familia);
      expect(point.orders_past_first_inspection, month).toBe(factory.orders.filter(isOf).length);
      expect(point.defects, month).toBe(factory.defects.filter(isOf).length);
      expect(point.expected_defects, month).toBeCloseTo(expected.get(month)!, 6);
      if (point.cusum_high !== null) judged.push(point);
    }
    expect(judged.length).toBeGreaterThan(4);
    const base = told.points.filter((one) => one.is_baseline);
    const squares = base.map(
      (one) =>
        ((one.defects as number) - (one.expected_defects as number)) ** 2 / (one.expected_defects as number),
    );
    const scatter = Math.max(1, squares.reduce((sum, one) => sum + one, 0) / (base.length - 1));
    let high = 0;
    for (const one of judged) {
      const [had, wanted] = [one.defects as number, one.expected_defects as number];
      high = Math.max(0, high + (had - wanted) / Math.sqrt(scatter * wanted) - 0.5);
      expect(one.cusum_high).toBeCloseTo(high, 6);
    }
    expect(told.alarm === null).toBe(judged.at(-1)!.signal === null);
  }
});
