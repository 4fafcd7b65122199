const most = 10;

export interface Counted<T> {
  readonly value: T;
  readonly rows: number;
}

/** The ten values with the most rows, ties in ascending order, of those that stand in more than one. */
export function topValues<T extends number | string>(entries: Iterable<readonly [T, number]>): Counted<T>[] {
  const kept: Counted<T>[] = [];
  for (const [value, rows] of entries) {
    if (rows < 2) continue;
    const last = kept[kept.length - 1];
    if (kept.length === most && !isBefore(value, rows, last!)) continue;
    let place = kept.length;
    while (place > 0 && isBefore(value, rows, kept[place - 1]!)) place--;
    kept.splice(place, 0, { value, rows });
    if (kept.length > most) kept.pop();
  }
  return kept;
}

function isBefore<T extends number | string>(value: T, rows: number, other: Counted<T>): boolean {
  return rows > other.rows || (rows === other.rows && value < other.value);
}
