import { describe, expect, it } from 'vitest';
import { type AsOfInputs, decideAsOf, latestEvent, parseAsOf } from './as-of.js';

const day = (day: string, count: number, time = '17:30:00') => ({ day, count, latest: `${day}T${time}` });
const busy = Array.from({ length: 20 }, (_, n) => day(`2023-04-${String(n + 1).padStart(2, '0')}`, 50));
const inputs: AsOfInputs = { flag: null, modified: null, activeDays: busy, timeZone: 'Europe/Lisbon' };

describe("the dump's own moment", () => {
  it('is the flag, before anything else', () => {
    expect(decideAsOf({ ...inputs, flag: '2022-01-01T00:00:00', modified: '2023-04-20T18:00:00Z' })).toEqual({
      moment: '2022-01-01T00:00:00',
      origin: 'flag',
    });
  });

  it("is the workbook's own time in the factory's zone, where it is plausible", () => {
    // Summer time in Lisbon is one hour ahead of UTC.
    expect(decideAsOf({ ...inputs, modified: '2023-04-20T18:00:00Z' })).toEqual({
      moment: '2023-04-20T19:00:00',
      origin: 'workbook',
    });
    expect(decideAsOf({ ...inputs, modified: '2023-05-21T12:00:00Z' })).toEqual({
      moment: '2023-05-21T13:00:00',
      origin: 'workbook',
    });
  });

  it("is the workbook's own time also where a few dates are mistyped to lie after it, near or far", () => {
    const lies = [day('2023-04-21', 1), day('2023-05-02', 1), day('2032-01-01', 1)];
    const modified = '2023-04-20T18:00:00Z';
    expect(decideAsOf({ ...inputs, modified, activeDays: [...busy, ...lies] })).toEqual({
      moment: '2023-04-20T19:00:00',
      origin: 'workbook',
    });
    const many = [...busy, day('2023-04-21', 2), day('2023-04-22', 2)];
    expect(decideAsOf({ ...inputs, modified, activeDays: many })).toEqual({
      moment: '2023-04-22T17:30:00',
      origin: 'data',
    });
  });

  it.each([
    ['an old template', '2015-06-01T10:00:00Z'],
    ['before the last event', '2023-04-20T16:00:00Z'],
    ['opened and saved a year later', '2024-04-20T18:00:00Z'],
    ['not a time', 'yesterday'],
  ])('is the last event where the workbook says something implausible: %s', (_, modified) => {
    expect(decideAsOf({ ...inputs, modified })).toEqual({ moment: '2023-04-20T17:30:00', origin: 'data' });
  });

  it('is refused where nothing says it', () => {
    expect(() => decideAsOf({ ...inputs, activeDays: [] })).toThrow(
      expect.objectContaining({ code: 'NO_CLOCK' }),
    );
  });
});

describe('the last event', () => {
  it('is not moved by one typed 2032, nor by several', () => {
    expect(latestEvent([...busy, day('2032-04-11', 1)])).toBe('2023-04-20T17:30:00');
    expect(latestEvent([...busy, day('2023-09-01', 1), day('2032-04-11', 1), day('2032-12-01', 1)])).toBe(
      '2023-04-20T17:30:00',
    );
  });

  it('is not moved by up to three dates mistyped into the coming weeks', () => {
    expect(latestEvent([...busy, day('2023-05-18', 1)])).toBe('2023-04-20T17:30:00');
    expect(latestEvent([...busy, day('2023-04-28', 2), day('2023-05-03', 1)])).toBe('2023-04-20T17:30:00');
  });

  it('is kept where the silence before it is an ordinary one, or that of a holiday from which all come back', () => {
    expect(latestEvent([...busy, day('2023-04-27', 1)])).toBe('2023-04-27T17:30:00');
    expect(latestEvent([...busy, day('2023-05-20', 4)])).toBe('2023-05-20T17:30:00');
  });

  it('is kept where too much happened after the silence', () => {
    expect(latestEvent([...busy, day('2023-09-01', 2), day('2023-09-02', 2)])).toBe('2023-09-02T17:30:00');
  });

  it('is kept where there is too little to judge by', () => {
    expect(latestEvent([day('2020-01-01', 2), day('2023-09-01', 1)])).toBe('2023-09-01T17:30:00');
    expect(latestEvent([])).toBeNull();
  });
});

describe('--as-of', () => {
  it.each([
    ['2023-04-30', '2023-04-30T23:59:59'],
    ['2023-04-30T18:05', '2023-04-30T18:05:00'],
    ['2023-04-30 18:05:09', '2023-04-30T18:05:09'],
  ])('takes %s as %s', (text, moment) => expect(parseAsOf(text)).toBe(moment));

  it('refuses a moment that is still to come', () => {
    const now = new Date('2023-04-30T12:00:00Z');
    expect(parseAsOf('2023-04-30', now)).toBe('2023-04-30T23:59:59');
    expect(() => parseAsOf('2032-04-30', now)).toThrow(expect.objectContaining({ code: 'BAD_AS_OF' }));
  });

  it.each(['30/04/2023', '2023-02-30', '2023-04-30T24:00', '2023-13-01', '', 'now'])(
    'refuses «%s»',
    (text) => {
      expect(() => parseAsOf(text)).toThrow(expect.objectContaining({ kind: 'usage', code: 'BAD_AS_OF' }));
    },
  );
});
