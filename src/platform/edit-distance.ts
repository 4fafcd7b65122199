/** Letters to insert, to remove or to exchange, to make one word of the other. */
export function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchange = before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(exchange, before[j]! + 1, row[j - 1]! + 1));
    }
    before = row;
  }
  return before[b.length]!;
}

/** The word that a mistyped one seems to be; null where none is alike. */
export function nearest(typed: string, words: readonly string[]): string | null {
  const found = words
    .map((word) => ({ word, distance: editDistance(typed, word) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return found !== undefined && found.distance <= Math.max(1, typed.length / 3) ? found.word : null;
}
