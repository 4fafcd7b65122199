import { expect, it } from 'vitest';
import { type Setting, typedText, typedValue } from './setting.ts';

const setting = (kind: Setting['kind'], value: number | null, lowest: number, highest: number): Setting => ({
  ...{ name: 'x', usual: null, about: null, about_en: null, fixed_by: null, counts: 'AT_ONCE' },
  ...{ decided_by: null, decided_at: null, kind, value, lowest, highest },
});
const days = setting('whole', 365, 30, 3650);
const share = setting('share', 0.955, 0, 1);

it.each([
  [days, '120', 120],
  [days, ' 30 ', 30],
  [days, '29', null],
  [days, '3651', null],
  [days, '1.234', null],
  [days, '12,5', null],
  [days, '', null],
  [days, '-40', null],
  [days, '1e3', null],
  [share, '95', 0.95],
  [share, '95,5', 0.955],
  [share, '95.5 %', 0.955],
  [share, '0', 0],
  [share, '100', 1],
  [share, '100,1', null],
])('%o: what is typed is taken as people mean it (%s)', (one, text, value) => {
  expect(typedValue(one, text)).toBe(value);
});

it('stands in the field as it is typed, and is read back as what it was', () => {
  expect(typedText(share, ',')).toBe('95,5');
  expect(typedText(days, ',')).toBe('365');
  expect(typedText(setting('whole', null, 1, 1000), ',')).toBe('');
  for (const value of [0.07, 0.29, 0.57, 0.999, 0.5]) {
    const one = setting('share', value, 0, 1);
    expect(typedValue(one, typedText(one, ','))).toBe(value);
  }
});
