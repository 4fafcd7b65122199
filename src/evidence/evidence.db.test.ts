import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/support/database.js';
import { familyOf, familySql } from '../contract/factory/index.js';
import { boundsOfMean, boundsOfShare } from './bounds.js';
import { gates } from './gates/declared.js';
import { judge } from './gates/measure.js';
import { issueTypesInEnglish } from './issues/english.js';
import { type IssueTypeName, issueTypes } from './issues/types.js';

describe('every kind of finding', () => {
  it.each(Object.entries(issueTypes))(
    '%s says what it means and what to do, in a sentence each, in both languages',
    (name, type) => {
      const english = issueTypesInEnglish[name as IssueTypeName];
      const sentences = [type.explanation, type.howToFix, english.explanation, english.howToFix];
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÀ-Ú].{20,}\.$/u);
      expect(new Set(sentences).size).toBe(4);
      // What both name, a column, a command or a number, is the same.
      const named = (text: string) =>
        (text.match(/\w+_\w+|\d+ ?%?|prodplan \w+|Funcionarios/g) ?? []).toSorted();
      expect(named(english.explanation)).toEqual(named(type.explanation));
      expect(named(english.howToFix)).toEqual(named(type.howToFix));
    },
  );
});

describe('every gate', () => {
  it.each(gates.map((gate) => [gate.gate, gate] as const))(
    '%s says what it asks, counts and needs',
    (_, gate) => {
      expect(gate.question).toMatch(/\?$/);
      for (const text of [gate.measured, gate.remedy]) expect(text.length).toBeGreaterThan(20);
      expect(gate.threshold === null).toBe(gate.sql === null);
      expect(gate.floor).toBeLessThanOrEqual(gate.threshold ?? 1);
    },
  );

  const gate = gates.find((one) => one.gate === 'product_join')!;
  const state = (covered: number, threshold: number | null = 0.95) =>
    judge(gate, threshold, { total: 100, covered, hits: 0 }).state;

  it('is judged by its rate, at the threshold and at the floor', () => {
    expect([state(100), state(95), state(94), state(80), state(79), state(0)]).toEqual([
      'SUPPORTED',
      'SUPPORTED',
      'DEGRADED',
      'DEGRADED',
      'NOT_SUPPORTED_BY_DATA',
      'NOT_SUPPORTED_BY_DATA',
    ]);
    expect(state(79, 0.5)).toBe('SUPPORTED');
    expect(judge(gate, 0.95, { total: 0, covered: 0, hits: 0 })).toMatchObject({
      state: 'NOT_SUPPORTED_BY_DATA',
      rate: null,
    });
    expect(judge(gates.at(-1)!, null, null)).toMatchObject({
      gate: 'consumption',
      state: 'NOT_SUPPORTED_BY_DATA',
      bounds: null,
    });
  });
});

describe('bounds', () => {
  it('hold the true share, whatever the rows without cover are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ hit: fc.boolean(), covered: fc.boolean() }), { minLength: 1 }),
        (rows) => {
          const covered = rows.filter((row) => row.covered);
          const bounds = boundsOfShare({
            hits: covered.filter((row) => row.hit).length,
            covered: covered.length,
            total: rows.length,
          });
          const truth = rows.filter((row) => row.hit).length / rows.length;
          expect(truth).toBeGreaterThanOrEqual(bounds.lowest - 1e-12);
          expect(truth).toBeLessThanOrEqual(bounds.highest + 1e-12);
        },
      ),
    );
  });

  it('hold the true mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.integer({ min: 3, max: 9 }), covered: fc.boolean() }), {
          minLength: 1,
        }),
        (rows) => {
          const covered = rows.filter((row) => row.covered);
          const sum = (list: typeof rows): number => list.reduce((all, row) => all + row.value, 0);
          const bounds = boundsOfMean(
            { sum: sum(covered), covered: covered.length, total: rows.length },
            3,
            9,
          );
          const truth = sum(rows) / rows.length;
          expect(truth).toBeGreaterThanOrEqual(bounds.lowest - 1e-12);
          expect(truth).toBeLessThanOrEqual(bounds.highest + 1e-12);
        },
      ),
    );
  });

  it('are as wide as can be without any row', () => {
    expect(boundsOfShare({ hits: 0, covered: 0, total: 0 })).toEqual({ value: null, lowest: 0, highest: 1 });
  });
});

describe('the product family', () => {
  it('is the same in SQL and in TypeScript', async () => {
    const names = [
      'K1 Vanquish L',
      ' k2 x',
      'K12 x',
      'K1',
      'C4-800',
      'C1X',
      'Slalom K1',
      'K3 x',
      '',
      'Ocean Ski 510',
      'K1ção',
      null,
    ];
    const test = await testDatabase();
    try {
      const { rows } = await test.database.pool.query<{ family: string | null }>(
        `SELECT ${familySql('name')} AS family FROM unnest($1::text[]) WITH ORDINALITY AS n (name, place) ORDER BY place`,
        [names],
      );
      expect(rows.map((row) => row.family)).toEqual(names.map(familyOf));
      expect(names.map(familyOf)).toEqual([
        'K1',
        'K2',
        'other',
        'K1',
        'C4',
        'other',
        'other',
        'other',
        'other',
        'other',
        'K1',
        null,
      ]);
    } finally {
      await test.drop();
    }
  });
});
