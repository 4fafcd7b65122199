/**
 * The remaining time computed a second way, from its definition in docs/metrics.md: day by day and order by order, with survival as a
 * product and without any table of ages. Slow, and meant to be.
 */

export interface ReferenceOrder {
  readonly family: string;
  readonly product: number | null;
  readonly created: number;
  readonly finished: number | null;
  readonly gone: boolean;
}

interface Seen {
  readonly atRisk: number;
  readonly finishes: number;
}

/** Orders that could have finished on a day, as they stood on its morning. */
function alive(orders: readonly ReferenceOrder[], day: number): ReferenceOrder[] {
  return orders.filter(
    ({ created, finished, gone }) => !gone && created <= day && (finished === null || finished >= day),
  );
}

export class ReferenceTimes {
  readonly #orders: readonly ReferenceOrder[];
  readonly #day: number;
  /** `window family age` -> what was seen, `*` being all families. */
  readonly #seen = new Map<string, Seen>();
  readonly #known = new Map<string, number>();
  readonly #products = new Map<string, { observed: number; expected: number }>();

  constructor(orders: readonly ReferenceOrder[], day: number) {
    this.#orders = orders.filter((one) => one.created < day);
    this.#day = day;
    for (const window of [365, 120])
      for (let past = day - window; past < day; past++) this.#look(window, past);
    for (let step = 1; step <= 26; step++) this.#compare(day - 14 * step);
  }

  #look(window: number, day: number): void {
    for (const { family, created, finished } of alive(this.#orders, day)) {
      for (const of of [family, '*']) {
        const key = `${window} ${of} ${day - created}`;
        const { atRisk, finishes } = this.#seen.get(key) ?? { atRisk: 0, finishes: 0 };
        this.#seen.set(key, { atRisk: atRisk + 1, finishes: finishes + (finished === day ? 1 : 0) });
      }
    }
  }

  #around(window: number, family: string, age: number): Seen {
    const found = [-2, -1, 0, 1, 2].map((away) => this.#seen.get(`${window} ${family} ${age + away}`));
    const sum = (name: keyof Seen) => found.reduce((total, one) => total + (one?.[name] ?? 0), 0);
    return { atRisk: sum('atRisk'), finishes: sum('finishes') };
  }

  hazard(family: string, age: number): number {
    const key = `${family} ${age}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const [year, recent] = [this.#around(365, '*', age), this.#around(120, '*', age)];
    const rate = (seen: Seen) => seen.finishes / seen.atRisk;
    const all =
      year.atRisk === 0 ? 0 : recent.atRisk === 0 ? rate(year) : (rate(year) + 2 * rate(recent)) / 3;
    const [ownYear, ownRecent] = [this.#around(365, family, age), this.#around(120, family, age)];
    const hazard =
      (ownYear.finishes + 2 * ownRecent.finishes + 30 * all) / (ownYear.atRisk + 2 * ownRecent.atRisk + 30);
    this.#known.set(key, hazard);
    return hazard;
  }

  #compare(from: number): void {
    for (let day = from; day < from + 14; day++) {
      for (const { family, product, created, finished } of alive(this.#orders, day)) {
        if (product === null) continue;
        const key = `${product} ${band(Math.max(from, created) - created)}`;
        const sums = this.#products.get(key) ?? { observed: 0, expected: 0 };
        sums.expected += this.hazard(family, day - created);
        sums.observed += finished === day ? 1 : 0;
        this.#products.set(key, sums);
      }
    }
  }

  factor(product: number | null, age: number): number {
    const bands = age === 0 ? ['0', '21', '60', '120'] : [band(age)];
    const prior = age === 0 ? 12 : 25;
    let [observed, expected] = [prior, prior];
    for (const one of bands) {
      const sums = this.#products.get(`${product} ${one}`);
      observed += sums?.observed ?? 0;
      expected += sums?.expected ?? 0;
    }
    return observed / expected;
  }

  /** The first day by which no more than 1 - share are left; null where ages that were never seen are reached before. */
  quantile({ family, product, created }: ReferenceOrder, share: number): number | null {
    const age = Math.max(0, this.#day - created);
    const factor = this.factor(product, age);
    let left = 1;
    for (let days = 0; age + days <= 1095; days++) {
      left *= (1 - this.hazard(family, age + days)) ** factor;
      if (left <= 1 - share + 1e-12) return days;
    }
    return null;
  }

  /** The part of such orders that is not finished so many days after the day, that one included. */
  leftAfter({ product, family, created }: ReferenceOrder, days: number): number {
    const age = Math.max(0, this.#day - created);
    let left = 1;
    for (let past = 0; past <= days; past++)
      left *= (1 - this.hazard(family, age + past)) ** this.factor(product, age);
    return left;
  }

  /** Finishes of the year before. */
  finishes(family: string | null): number {
    return this.#orders.filter(
      (one) =>
        (family === null || one.family === family) &&
        !one.gone &&
        one.finished !== null &&
        one.finished >= this.#day - 365 &&
        one.finished < this.#day,
    ).length;
  }
}

function band(age: number): string {
  return age >= 120 ? '120' : age >= 60 ? '60' : age >= 21 ? '21' : '0';
}
