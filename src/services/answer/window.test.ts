import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allTime, usualDays, usualMonths, windowAsked, windowBefore } from './window.js';

const today = '2023-04-30';

describe('the window of a question', () => {
  it('is the usual one where nobody names a period, and then says so', () => {
    expect(windowAsked(usualDays, {}, today)).toEqual({
      from: '2023-01-31',
      to: today,
      days: 90,
      is_default: true,
    });
    expect(windowAsked(usualMonths, {}, today)).toMatchObject({ from: '2023-02-01', to: today, days: 89 });
  });

  it('is what the caller says', () => {
    const own = { from: '2023-02-01', to: '2023-02-28' };
    expect(windowAsked(usualDays, own, today)).toEqual({ ...own, days: 28, is_default: false });
    expect(windowAsked(usualDays, { from: '2023-04-30' }, today)).toMatchObject({ to: today, days: 1 });
    // A day that has not come is a window of that day, and of nothing.
    expect(windowAsked(usualDays, { from: '2024-01-01' }, today)).toMatchObject({
      to: '2024-01-01',
      days: 1,
    });
    expect(windowAsked(usualDays, { to: '2020-01-01' }, today)).toEqual({
      from: null,
      to: '2020-01-01',
      days: null,
      is_default: false,
    });
  });

  it('follows on the one before it, which is as long', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const window = windowAsked(usualDays, { from, to }, today);
        const before = windowBefore(window)!;
        expect(before.days).toBe(window.days);
        expect(Date.parse(from) - Date.parse(before.to!)).toBe(86_400_000);
        expect((Date.parse(before.to!) - Date.parse(before.from!)) / 86_400_000 + 1).toBe(window.days);
        expect(before.is_default).toBe(false);
      }),
    );
  });

  it('has none before it where it has no beginning, or the calendar has none', () => {
    expect(windowBefore(windowAsked(usualDays, { to: today }, today))).toBeNull();
    expect(windowBefore(allTime)).toBeNull();
    expect(windowBefore(windowAsked(usualDays, { from: '0001-01-02', to: today }, today))).toBeNull();
  });
});
