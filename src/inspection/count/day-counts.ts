import type { ActiveDay } from '../../source/cells/index.js';

const daySeconds = 86_400;
/** The years that the contract admits. */
const firstDay = Date.UTC(1950, 0, 1) / 86_400_000;
const days = Date.UTC(2200, 0, 1) / 86_400_000 - firstDay;

/** So many days have their counts together; most blocks are never begun, for a factory's dates span some years. */
const blockDays = 512;

interface Block {
  readonly rows: Uint32Array;
  readonly latest_seconds: Uint32Array;
}

/** The rows and the latest moment of each day from 1950 to 2199, in flat arrays. */
export class DayCounts {
  readonly #blocks: (Block | undefined)[] = [];

  /** Counts a moment, in seconds since 1970; other years are left out. */
  add(seconds: number, rows = 1): void {
    const day = Math.floor(seconds / daySeconds);
    const place = day - firstDay;
    if (place < 0 || place >= days) return;
    this.#count(place, rows, seconds - day * daySeconds);
  }

  addAll(other: DayCounts): void {
    for (const { day, rows, latest_seconds } of other)
      this.#count(day - firstDay, rows, latest_seconds - day * daySeconds);
  }

  #count(place: number, rows: number, second: number): void {
    const block = this.#blockOf(place);
    const at = place % blockDays;
    block.rows[at]! += rows;
    if (second > block.latest_seconds[at]!) block.latest_seconds[at] = second;
  }

  #blockOf(place: number): Block {
    const number = Math.floor(place / blockDays);
    this.#blocks[number] ??= {
      rows: new Uint32Array(blockDays),
      latest_seconds: new Uint32Array(blockDays),
    };
    return this.#blocks[number];
  }

  /** Every day with a row, in order. */
  *[Symbol.iterator](): Generator<{ day: number; rows: number; latest_seconds: number }> {
    for (const [number, block] of this.#blocks.entries()) {
      if (block === undefined) continue;
      for (const [at, rows] of block.rows.entries()) {
        if (rows === 0) continue;
        const day = number * blockDays + at + firstDay;
        yield { day, rows, latest_seconds: day * daySeconds + block.latest_seconds[at]! };
      }
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
