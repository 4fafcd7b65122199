import { Random } from '../random.js';
import { type Minute, weekday } from '../time.js';
import { stations } from './stations.js';
import { workShare } from './working-days.js';

/** How the pace of the whole factory wanders, as deviations of its logarithm. */
const slow = { deviation: 0.13, days: 70 } as const;
const weekly = { deviation: 0.2 } as const;
const daily = { deviation: 0.12 } as const;
/** The office that closes orders has busy weeks of its own. */
const paper = { deviation: 0.7 } as const;
const office = stations.length - 1;

/** Somebody is missing at a station: once in so many days, for some days, and what is left of it then. */
const absence = { everyDays: 70, shortestDays: 2, meanDays: 6, least: 0.3, most: 0.75 } as const;

/** Good and bad weeks as they come, about 0 with deviation 1; of eight in a row each kind comes once. */
const kindsOfWeek = [-1.664, -0.962, -0.53, -0.17, 0.17, 0.53, 0.962, 1.664] as const;

class Weeks {
  readonly #random: Random;
  #left: number[] = [];

  constructor(seed: number, salt: number) {
    this.#random = new Random(seed, salt);
  }

  next(): number {
    if (this.#left.length === 0) this.#left = this.#random.shuffle([...kindsOfWeek]);
    return this.#left.pop() as number;
  }
}

/**
 * The pace of each day: of the whole factory (orders of material, weather, spirits: what all stations share), and of each
 * station by who is missing. Days are asked for in their order, each once.
 */
export class FactoryPace {
  readonly #random: Random;
  readonly #weeks: Weeks;
  readonly #papers: Weeks;
  readonly #absentUntil = new Int32Array(stations.length);
  readonly #left = new Float64Array(stations.length).fill(1);
  #slow = 0;
  #week = 0;
  #paper = 1;
  #common = 0;
  #day = 0;

  constructor(seed: number) {
    this.#random = new Random(seed, 515);
    this.#weeks = new Weeks(seed, 518);
    this.#papers = new Weeks(seed, 519);
  }

  /** Goes on to the next day; false where the factory is closed. */
  next(at: Minute): boolean {
    const random = this.#random;
    this.#day++;
    const kept = Math.exp(-1 / slow.days);
    this.#slow = this.#slow * kept + random.normal(0, slow.deviation * Math.sqrt(1 - kept * kept));
    if (weekday(at) === 0) {
      this.#week = weekly.deviation * this.#weeks.next();
      this.#paper = Math.exp(paper.deviation * this.#papers.next());
    }
    const share = workShare(at);
    this.#common = share * Math.exp(this.#slow + this.#week + random.normal(0, daily.deviation));
    this.#missPeople();
    return share > 0;
  }

  /** What the station does today, of what it does on a usual day. */
  of(station: number): number {
    return this.#common * (this.#left[station] as number) * (station === office ? this.#paper : 1);
  }

  #missPeople(): void {
    const random = this.#random;
    for (let station = 0; station < stations.length; station++) {
      const falls = random.chance(1 / absence.everyDays);
      const [length, left] = [random.exponential(absence.meanDays), random.next()];
      if ((this.#absentUntil[station] as number) > this.#day) continue;
      this.#left[station] = falls ? absence.least + (absence.most - absence.least) * left : 1;
      if (falls) this.#absentUntil[station] = this.#day + absence.shortestDays + Math.round(length);
    }
  }
}
