/**
 * Counts on which days something happened, over all rows: the dump's own clock is read from it.
 * Days stand in a flat table (12 months of 31 places a year), so that counting costs no allocation.
 */
const firstYear = 1950;
const lastYear = 2199;
const placesPerYear = 12 * 31;

export interface ActiveDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly count: number;
  /** The latest moment of that day, `YYYY-MM-DDTHH:MM:SS`. */
  readonly latest: string;
}

export class Clock {
  readonly #counts = new Uint32Array((lastYear - firstYear + 1) * placesPerYear);
  readonly #latestSeconds = new Uint32Array(this.#counts.length);

  /** Counts a moment written as `YYYY-MM-DDTHH:MM:SS` at `at`. */
  add(bytes: Uint8Array, at: number): void {
    const year = two(bytes, at) * 100 + two(bytes, at + 2);
    if (year < firstYear || year > lastYear) return;
    const place = (year - firstYear) * placesPerYear + (two(bytes, at + 5) - 1) * 31 + two(bytes, at + 8) - 1;
    const seconds = two(bytes, at + 11) * 3600 + two(bytes, at + 14) * 60 + two(bytes, at + 17);
    this.#counts[place]!++;
    if (seconds > this.#latestSeconds[place]!) this.#latestSeconds[place] = seconds;
  }

  /** Counts everything that another one has counted. */
  addAll(other: Clock): void {
    for (let place = 0; place < this.#counts.length; place++) {
      this.#counts[place]! += other.#counts[place]!;
      if (other.#latestSeconds[place]! > this.#latestSeconds[place]!)
        this.#latestSeconds[place] = other.#latestSeconds[place]!;
    }
  }

  /** Every day on which something happened, in order. */
  activeDays(): ActiveDay[] {
    const days: ActiveDay[] = [];
    this.#counts.forEach((count, place) => {
      if (count > 0) days.push(this.#describe(place, count));
    });
    return days;
  }

  #describe(place: number, count: number): ActiveDay {
    const year = firstYear + Math.floor(place / placesPerYear);
    const month = Math.floor((place % placesPerYear) / 31);
    const day = (place % 31) + 1;
    const moment = new Date(Date.UTC(year, month, day, 0, 0, this.#latestSeconds[place]));
    const latest = moment.toISOString().slice(0, 19);
    return { day: latest.slice(0, 10), count, latest };
  }
}

function two(bytes: Uint8Array, at: number): number {
  return (bytes[at]! - 48) * 10 + bytes[at + 1]! - 48;
}
