/** Days are counted from 2000-01-01, a Saturday: the first Monday is day 2. */
const mondayPlace = 2;
const weekDays = 7;

/** The last day of each day or week of a period; the last one ends with the period. */
export function bucketEnds(first: number, last: number, by: 'day' | 'week'): readonly number[] {
  const ends: number[] = [];
  const step = by === 'day' ? 1 : weekDays;
  const place = (((first - mondayPlace) % weekDays) + weekDays) % weekDays;
  let end = by === 'day' ? first : first + weekDays - 1 - place;
  for (; end < last; end += step) ends.push(end);
  if (last >= first) ends.push(last);
  return ends;
}
