import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimalText, groupDigits, groupDigitsUnbroken, percentText, plainDecimal } from './numbers.js';

it('groups digits by three, as a search from the end does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e12 }), (value) => {
      const byHand = String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
      expect(groupDigits(value)).toBe(byHand);
      expect(groupDigits(value, 'en')).toBe(byHand.replaceAll(' ', ','));
      expect(groupDigitsUnbroken(value)).toBe(byHand.replaceAll(' ', '\u00a0'));
    }),
  );
  expect(groupDigits(1078)).toBe('1 078');
});

it('writes decimals and shares in both languages', () => {
  expect([decimalText(2.345, 1), decimalText(12345.6, 2), decimalText(-0.01, 1)]).toEqual([
    '2,3',
    '12345,60',
    '0,0',
  ]);
  expect(decimalText(2.5, 2, 'en')).toBe('2.50');
  expect([percentText(0.213), percentText(0.2, 0), percentText(1, 1, 'en')]).toEqual([
    '21,3 %',
    '20 %',
    '100.0 %',
  ]);
  expect([plainDecimal(0.05), plainDecimal(-0.02), plainDecimal(3)]).toEqual(['0,05', '-0,02', '3']);
});

it('nothing else of the program writes numbers for people', () => {
  const source = fileURLToPath(new URL('../', import.meta.url));
  const homes = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
    .filter((name) =>
      /Intl\.NumberFormat|replace\('\.', ','\)|\\B\(\?=\(\\d\{3\}\)/.test(
        readFileSync(join(source, name), 'utf8'),
      ),
    );
  expect(homes).toEqual(['platform/numbers.ts']);
});
