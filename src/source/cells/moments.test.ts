import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timestamp } from '../../contract/column.js';
import { isOtherOrder, readDayFirst, readIso } from './moments.js';
import { TextDates } from './text-dates.js';

const two = (n: number): string => String(n).padStart(2, '0');

describe('a text in ISO form', () => {
  it('is a wall-clock time: whatever zone it names is dropped', () => {
    const moment = fc.date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2199-12-31T23:59:58Z'),
      noInvalidDate: true,
    });
    const zone = fc.constantFrom('', 'Z', 'z', '+00', '+01:00', '-0330', ' +01:00', ' Z');
    const fraction = fc.constantFrom(
      ['', 0],
      ['.000', 0],
      ['.499', 0],
      ['.5', 1],
      [',999', 1],
    ) as fc.Arbitrary<[string, number]>;
    fc.assert(
      fc.property(
        moment,
        zone,
        fraction,
        fc.constantFrom('T', ' ', 't'),
        (date, suffix, [part, up], between) => {
          const seconds = date.toISOString().slice(0, 19);
          const rounded = new Date(Date.parse(`${seconds}Z`) + up * 1000).toISOString().slice(0, 19);
          expect(readIso(seconds.replace('T', between) + part + suffix)).toBe(rounded);
        },
      ),
    );
    expect(readIso('2023-01-02T08:00:00.000Z')).toBe('2023-01-02T08:00:00');
    expect(readIso('2023-01-02T08:00Z')).toBe('2023-01-02T08:00:00');
    for (const day of ['2023-01-02', '2023-01-02Z', '2023-01-02+01:00'])
      expect(readIso(day), day).toBe('2023-01-02T00:00:00');
  });

  it('is none where there is no such day or clock, or more stands behind it', () => {
    const wrong = [
      '2023-02-30',
      '2023-13-01',
      '2023-01-02T24:00',
      '2023-01-02T08:60Z',
      '2023-01-02T08',
      '2023-1-2',
    ];
    for (const text of [...wrong, '2023-01-02T08:00 CET', '2023-01-02T08:00:00ZZ', 'x2023-01-02', '23-01-02'])
      expect(readIso(text), text).toBeNull();
  });
});

describe("a text in the factory's notation", () => {
  it('is read day first, with a clock or without', () => {
    expect(readDayFirst('02/01/2023')).toBe('2023-01-02T00:00:00');
    expect(readDayFirst('31/12/2023 23:59')).toBe('2023-12-31T23:59:00');
    expect(readDayFirst('02/01/2023 08:00:59')).toBe('2023-01-02T08:00:59');
  });

  it('has its zeros, four digits of the year and nothing else', () => {
    const others = ['2/1/2023', '02/01/23', '02-01-2023', '02.01.2023', '2023/01/02', '02/01/2023 8:00'];
    const impossible = ['31/02/2023', '00/01/2023', '01/13/2023', '02/01/2023 24:00', '29/02/2023'];
    for (const text of [...others, ...impossible, '02/01/2023 08:00 AM', '02/01/2023 08:00Z', '02/01/2023,'])
      expect(readDayFirst(text), text).toBeNull();
  });

  it('is told from a date in another order, and from what is none', () => {
    for (const text of [
      '01/13/2023',
      '1/13/2023 8:00',
      '12-31-23',
      '2023/01/02',
      '2023-1-2',
      '01/02/2023 3:00 PM',
    ])
      expect(isOtherOrder(text), text).toBe(true);
    for (const text of [
      '31/02/2023',
      '2/1/2023',
      '13.1.2023',
      '45/13/2023',
      'amanhã',
      '1/2',
      '01/02/2023 25:00',
    ])
      expect(isOtherOrder(text), text).toBe(false);
  });
});

describe('the texts of a column of dates', () => {
  const column = timestamp('Of_DataCriacao', '', { actual: true });
  const factsOf = (texts: readonly string[], settled?: 'day-first' | 'not-dates' | null) => {
    const dates = new TextDates(column, settled);
    for (const [place, text] of texts.entries()) {
      const judged = dates.judge('text', text);
      if (judged.dayFirst !== null && judged.code === null) dates.add(judged, place + 1);
    }
    return dates.facts();
  };

  it('are read day first unless one of them, anywhere, is a date in another order', () => {
    const good = fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }))
      .map(([day, month]) => `${two(day)}/${two(month)}/2023 08:00`);
    const harmless = fc.constantFrom('NULL', '', 'amanhã', '31/02/2023', '01/01/1900', '1900-01-01');
    const other = fc.constantFrom('03/25/2023', '2023-03-25', '2023-03-25T08:00:00Z', '2023/03/25');
    fc.assert(
      fc.property(
        fc.array(fc.oneof(good, harmless)),
        good,
        fc.array(other),
        fc.nat(),
        (texts, one, others, at) => {
          const all = [...texts, one];
          all.splice(at % (all.length + 1), 0, ...others);
          expect(factsOf(all)?.reading).toBe(others.length === 0 ? 'day-first' : 'not-dates');
        },
      ),
    );
  });

  it('are told to be assumed where no day goes beyond 12', () => {
    expect(factsOf(['NULL', '02/01/2023', '12/12/2023'])).toEqual({
      reading: 'day-first',
      cells: 2,
      sentinels: 0,
      assumed: true,
      first: { rowNo: 2, value: '02/01/2023' },
    });
    expect(factsOf(['02/01/2023', '13/12/2023'])).toMatchObject({ assumed: false });
    expect(factsOf(['02/01/2023', '01/13/2023'])).toMatchObject({ reading: 'not-dates', assumed: false });
    expect(factsOf(['2023-01-02', 'NULL'])).toBeNull();
  });

  it('of an extract are read as its workbook was, where it says how', () => {
    const texts = ['2023-01-02T00:00:00', '15/01/2023'];
    expect(factsOf(texts)?.reading).toBe('not-dates');
    expect(factsOf(texts, 'day-first')?.reading).toBe('day-first');
    expect(factsOf(texts, null)?.reading).toBe('day-first');
    expect(factsOf(['15/01/2023'], 'not-dates')?.reading).toBe('not-dates');
  });
});
