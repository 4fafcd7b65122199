import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNumber, writeSerialDate } from './index.js';
import { isBuiltInDateFormat, isDateFormatCode } from './parts/date-format.js';

function dateOf(serial: string, date1904 = false): string | null {
  const out = Buffer.alloc(40);
  const bytes = Buffer.from(`#${serial}#`);
  const to = writeSerialDate(out, 3, bytes, 1, bytes.length - 1, date1904);
  if (to < 0) return null;
  expect(to).toBe(22);
  return out.toString('latin1', 3, to);
}

function numberOf(text: string): string | null {
  const out = Buffer.alloc(400);
  const bytes = Buffer.from(`7${text}7`);
  const to = writeNumber(out, 2, bytes, 1, bytes.length - 1);
  return to < 0 ? null : out.toString('latin1', 2, to);
}

describe('writeSerialDate', () => {
  it('writes the days of both systems', () => {
    expect(dateOf('1')).toBe('1900-01-01T00:00:00');
    expect(dateOf('59')).toBe('1900-02-28T00:00:00');
    expect(dateOf('61')).toBe('1900-03-01T00:00:00');
    expect(dateOf('44743')).toBe('2022-07-01T00:00:00');
    expect(dateOf('2958465')).toBe('9999-12-31T00:00:00');
    expect(dateOf('0', true)).toBe('1904-01-01T00:00:00');
    expect(dateOf('60', true)).toBe('1904-03-01T00:00:00');
    expect(dateOf('43281', true)).toBe('2022-07-01T00:00:00');
    expect(dateOf('2957003', true)).toBe('9999-12-31T00:00:00');
  });

  it('rounds to the second, over the end of a day too', () => {
    expect(dateOf('44812.425')).toBe('2022-09-08T10:12:00');
    expect(dateOf('44818.47222222222')).toBe('2022-09-14T11:20:00');
    expect(dateOf('44818.999999999996')).toBe('2022-09-15T00:00:00');
    expect(dateOf('44818.99999')).toBe('2022-09-14T23:59:59');
    expect(dateOf('59.9999999')).toBeNull();
    expect(dateOf('60.9999999')).toBe('1900-03-01T00:00:00');
    expect(dateOf('0.5')).toBe('1899-12-31T12:00:00');
    expect(dateOf('4.4812425E4')).toBe('2022-09-08T10:12:00');
    expect(dateOf('+44743.')).toBe('2022-07-01T00:00:00');
  });

  it('knows what is no date', () => {
    const none = [
      '',
      '60',
      '60.5',
      '-1',
      '-0.5',
      'abc',
      '1.2.3',
      '0x10',
      '1e9',
      '2958466',
      '2958465.999999',
      ' 1',
      'NaN',
      '1e999',
    ];
    for (const text of none) expect(dateOf(text), text).toBeNull();
    expect(writeSerialDate(Buffer.alloc(18), 0, Buffer.from('44743'), 0, 5, false)).toBe(-1);
  });

  it('agrees with the calendar', () => {
    const second = 1000;
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_958_464 }),
        fc.nat(86_399),
        fc.boolean(),
        (day, time, exponent) => {
          const serial = day + time / 86_400;
          const wanted = new Date((day - 25_569) * 86_400 * second + time * second)
            .toISOString()
            .slice(0, 19);
          expect(dateOf(exponent ? serial.toExponential(16) : String(serial))).toBe(wanted);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('writeNumber', () => {
  it('writes the shortest exact form', () => {
    const pairs = {
      '0': '0',
      '-0': '0',
      '-0.00': '0',
      '0.0': '0',
      '1.50': '1.5',
      '5.0': '5',
      '5.': '5',
      '.5': '0.5',
      '+7': '7',
      '007': '7',
      '-12': '-12',
      '1.0750000000000000E-2': '0.01075',
      '0.10000000000000001': '0.1',
      '1.07500004768372': '1.07500004768372',
      '0.740740740740741': '0.740740740740741',
      '1e3': '1000',
      '0.000001': '0.000001',
      '0.0000001': '1e-7',
      '1E-7': '1e-7',
      '99999999': '99999999',
      '1e21': '1e+21',
      '1000000000000000000000': '1e+21',
      '44818.472222222219': '44818.47222222222',
      '100': '100',
      '-1.10': '-1.1',
      '0.00000': '0',
    };
    for (const [text, wanted] of Object.entries(pairs)) expect(numberOf(text), text).toBe(wanted);
  });

  it('knows what is no number', () => {
    const none = [
      '',
      '-',
      '.',
      '-.',
      'e5',
      '1e',
      '1,5',
      '0x10',
      'Infinity',
      'NaN',
      '1e999',
      '1 ',
      ' 1',
      '1.2.3',
      '--1',
      '1_0',
    ];
    for (const text of none) expect(numberOf(text), text).toBeNull();
    expect(writeNumber(Buffer.alloc(2), 0, Buffer.from('123'), 0, 3)).toBe(-1);
    expect(writeNumber(Buffer.alloc(2), 0, Buffer.from('1e-7'), 0, 4)).toBe(-1);
  });

  it('means the same double, in the form of JavaScript', () => {
    const form = fc.constantFrom<(n: number) => string>(
      String,
      (n) => n.toExponential(),
      (n) => n.toPrecision(17),
      (n) => (Math.abs(n) < 1e20 ? n.toFixed(20) : String(n)),
    );
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer(),
    );
    fc.assert(
      fc.property(number, form, (n, write) => {
        const text = write(n);
        expect(numberOf(text)).toBe(String(Number(text) === 0 ? 0 : Number(text)));
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(17), (digits, places) => {
        const padded = String(digits)
          .replace('-', '')
          .padStart(places + 1, '0');
        const text = `${digits < 0n ? '-' : ''}${padded.slice(0, padded.length - places)}.${padded.slice(padded.length - places)}`;
        expect(numberOf(text)).toBe(String(Number(text) === 0 ? 0 : Number(text)));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a number format', () => {
  it('shows a date or not', () => {
    const dates = [
      'yyyy\\-mm\\-dd\\ hh:mm',
      'd/m/yy',
      '[$-416]d\\ "de" mmmm;@',
      'h:mm AM/PM',
      '[h]:mm',
      '[ss]',
      'mmm',
      'General;yyyy',
      '[Red]dd',
      'ge.m.d',
      'yyyy',
      'MM:SS.0',
      '[mm]',
    ];
    const others = [
      'General',
      '0.00 "days"',
      '0.00\\d',
      '#,##0',
      '0.00E+00',
      '0%',
      '@',
      '[Red]0',
      '[$€-816] #,##0',
      '"d',
      '_d0',
      '*y0',
      '',
      '[>=100]0;[Blue]0',
      '0 "h:mm"',
      '##0.0E-0',
      '# ?/?',
    ];
    for (const code of dates) expect(isDateFormatCode(code), code).toBe(true);
    for (const code of others) expect(isDateFormatCode(code), code).toBe(false);
    const builtIn = Array.from({ length: 60 }, (_, id) => id).filter(isBuiltInDateFormat);
    expect(builtIn).toEqual([
      14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53,
      54, 55, 56, 57, 58,
    ]);
  });
});
