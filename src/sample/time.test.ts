import { expect, it } from 'vitest';
import { addMonths, isoText, lisbonToUtc, minuteOf, parseSampleAsOf, weekday } from './time.js';

it('counts minutes from the day zero of Excel', () => {
  expect(minuteOf(2023, 4, 30) / 1440).toBe(45_046);
  expect(parseSampleAsOf('2023-04-30').cut / 1440).toBe(45_046.75);
  expect(isoText(minuteOf(2023, 4, 28))).toBe('2023-04-28 00:00:00');
});

it('knows the days of the week and the months', () => {
  expect(weekday(minuteOf(2023, 4, 30))).toBe(6);
  expect(weekday(minuteOf(2023, 5, 1))).toBe(0);
  expect(addMonths(minuteOf(2023, 4, 15), -1)).toBe(minuteOf(2023, 3, 15));
});

it('turns the local time of Lisbon into UTC, in summer and in winter', () => {
  expect(lisbonToUtc('2023-04-30T18:00:00')).toBe('2023-04-30T17:00:00Z');
  expect(lisbonToUtc('2023-01-31T18:00:00')).toBe('2023-01-31T18:00:00Z');
});
