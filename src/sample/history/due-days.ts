import { phase } from '../../contract/factory/index.js';
import { rates } from '../quirks.js';
import { Random } from '../random.js';
import { day, type Minute, never, startOfDay, weekday } from '../time.js';
import type { Factory } from './factory.js';
import type { OrderPlan } from './plan.js';

/** From `from` on the order bears this day; null: it was taken off the lists again. */
export interface DueDay {
  readonly from: Minute;
  readonly day: Minute | null;
}

/** A boat gets its day once it stands at this share of its way, give or take; sold ones when they are ordered. */
const listed = { from: 0.16, spread: 0.2 } as const;
const soldAhead = 0.008;
/** Its first day is the next truck's, and now and then a later one's. */
const laterTruck = 0.04;
/** Boats that are ready but not closed when their truck leaves: so many keep their day, which is then in the past. */
const keepsDay = 0.38;
const noticedDays = 5;
/** A boat on which nobody has worked for so long is taken off the lists. */
const forgottenDays = 35;

const planning: Minute = 9 * 60;
/** Whatever missed the truck is put on a later one on the same evening. */
const afterTruck: Minute = 17 * 60 + 30;

interface Course {
  readonly days: Int32Array;
  readonly listedAt: number;
  /** The visit with which the boat is ready for its truck. */
  readonly readyAt: number;
  readonly finishedAt: Minute;
  readonly cut: Minute;
}

/**
 * The due days of an order as they were set and moved. Boats leave on Fridays; a day is set late, when the boat is on
 * its way, and moved on when it is missed: so hardly any is ever in the past.
 */
export function dueDaysOf(
  { size, cut }: Factory,
  plan: OrderPlan,
  days: Int32Array,
  finishedAt: Minute,
): DueDay[] {
  const random = new Random(size.seed, 507, plan.index);
  if (random.chance(rates.noShippingDay)) return [];
  const [sold, share] = [random.chance(soldAhead), listed.from + listed.spread * random.next()];
  const weeks = random.between(6, 20);
  const course = {
    days,
    finishedAt,
    cut,
    listedAt: Math.floor(share * plan.visits.length),
    readyAt: plan.visits.findLastIndex(({ step }) => step.phaseId === phase.finalControl),
  };
  const first = sold ? plan.createdAt + planning : listingAfter(course, plan.createdAt);
  if (first > Math.min(cut, finishedAt)) return [];
  return follow(random, course, { from: first, day: truckAfter(first) + (sold ? weeks * 7 * day : 0) });
}

/** Each Friday what is not gone gets another day; nothing is drawn that a later look would draw otherwise. */
function follow(random: Random, course: Course, first: DueDay): DueDay[] {
  const last = Math.min(course.cut, course.finishedAt);
  const dueDays = [first];
  for (let at = (first.day as Minute) + afterTruck; at <= last; ) {
    const [keeps, later] = [random.next(), random.next()];
    // What is ready is taken for gone; who still finds it there some days later moves it all the same.
    const moved = keeps < keepsDay && isBy(course.days, course.readyAt, at) ? at + noticedDays * day : at;
    if (moved > last) break;
    const isForgotten = moved - lastWorked(course.days, moved) > forgottenDays * day;
    const from = isForgotten ? listingAfter(course, moved) : moved;
    if (isForgotten) dueDays.push({ from: moved, day: null });
    if (from > last) break;
    const due = truckAfter(from) + (later < laterTruck ? 7 * day : 0);
    dueDays.push({ from, day: due });
    at = due + afterTruck;
  }
  return dueDays;
}

/** The morning after the first day since `after` on which a boat that is on the list was worked on. */
function listingAfter({ days, listedAt }: Course, after: Minute): Minute {
  for (let visit = Math.max(1, listedAt); visit < days.length; visit++) {
    const on = (days[visit - 1] as number) * day;
    if (on === 0) return never;
    if (on >= startOfDay(after)) return on + day + planning;
  }
  return never;
}

function lastWorked(days: Int32Array, at: Minute): Minute {
  let last = 0;
  for (const on of days) {
    if (on === 0 || on * day > at) break;
    last = on * day;
  }
  return last;
}

function isBy(days: Int32Array, visit: number, at: Minute): boolean {
  const on = days[visit] ?? 0;
  return on !== 0 && on * day <= at;
}

/** The Friday of the next truck; on a Friday evening that of the week after. */
function truckAfter(at: Minute): Minute {
  const friday = startOfDay(at) + ((4 - weekday(at) + 7) % 7) * day;
  return friday + afterTruck > at ? friday : friday + 7 * day;
}
