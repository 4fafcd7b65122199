import type { ActiveDay } from '../../intake/cells/index.js';

const day_seconds = 86_400;
/** The years that the contract admits. */
const firstDay = Date.UTC(1950, 0, 1) / 86_400_000;
const days = Date.UTC(2200, 0, 1) / 86_400_000 - firstDay;

/** The rows and the latest moment of each day from 1950 to 2199, in flat arrays. */
export class DayCounts {
  readonly #rows = new Uint32Array(days);
  readonly #latest_seconds = new Uint32Array(days);

  /** Counts a moment, in seconds since 1970; other years are left out. */
  add(seconds: number, rows = 1): void {
    const day = Math.floor(seconds / day_seconds);
    const place = day - firstDay;
    if (place < 0 || place >= days) return;
    this.#rows[place]! += rows;
    const second = seconds - day * day_seconds;
    if (second > this.#latest_seconds[place]!) this.#latest_seconds[place] = second;
  }

  addAll(other: DayCounts): void {
    for (let place = 0; place < days; place++) {
      this.#rows[place]! += other.#rows[place]!;
      if (other.#latest_seconds[place]! > this.#latest_seconds[place]!)
        this.#latest_seconds[place] = other.#latest_seconds[place]!;
    }
  }

  /** Every day with a row, in order. */
  *[Symbol.iterator](): Generator<{ day: number; rows: number; latest_seconds: number }> {
    for (let place = 0; place < days; place++) {
      const rows = this.#rows[place]!;
      if (rows === 0) continue;
      const day = place + firstDay;
      yield { day, rows, latest_seconds: day * day_seconds + this.#latest_seconds[place]! };
    }
  }

  activeDays(): ActiveDay[] {
    return Array.from(this, ({ rows, latest_seconds }) => {
      const latest = momentText(latest_seconds);
      return { day: latest.slice(0, 10), count: rows, latest };
    });
  }
}

/** `YYYY-MM-DDTHH:MM:SS` of seconds since 1970. */
export function momentText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

/** Seconds since 1970 of `YYYY-MM-DDTHH:MM:SS`. */
export function momentSeconds(text: string): number {
  return Date.parse(`${text}Z`) / 1000;
}
