import { restingPhases, yearDays } from '../../contract/factory/index.js';
import { addMonths, day, minuteOf } from '../time.js';
import { mean, quantileOf, spearman, variation } from './statistics.js';

/** An order as a dump shows it. Days are numbers since Excel's day zero. */
export interface ShownOrder {
  readonly created: number;
  readonly finished: number | null;
  readonly phaseId: number;
  readonly due: number | null;
  /** Rotomoulded boats have a way of their own, a short one. */
  readonly rotomoulded: boolean;
}

/** A factory's orders, the first created first, and the day of their dump. */
export interface Shown {
  readonly orders: readonly ShownOrder[];
  readonly today: number;
}

export interface Dispersion {
  readonly horizonDays: number;
  readonly origins: number;
  /** Variance of the boats out, against that of as many independent boats. */
  readonly timesBinomial: number;
  /** Share of the origins whose boats out lie in the middle four fifths that independent boats would have. */
  readonly covered: number;
}

export interface FactoryFigures {
  readonly weeklyVariation: number;
  /** First in first out as a forecast of the order in which the open boats are finished: 1 perfect, 0 none. */
  readonly firstInFirstOut: number;
  readonly leadTimesDays: readonly number[];
  readonly dispersion: readonly Dispersion[];
  readonly openOrders: number;
  /** Of the open orders; of those with a due day; of the finished orders with one. */
  readonly withDueDay: number;
  readonly dueWithin8Days: number;
  readonly overdue: number;
  readonly overdueOver7Days: number;
  readonly finishedLate: number;
}

/** Orders without an end that stand here are done, gone or given up. */
const gone: ReadonlySet<number> = new Set(restingPhases);

/** So far back go the orders of the real workbook of April 2023. */
const workbookDays = 303;
const horizonsDays = [7, 14, 28, 56] as const;
const followUpDays = 120;
/** A year of Mondays, but for the two that a year can lack. */
const fewestOrigins = 50;
/** Deviations from the mean between which four fifths of a normal distribution lie. */
const middleFourFifths = 1.2816;

export const leadTimeShares = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/** How boats flow through the factory of a dump; NaN where its history is too short to say. */
export function measureFigures({ orders, today }: Shown): FactoryFigures {
  const oldest = orders[0]?.created ?? today;
  const open = openAt(orders, today + 1);
  const dated = open.flatMap(({ due }) => (due === null ? [] : [due - today]));
  const ended = orders.filter(({ finished, due }) => finished !== null && due !== null);
  const mondays = mondaysBetween(oldest + yearDays, today).map((at) => ({ at, open: openAt(orders, at) }));
  return {
    weeklyVariation: variation(weeklyOutput(orders, oldest + yearDays, today)),
    firstInFirstOut: firstInFirstOut(orders, oldest + yearDays, today - followUpDays),
    leadTimesDays: leadTimes(orders, today - workbookDays),
    dispersion: horizonsDays.map((horizonDays) => dispersion(mondays, today, horizonDays)),
    openOrders: open.length,
    withDueDay: dated.length / open.length,
    dueWithin8Days: share(dated, (days) => days <= 8),
    overdue: share(dated, (days) => days < 0),
    overdueOver7Days: share(dated, (days) => days < -7),
    finishedLate: share(ended, ({ finished, due }) => (finished as number) > (due as number)),
  };
}

function share<T>(values: readonly T[], is: (value: T) => boolean): number {
  return values.filter(is).length / values.length;
}

/**
 * Open on the morning of the day, as far as was known by then: created within a year before it, not ended, and not without
 * any end at a place where nothing is done any more. An end before the creation is no end.
 */
export function openAt(orders: readonly ShownOrder[], at: number): ShownOrder[] {
  const open: ShownOrder[] = [];
  for (let i = firstSince(orders, at - yearDays); i < orders.length; i++) {
    const order = orders[i] as ShownOrder;
    if (order.created >= at) break;
    const end = endOf(order);
    if (end === null ? !gone.has(order.phaseId) : end >= at) open.push(order);
  }
  return open;
}

/** Position of the first order that was created on the day or later. */
function firstSince(orders: readonly ShownOrder[], from: number): number {
  let [low, high] = [0, orders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((orders[middle] as ShownOrder).created < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endOf({ finished, created }: ShownOrder): number | null {
  return finished === null || finished < created ? null : finished;
}

/** Excel's day 2 was a Monday. */
function mondaysBetween(from: number, to: number): number[] {
  const first = 2 + 7 * Math.ceil((from - 2) / 7);
  return Array.from({ length: Math.max(0, Math.floor((to - first) / 7) + 1) }, (_, week) => first + 7 * week);
}

/** Boats finished in each whole week. */
function weeklyOutput(orders: readonly ShownOrder[], from: number, today: number): number[] {
  const mondays = mondaysBetween(from, today - 6);
  const weeks = mondays.map(() => 0);
  for (const order of orders) {
    const week = Math.floor(((endOf(order) ?? Number.NaN) - (mondays[0] ?? today)) / 7);
    if (weeks[week] !== undefined) weeks[week]++;
  }
  return weeks;
}

/** Mean over the fifteenths of the months: does who came first leave first? */
function firstInFirstOut(orders: readonly ShownOrder[], from: number, to: number): number {
  return mean(
    fifteenthsBetween(from, to).map((at) => {
      const open = openAt(orders, at);
      return spearman(
        open.map(({ created }) => created),
        open.map((order) => endOf(order) ?? Number.POSITIVE_INFINITY),
      );
    }),
  );
}

function fifteenthsBetween(from: number, to: number): number[] {
  const fifteenths: number[] = [];
  for (let at = minuteOf(1900, 1, 15); at / day <= to; at = addMonths(at, 1))
    if (at / day >= from) fifteenths.push(at / day);
  return fifteenths;
}

function leadTimes(orders: readonly ShownOrder[], from: number): number[] {
  const leads = orders
    .slice(firstSince(orders, from))
    .flatMap((order) => (endOf(order) === null ? [] : [(endOf(order) as number) - order.created]))
    .sort((a, b) => a - b);
  return leadTimeShares.map((one) => quantileOf(leads, one));
}

const ageBandsDays = [7, 14, 21, 35, 49, 63, 91, 121, Number.POSITIVE_INFINITY];
/** Age bands of the boats that are laminated, and of those that are not. */
const kinds = 2 * ageBandsDays.length;

interface Origin {
  readonly at: number;
  /** By kind: boats open, and how many of them were out within the horizon. */
  readonly open: readonly number[];
  readonly out: readonly number[];
}

/** Against the shares of the year before each Monday, by kind: what an independent forecast at its best would say. */
function dispersion(
  mondays: readonly { at: number; open: readonly ShownOrder[] }[],
  today: number,
  horizonDays: number,
): Dispersion {
  const origins = mondays
    .filter(({ at }) => at + horizonDays <= today)
    .map(({ at, open }) => originOf(at, open, at + horizonDays));
  const judged = origins.flatMap((origin) => {
    const before = origins.filter(
      ({ at }) => at + horizonDays <= origin.at && at >= origin.at - yearDays - horizonDays,
    );
    return before.length < fewestOrigins ? [] : [standing(origin, before)];
  });
  return {
    horizonDays,
    origins: judged.length,
    timesBinomial: mean(judged.map(({ off }) => off ** 2)) / mean(judged.map(({ variance }) => variance)),
    covered: share(judged, ({ off, variance }) => Math.abs(off) <= middleFourFifths * Math.sqrt(variance)),
  };
}

function originOf(at: number, boats: readonly ShownOrder[], until: number): Origin {
  const open = new Array<number>(kinds).fill(0);
  const out = new Array<number>(kinds).fill(0);
  for (const order of boats) {
    const band = ageBandsDays.findIndex((end) => at - order.created < end);
    const kind = band + (order.rotomoulded ? ageBandsDays.length : 0);
    open[kind] = (open[kind] as number) + 1;
    if ((endOf(order) ?? until) < until) out[kind] = (out[kind] as number) + 1;
  }
  return { at, open, out };
}

function standing(origin: Origin, before: readonly Origin[]): { off: number; variance: number } {
  let [off, variance] = [0, 0];
  for (let kind = 0; kind < kinds; kind++) {
    let [open, out] = [0, 0];
    for (const one of before) {
      open += one.open[kind] as number;
      out += one.out[kind] as number;
    }
    const p = open === 0 ? 0 : out / open;
    off += (origin.out[kind] as number) - p * (origin.open[kind] as number);
    variance += p * (1 - p) * (origin.open[kind] as number);
  }
  return { off, variance };
}
