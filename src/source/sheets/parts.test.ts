import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheets } from '../../contract/index.js';
import { longestSheetName, partNameOf } from '../../contract/part-name.js';
import { chain, type Link } from './chain.js';
import { readSheetName } from './sheet-name.js';

describe('what a sheet is called', () => {
  it.each([
    ['FasesOrdemFabrico', 1],
    ['  fasesordemfabrico ', 1],
    ['FasesOrdemFabrico (2)', 2],
    ['FasesOrdemFabrico(2)', 2],
    ['FASESORDEMFABRICO  (12)', 12],
    ['FasesOrdemFabrico_2', 2],
    ['FasesOrdemFabrico_02', 2],
    ['FasesOrdemFabrico 2', 2],
    ['FasesOrdemFabrico\u00a03', 3],
    ['FasesOrdemFabrico (1)', 1],
  ])('is a part: «%s» is number %i', (name, number) => {
    const found = readSheetName(name);
    expect(found?.sheet.sheet).toBe('FasesOrdemFabrico');
    expect(found?.number).toBe(number);
  });

  it.each([
    // 28 characters; Excel holds 31.
    ['FuncionariosFaseOrdemFabric (2)', 2],
    ['FuncionariosFaseOrdemFabri (10)', 10],
    ['funcionariosfaseordemfabr (100)', 100],
    ['FuncionariosFaseOrdemFabri  (7)', 7],
    ['FuncionariosFaseOrdemFabri(100)', 100],
    ['FuncionariosFaseOrdemFabric_100', 100],
    ['FuncionariosFaseOrdemFabric 100', 100],
    ['FuncionariosFaseOrdemFabrico_10', 10],
    ['FuncionariosFaseOrdemFabrico(2)', 2],
  ])('is a part whose name found no room: «%s» is number %i', (name, number) => {
    expect(name).toHaveLength(longestSheetName);
    const found = readSheetName(name);
    expect(found?.sheet.sheet).toBe('FuncionariosFaseOrdemFabrico');
    expect(found).toMatchObject({ number, isPlain: false });
  });

  it.each(sheets.map(({ sheet }) => sheet))(
    'is read back in the names that we give to parts of %s',
    (sheet) => {
      for (const number of [2, 9, 10, 99, 100, 999]) {
        const name = partNameOf(sheet, number);
        expect(name.length).toBeLessThanOrEqual(longestSheetName);
        expect(readSheetName(name)).toMatchObject({ sheet: { sheet }, number });
      }
      expect(partNameOf('Fases', 2)).toBe('Fases (2)');
    },
  );

  it.each([
    'FuncionariosFaseOrdemFab (2)',
    'FuncionariosFaseOrdemFabxxx (2)',
    'FasesOrdemFabri (2)',
    'FasesOrdemFabrico (0)',
    'FasesOrdemFabrico 2023',
    'FasesOrdemFabrico2',
    'FasesOrdemFabrico (dois)',
    'FasesOrdemFabrico (2) (2)',
    'FasesOrdemFabrico-2',
    'Outra (2)',
    '(2)',
    '',
  ])('is not: «%s»', (name) => expect(readSheetName(name)).toBeNull());
});

const link = (file: number, number: number): Link => ({ file, number, place: `${file}:${number}` });
const places = (links: readonly Link[]) => links.map(({ place }) => place);

describe('the parts of a sheet', () => {
  it.each([
    ['one workbook', ['0:1', '0:2', '0:3']],
    ['numbers that run through the workbooks', ['0:1', '0:2', '1:3', '2:4']],
    ['numbers that run against the order of the workbooks', ['1:1', '0:2']],
    ['each workbook begins anew', ['0:1', '1:1', '1:2', '2:1']],
    ['a workbook that begins anew, one that goes on', ['0:1', '1:1', '2:2']],
  ])('stand in order: %s', (_, ordered) => {
    const links = ordered.map((place) => link(...(place.split(':').map(Number) as [number, number])));
    // However they are met.
    for (const given of [links, links.toReversed()]) {
      const found = chain(given);
      expect(places(found.parts)).toEqual(ordered);
      expect(found).toMatchObject({ doubled: [], gaps: [] });
    }
  });

  it('tells gaps, also at the beginning', () => {
    expect(chain([link(0, 1), link(0, 4)]).gaps).toEqual([
      { number: 2, before: '0:4' },
      { number: 3, before: '0:4' },
    ]);
    expect(chain([link(0, 2)]).gaps).toEqual([{ number: 1, before: '0:2' }]);
    expect(chain([link(0, 1), link(1, 1), link(1, 3)]).gaps).toEqual([{ number: 2, before: '1:3' }]);
  });

  it('tells doubled numbers, within a workbook and where one goes on', () => {
    expect(chain([link(0, 1), { ...link(0, 1), place: 'again' }]).doubled).toEqual(['0:1', 'again']);
    expect(chain([link(0, 1), link(0, 2), link(1, 2)]).doubled).toEqual(['0:2', '1:2']);
  });

  it('are all there, once, or something is told', () => {
    const links = fc.array(fc.record({ file: fc.nat({ max: 3 }), number: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(links, (drawn) => {
        const given = drawn.map(({ file, number }, place) => ({
          ...link(file, number),
          place: String(place),
        }));
        const { parts, doubled, gaps } = chain(given);
        if (doubled.length === 0) expect(places(parts).toSorted()).toEqual(places(given).toSorted());
        if (doubled.length > 0 || gaps.length > 0) return;
        for (const [place, one] of parts.entries()) {
          const before = parts[place - 1];
          expect([1, (before?.number ?? 0) + 1]).toContain(one.number);
          // A number never comes back within its workbook.
          expect(parts.filter(({ file, number }) => file === one.file && number === one.number)).toHaveLength(
            1,
          );
        }
      }),
    );
  });
});
