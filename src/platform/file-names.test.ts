import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingName } from './file-names.js';

describe('a name that fits', () => {
  it('is itself where it fits, and else cut within its stem at a whole character', () => {
    expect(fittingName('Folha_IA.xlsx')).toBe('Folha_IA.xlsx');
    expect(fittingName(`${'a'.repeat(250)}.xlsx`)).toBe(`${'a'.repeat(250)}.xlsx`);
    expect(fittingName(`${'a'.repeat(251)}.xlsx`)).toBe(`${'a'.repeat(249)}~.xlsx`);
    expect(fittingName('áááá.xlsx', 11)).toBe('áá~.xlsx');
    expect(fittingName('áááá.xlsx', 12)).toBe('ááá~.xlsx');
    expect(fittingName('😀😀.xlsx', 11)).toBe('😀~.xlsx');
    expect(fittingName(`x.${'y'.repeat(300)}`, 20)).toBe(`x.${'y'.repeat(17)}~`);
  });

  it('has at most so many bytes, keeps its extension and is text, whatever it is called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 90 }),
        fc.integer({ min: 20, max: 120 }),
        (stem, most) => {
          const name = fittingName(`${stem}.xlsx`, most);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(most);
          expect(name.endsWith('.xlsx')).toBe(true);
          expect(name.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
