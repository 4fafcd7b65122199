import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DisplayColumn, fitted, wrapped } from './fit.js';

const words = fc.array(fc.stringMatching(/^[a-zçãé]{1,14}$/), { minLength: 1, maxLength: 4 });
const title = words.map((list) => list.join(' '));
const cell = fc.stringMatching(/^[a-zé0-9]{0,24}$/);

const tables = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    columns: fc.tuple(
      ...Array.from({ length: count }, (_, at) =>
        fc.record<DisplayColumn>({
          title,
          align: fc.constantFrom('left', 'right'),
          rank: fc.constant(count - at),
        }),
      ),
    ),
    rows: fc.array(fc.tuple(...Array.from({ length: count }, () => cell)), { minLength: 1, maxLength: 5 }),
    width: fc.integer({ min: 20, max: 160 }),
  }),
);

const linesOf = (text: string) => stripVTControlCharacters(text).split('\n');
const lengthOf = (line: string) => [...line].length;

it('no line is wider than the terminal, and what ranks first is always there', () => {
  fc.assert(
    fc.property(tables, ({ columns, rows, width }) => {
      const lines = linesOf(fitted(columns, rows, width));
      expect(Math.max(...lines.map(lengthOf))).toBeLessThanOrEqual(width);
      // Whatever way it is broken over lines.
      const whole = lines.join('').replaceAll(' ', '');
      for (const row of rows) expect(whole).toContain(row.at(-1));
    }),
  );
});

it('a wide terminal shows all columns, a narrow one a list', () => {
  const columns = ['Barco', 'Modelo', 'Fase', 'Expedição prevista'].map(
    (name, at): DisplayColumn => ({ title: name, align: 'left', rank: at + 1 }),
  );
  const rows = [['1', 'K1 x', 'Cura', '2023-05-05']];
  expect(linesOf(fitted(columns, rows, 80))).toEqual([
    '                     Expedição',
    'Barco  Modelo  Fase  prevista',
    '1      K1 x    Cura  2023-05-05',
  ]);
  expect(linesOf(fitted(columns, rows, 40))).toEqual([
    'Barco: 1',
    'Modelo: K1 x',
    'Fase: Cura',
    'Expedição prevista: 2023-05-05',
  ]);
});

it('a text keeps its words', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 15, max: 60 }), (list, width) => {
      const text = list.join(' ');
      expect(wrapped(text, width).join(' ')).toBe(text);
    }),
  );
});
