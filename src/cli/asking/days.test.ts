import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysOf } from './days.js';

/** A Sunday. */
const today = '2023-04-30';

it.each([
  ['30/04/2023', '2023-04-30', '2023-04-30'],
  ['5-4-2023', '2023-04-05', '2023-04-05'],
  ['2023-04-30', '2023-04-30', '2023-04-30'],
  ['Hoje', '2023-04-30', '2023-04-30'],
  ['amanhã', '2023-05-01', '2023-05-01'],
  ['sexta', '2023-05-05', '2023-05-05'],
  ['Friday', '2023-05-05', '2023-05-05'],
  ['terça-feira', '2023-05-02', '2023-05-02'],
  ['domingo', '2023-04-30', '2023-04-30'],
  ['esta semana', '2023-04-24', '2023-04-30'],
  ['proxima-semana', '2023-05-01', '2023-05-07'],
  ['02/2024', '2024-02-01', '2024-02-29'],
  ['este-mês', '2023-04-01', '2023-04-30'],
  ['hoje..+7', '2023-04-30', '2023-05-07'],
  ['..30/04/2023', null, '2023-04-30'],
  ['03/2023..', '2023-03-01', null],
])('%s is counted from the dump', (text, from, to) => {
  expect(daysOf(text, today)).toEqual({ from, to });
});

it.each([
  '31/02/2023',
  '30/04',
  'sextas',
  '..',
  'a..b..c',
  '',
  '13/2023',
  '0000-01-01',
  'toString',
  '2023-4',
])('«%s» is taken for what it is', (text) => {
  const expected = text === '2023-4' ? { from: '2023-04-01', to: '2023-04-30' } : null;
  expect(daysOf(text, today)).toEqual(expected);
});

it('a day is the same day in every form, and a day of the week is within a week', () => {
  const day = fc.date({
    min: new Date('1000-01-01'),
    max: new Date('9990-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, day, (one, now) => {
      const [iso, clock] = [one, now].map((date) => date.toISOString().slice(0, 10)) as [string, string];
      const [year, month, date] = iso.split('-');
      expect(daysOf(`${date}/${month}/${year}`, clock)).toEqual({ from: iso, to: iso });
      expect(daysOf(iso, clock)).toEqual({ from: iso, to: iso });
      const friday = daysOf('sexta', clock)!.from!;
      expect(new Date(friday).getUTCDay()).toBe(5);
      const ahead = (Date.parse(friday) - Date.parse(clock)) / 86_400_000;
      expect(ahead >= 0 && ahead < 7).toBe(true);
    }),
  );
});
