import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { dayAfter, dayNumber, formatter } from './format.ts';
import { pt } from './pt.ts';

const f = formatter('pt', pt);
/** What pt-PT puts between thousands: it may not break over two lines. */
const gap = '\u00a0';

describe('numbers in pt-PT', () => {
  it('group their thousands, also below 10 000, where Intl by itself does not', () => {
    expect(new Intl.NumberFormat('pt-PT').format(1234.5)).toBe('1234,5');
    expect(f.number(1234.5, 1)).toBe(`1${gap}234,5`);
    expect(f.number(27_380)).toBe(`27${gap}380`);
    expect(f.number(-1234)).toBe(`-1${gap}234`);
  });

  it('are rounded to the digits asked for, and say when there is none', () => {
    expect([f.number(2.25, 1), f.number(2, 1), f.number(0), f.number(null)]).toEqual(['2,3', '2', '0', '—']);
  });

  it('that round to nothing are 0, not -0', () => {
    expect((-0.04).toLocaleString('pt-PT', { maximumFractionDigits: 1 })).toBe('-0');
    expect([f.number(-0.04, 1), f.number(-0.06, 1), f.number(-0), f.share(-0.0004)]).toEqual([
      '0',
      '-0,1',
      '0',
      `0${gap}%`,
    ]);
  });

  it('have a gap before the percent sign, as the API writes it', () => {
    expect(new Intl.NumberFormat('pt-PT', { style: 'percent' }).format(0.62)).not.toContain(gap);
    expect([f.share(0.585), f.share(1), f.share(null)]).toEqual([`58,5${gap}%`, `100${gap}%`, '—']);
  });
});

describe('days in pt-PT', () => {
  it('have names of months, which Intl leaves out beside a year', () => {
    expect(
      new Intl.DateTimeFormat('pt-PT', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(0),
    ).toBe('01/1970');
    expect(f.day('2023-05-19')).toBe('19 mai 2023');
    expect(f.day('2023-05-19', { weekday: true, year: false })).toBe('sex, 19 mai');
    expect(f.day('2023-05-19T23:59:00')).toBe('19 mai 2023');
    expect(f.day(null)).toBe('—');
  });

  it('are those of the factory, as they stand', () => {
    // An hour that Lisbon's clocks leave out in spring. A test in a browser of another zone asks the same of a page.
    expect(f.moment('2023-03-26T01:30:00')).toBe('26 mar 2023, 01:30');
    expect(f.moment(null)).toBe('—');
  });

  it('may be given as their number', () => {
    for (const day of ['1970-01-01', '2023-04-30', '2024-02-29', '1969-12-31'])
      expect(f.day(dayNumber(day))).toBe(f.day(day));
    expect(dayAfter('2024-02-28', 2)).toBe('2024-03-01');
  });
});

it('a time has the unit that fits', () => {
  expect([f.hours(0.25), f.hours(1), f.hours(3.54), f.hours(30), f.hours(48), f.hours(100)]).toEqual([
    '15 min',
    '1 h',
    '3,5 h',
    '30 h',
    '2 dias',
    '4 dias',
  ]);
  expect([f.days(1), f.days(2)]).toEqual(['1 dia', '2 dias']);
});

it('English has its own', () => {
  const e = formatter('en', en);
  expect([e.number(1234.5, 1), e.day('2023-05-19', { weekday: true }), e.days(1)]).toEqual([
    '1,234.5',
    'Fri, 19 May 2023',
    '1 day',
  ]);
});
