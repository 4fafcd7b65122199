const dayMs = 86_400_000;
const dayZero = Date.parse('2000-01-01');

/** Days since 2000-01-01. */
export function dayNumber(day: string): number {
  return Math.round((Date.parse(day) - dayZero) / dayMs);
}
