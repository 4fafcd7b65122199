import type { Calendar, HistorySize } from '../history/calendar.js';
import { planOrder, stationsOf } from '../history/plan.js';
import type { Catalogue } from '../history/sales.js';
import { Random } from '../random.js';
import { day, type Minute, startOfDay } from '../time.js';
import { FactoryPace } from './pace.js';
import { Queue } from './queue.js';
import { type Station, stations } from './stations.js';

/** Day numbers since Excel's zero on which an order was worked on; 0: not by then. */
export type Days = Int32Array;

/** When every order was worked on at each of its visits, and closed, up to a moment. */
export interface Floor {
  /** One day a visit, and the day on which the order was closed behind them. */
  readonly daysOf: (index: number) => Days;
}

/**
 * The rule of sequence: a boat whose priority is higher by one is taken as if it had arrived this many usual waits
 * earlier.
 */
const rushWaits = 1.7;
/** Rework is done before what is new, and so is what somebody calls for. */
const reworkLeadWaits = 3;
const callLeadWaits = 4;

/** How much of the hands stays at its station; the rest goes where boats pile up. */
const fixedHands = 0.2;
/** Days over which a station's hands follow the work that comes. */
const memoryDays = 150;

/** Hours of work that one boat can take in a day: a few short phases, or a long one. */
const longestDayHours = 9;

/** An oven is lit when so many usual days' boats wait, or one of them too long. */
const ovenFillDays = 1.2;
const ovenPatienceDays = 3;
const ovenRoomDays = 3;

/**
 * The factory, one working day after another: what waits at each station is taken by the rule of sequence, as far as
 * the day's hands reach. Nothing looks ahead, so that a later moment of the same history has the same past.
 */
export function runFloor(catalogue: Catalogue, calendar: Calendar, cut: Minute): Floor {
  return new Run(catalogue, calendar).until(cut);
}

interface Boat {
  readonly path: Uint8Array;
  /** Where its days begin in the store. */
  readonly at: number;
  readonly urgency: number;
  readonly calledFrom: number;
  parkedAt: number;
  readonly parkedDays: number;
  readonly rework: readonly boolean[];
  visit: number;
  /** Hours that were put into it on the day `workedOn`. */
  hours: number;
  workedOn: number;
}

class Run {
  readonly #catalogue: Catalogue;
  readonly #calendar: Calendar;
  readonly #size: HistorySize;
  readonly #queues: Queue<Boat>[] = stations.map(() => new Queue<Boat>());
  readonly #loads: Load[];
  readonly #pace: FactoryPace;
  readonly #random: Random;
  /** Boats that come to their next visit on a later day, and those that lie where nobody is needed. */
  readonly #later = new Later<Boat>();
  readonly #lying = new Later<Boat>();
  readonly #lit = new Int32Array(stations.length);
  readonly #starts: Int32Array;
  #store = new Int32Array(1 << 16);
  #used = 0;
  #today = 0;
  /** Working days so far: what waits are counted in. */
  #worked = 0;

  constructor(catalogue: Catalogue, calendar: Calendar) {
    this.#catalogue = catalogue;
    this.#calendar = calendar;
    this.#size = catalogue.size;
    this.#pace = new FactoryPace(this.#size.seed);
    this.#random = new Random(this.#size.seed, 516);
    this.#starts = new Int32Array(calendar.oldest - calendar.newest + 2);
    this.#loads = stations.map(() => new Load());
  }

  until(cut: Minute): Floor {
    const { oldest, newest, createdAt } = this.#calendar;
    let next = oldest;
    for (let at = startOfDay(createdAt(oldest)); at <= cut; at += day) {
      this.#today = Math.round(at / day);
      while (next >= newest && createdAt(next) <= at) this.#create(next--);
      if (!this.#pace.next(at)) continue;
      this.#worked++;
      for (const boat of this.#later.due(this.#today)) this.#arrive(boat);
      for (const boat of this.#lying.due(this.#today)) this.#serve(boat, boat.path[boat.visit] as number);
      for (const [place, station] of stations.entries()) this.#work(place, station);
    }
    this.#starts[oldest - newest + 1] = this.#used;
    const [store, starts] = [this.#store, this.#starts];
    return {
      daysOf: (index) => store.subarray(starts[oldest - index], starts[oldest - index + 1]),
    };
  }

  #create(index: number): void {
    const { oldest, createdAt } = this.#calendar;
    const plan = planOrder(this.#catalogue, index, createdAt(index));
    const path = stationsOf(plan.visits);
    this.#starts[oldest - index] = this.#used;
    this.#room(path.length);
    const boat: Boat = {
      path,
      at: this.#used,
      urgency: plan.urgency,
      calledFrom: plan.calledFrom,
      parkedAt: plan.parkedAt,
      parkedDays: plan.parkedDays,
      rework: plan.visits.map((visit) => visit.extra),
      visit: 0,
      hours: 0,
      workedOn: 0,
    };
    this.#used += path.length;
    this.#arrive(boat);
  }

  #room(visits: number): void {
    if (this.#used + visits <= this.#store.length) return;
    const larger = new Int32Array(this.#store.length * 2);
    larger.set(this.#store);
    this.#store = larger;
  }

  /** At its next visit a boat is put aside, or waits in line. */
  #arrive(boat: Boat): void {
    if (boat.visit !== boat.parkedAt) return this.#queue(boat);
    boat.parkedAt = Number.POSITIVE_INFINITY;
    if (boat.parkedDays !== Number.POSITIVE_INFINITY)
      this.#later.add(this.#today + Math.max(1, Math.round(boat.parkedDays)), boat);
  }

  #queue(boat: Boat): void {
    const place = boat.path[boat.visit] as number;
    const { waitDays, kind } = stations[place] as Station;
    if (kind === 'delay') return this.#lie(boat, place, Math.floor(this.#random.exponential(waitDays + 0.5)));
    this.#loads[place]?.came();
    const lead =
      boat.urgency * rushWaits +
      (boat.rework[boat.visit] === true ? reworkLeadWaits : 0) +
      (boat.visit >= boat.calledFrom ? callLeadWaits : 0);
    this.#queues[place]?.push(this.#worked - lead * waitDays, boat);
  }

  #lie(boat: Boat, place: number, days: number): void {
    if (days === 0) this.#serve(boat, place);
    else this.#lying.add(this.#today + days, boat);
  }

  #work(place: number, station: Station): void {
    const queue = this.#queues[place] as Queue<Boat>;
    const load = this.#loads[place] as Load;
    const usual = load.nextDay();
    const hands =
      station.kind === 'oven'
        ? this.#ovenLoad(place, queue.length, usual)
        : this.#hands(place, station, usual);
    const chance = this.#random.next();
    for (let left = Math.floor(hands + chance); left > 0 && queue.length > 0; left--)
      this.#serve(queue.pop() as Boat, place);
  }

  #hands(place: number, station: Station, usual: number): number {
    const waiting = this.#queues[place]?.length ?? 0;
    return this.#pace.of(place) * (fixedHands * usual + ((1 - fixedHands) * waiting) / station.waitDays);
  }

  #ovenLoad(place: number, waiting: number, usual: number): number {
    const sinceDays = this.#worked - (this.#lit[place] as number);
    if (waiting < ovenFillDays * usual && sinceDays < ovenPatienceDays) return 0;
    this.#lit[place] = this.#worked;
    return Math.max(1, ovenRoomDays * usual);
  }

  #serve(boat: Boat, place: number): void {
    const station = stations[place] as Station;
    this.#store[boat.at + boat.visit] = this.#today;
    boat.visit++;
    if (boat.visit === boat.path.length) return;
    boat.hours = station.hours + (boat.workedOn === this.#today ? boat.hours : 0);
    boat.workedOn = this.#today;
    const next = boat.path[boat.visit] as number;
    const goesOn =
      station.kind !== 'oven' &&
      next > place &&
      boat.hours + (stations[next] as Station).hours <= longestDayHours;
    if (goesOn) this.#arrive(boat);
    else this.#later.add(this.#today + 1, boat);
  }
}

/** How many boats come to a station on a usual working day. */
class Load {
  #came = 0;
  #sum = 0;
  #days = 0;

  came(): void {
    this.#came++;
  }

  nextDay(): number {
    const kept = Math.exp(-1 / memoryDays);
    this.#sum = this.#sum * kept + this.#came;
    this.#days = this.#days * kept + 1;
    this.#came = 0;
    return this.#sum / this.#days;
  }
}

/** What comes back on a later day. */
class Later<T> {
  readonly #byDay = new Map<number, T[]>();
  #looked = 0;

  add(dayNumber: number, value: T): void {
    const there = this.#byDay.get(dayNumber);
    if (there === undefined) this.#byDay.set(dayNumber, [value]);
    else there.push(value);
  }

  /** Whatever was due since the last look. */
  due(dayNumber: number): T[] {
    const due: T[] = [];
    const first = this.#looked === 0 ? Math.min(dayNumber, ...this.#byDay.keys()) : this.#looked + 1;
    for (let at = first; at <= dayNumber; at++) {
      due.push(...(this.#byDay.get(at) ?? []));
      this.#byDay.delete(at);
    }
    this.#looked = dayNumber;
    return due;
  }
}
