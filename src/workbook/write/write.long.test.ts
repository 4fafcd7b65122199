import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { hardRows, tableOf } from '../../../test/support/hard-table.js';
import { unzip } from '../../../test/support/unzip.js';
import { xlsx } from '../../http/exports/xlsx.js';
import { writeSample } from '../../sample/index.js';
import { columnName } from './column-name.js';
import { SharedStringsWriter } from './shared-strings.js';
import { sheetXml } from './sheet-xml.js';

type Parts = ReadonlyMap<string, string>;

async function partsOf(pieces: AsyncIterable<Buffer>): Promise<Parts> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return unzip(Buffer.concat(all));
}

async function sampleParts(): Promise<Parts> {
  const folder = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
  try {
    const path = join(folder, 'Folha_IA.xlsx');
    await writeSample(path, { orders: 20, seed: 1, asOf: '2023-04-30T18:00:00' });
    return unzip(await readFile(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const sheetsOf = (parts: Parts): [string, string][] =>
  [...parts].filter(([name]) => /\/sheet\d+\.xml$/.test(name));

/** The shared texts, as they are written; those of the header come first. */
const textsOf = (parts: Parts): string[] =>
  [...parts.get('xl/sharedStrings.xml')!.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text!);
const columns = 6;

/** As a reader must read it. */
function decoded(xml: string): string {
  return xml
    .replaceAll(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The order of ECMA-376, CT_Worksheet, of the elements that occur here. */
const order = ['dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'pageMargins', 'tableParts'];

/** What makes every reader find every cell: see the list of the readers in docs/decisions. */
function mustBeWhole(parts: Parts): void {
  for (const [name, xml] of parts) {
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'), name).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML may not hold them.
    expect(xml, name).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    for (const [, attributes, text] of xml.matchAll(/<t( [^>]*)?>([^<]*)<\/t>/g))
      expect(attributes !== undefined, `${name}: ${text}`).toBe(/^[ \t\n]|[ \t\n]$/.test(text!));
  }
  for (const [name, xml] of sheetsOf(parts)) {
    const children = [...xml.matchAll(new RegExp(`<(${order.join('|')})\\b`, 'g'))];
    expect(
      children.map(([, element]) => element),
      name,
    ).toEqual(order.filter((one) => one !== 'tableParts' || xml.includes('<tableParts')));
    let [rows, last] = [0, 1];
    for (const [, number, inside] of xml.matchAll(/<row r="(\d+)" spans="1:\d+">(.*?)<\/row>/gs)) {
      expect(Number(number), name).toBe(++rows);
      let before = 0;
      for (const [, letters, line] of inside!.matchAll(/<c r="([A-Z]+)(\d+)"/g)) {
        const at = Array.from(letters!).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
        expect([line, at > before], name).toEqual([number, true]);
        [before, last] = [at, Math.max(last, at)];
      }
    }
    expect(xml.match(/<row\b/g)?.length ?? 0).toBe(rows);
    expect(xml.match(/<c\b/g)?.length ?? 0).toBe(xml.match(/<c r="[A-Z]+\d+"/g)?.length ?? 0);
    expect(xml).toContain(`<dimension ref="A1:${columnName(last - 1)}${rows}"/>`);
  }
  const xfs = parts.get('xl/styles.xml')!.match(/<xf [^>]*>/g)!;
  expect(xfs.length).toBeGreaterThan(2);
  for (const xf of xfs)
    for (const attribute of ['numFmtId', 'fontId', 'fillId', 'borderId'])
      expect(xf).toContain(`${attribute}="`);
  const types = parts.get('[Content_Types].xml')!;
  for (const name of parts.keys())
    if (!name.endsWith('.rels') && name !== '[Content_Types].xml') expect(types).toContain(`"/${name}"`);
}

describe('a workbook that we write', () => {
  let exported: Parts;
  beforeAll(async () => {
    exported = await partsOf(xlsx(tableOf(hardRows)));
  });

  it('has in an export whatever readers ask for', () => {
    mustBeWhole(exported);
    expect(sheetsOf(exported)).toHaveLength(3);
  });

  it('has in a sample whatever readers ask for', async () => {
    const parts = await sampleParts();
    mustBeWhole(parts);
    expect(sheetsOf(parts)).toHaveLength(9);
  });

  it('has ids as plain numbers, days and moments as dates, numbers to the last bit', () => {
    const sheet = exported.get('xl/worksheets/sheet1.xml')!;
    const cell = (ref: string) =>
      new RegExp(`<c r="${ref}"([^>]*)>(?:<v>([^<]*)</v>)?`).exec(sheet)?.slice(1);
    expect(cell('A2')).toEqual(['', '45000']);
    expect(cell('C3')![1]).toBe('1.07500004768372');
    expect(cell('C5')![1]).toBe('1e-7');
    expect(cell('F2')).toEqual([' t="b"', '1']);
    // 14 and 22 are a day, and a day with time, in every spreadsheet.
    const formats = [
      ...exported
        .get('xl/styles.xml')!
        .split('<cellXfs')[1]!
        .matchAll(/numFmtId="(\d+)"/g),
    ];
    const formatOf = (ref: string) => formats[Number(/s="(\d+)"/.exec(cell(ref)![0]!)![1])]![1];
    expect([formatOf('D2'), cell('D2')![1]]).toEqual(['14', '45046']);
    expect([formatOf('E2'), cell('E2')![1]]).toEqual(['22', '45046.6875']);
    // A number between 0 and 1 that is a share is shown as per cent.
    expect(formatOf('C2')).toBe('165');
    // What is null is no cell.
    expect(cell('D3')).toBeUndefined();
  });

  it('has its rows as a table whose columns are those of the first row, also where there is none', async () => {
    for (const rows of [hardRows, hardRows.slice(0, 1), []]) {
      const parts = await partsOf(xlsx(tableOf(rows)));
      const table = parts.get('xl/tables/table1.xml')!;
      const reach = `A1:F${Math.max(2, rows.length + 1)}`;
      expect([...table.matchAll(/ ref="([^"]*)"/g)].map(([, ref]) => ref)).toEqual([reach, reach]);
      const names = [...table.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map(([, name]) => name);
      expect(names).toEqual(['Barco', 'Texto', 'Parte', 'Dia', 'moment', 'open']);
      expect(names).toEqual(textsOf(parts).slice(0, columns));
      expect(table).toContain('displayName="teste"');
      expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="../tables/table1.xml"');
      expect(parts.get('[Content_Types].xml')).toContain('"/xl/tables/table1.xml"');
      expect(parts.get('xl/worksheets/sheet1.xml')).toContain('state="frozen"');
    }
  });

  it('says of a long list nothing about its end, rather than something wrong, and holds every row', async () => {
    const rows = Array.from({ length: 10_050 }, (_, n) => ({ ...hardRows[0]!, of_id: n }));
    const sheet = (await partsOf(xlsx(tableOf(rows, 500)))).get('xl/worksheets/sheet1.xml')!;
    expect(sheet).not.toContain('<dimension');
    expect(sheet.match(/<row r="/g)).toHaveLength(rows.length + 1);
  });

  it('tells any text as it is, within what XML and Excel can hold', async () => {
    const some = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(some, async (texts) => {
        const parts = await partsOf(xlsx(tableOf(texts.map((text) => ({ ...hardRows[0]!, text })))));
        mustBeWhole(parts);
        const shared = textsOf(parts);
        const cells = [
          ...parts.get('xl/worksheets/sheet1.xml')!.matchAll(/<c r="B\d+"[^>]* t="s"><v>(\d+)</g),
        ];
        expect(cells.slice(1).map(([, number]) => decoded(shared[Number(number)]!))).toEqual(
          texts.map((text) => text.replaceAll(/\r\n?/g, '\n')),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('holds texts in their cells where the table of texts is full', async () => {
    const strings = new SharedStringsWriter(200);
    const texts = ['a', ' b', 'c', ' d', '<e>', 'a', 'f'];
    const blocks = [texts.map((text) => [text])];
    let sheet = '';
    for await (const piece of sheetXml(
      { columns: [{ width: 9 }], hasHeader: false, rowCount: 7, blocks },
      strings,
    ))
      sheet += piece.toString();
    expect([...strings.texts(), strings.uses]).toEqual(['a', ' b', 'c', ' d', 5]);
    expect(sheet).toContain('<c r="A5" t="inlineStr"><is><t>&lt;e&gt;</t></is></c>');
    expect(sheet).toContain('<c r="A6" t="s"><v>0</v></c>');
    expect(sheet).toContain('<c r="A7" t="inlineStr"><is><t>f</t></is></c>');
  });

  it('cuts a text that no cell holds, so that it is seen, and never within a character', async () => {
    const text = `${'a'.repeat(32_765)}😀b`;
    const [told] = textsOf(await partsOf(xlsx(tableOf([{ ...hardRows[0]!, text }])))).slice(columns);
    expect(told).toBe(`${'a'.repeat(32_765)}…`);
  });

  it('is given up where its source fails', async () => {
    const table = tableOf(hardRows);
    async function* pages(): typeof table.pages {
      yield hardRows.slice(0, 1);
      throw new Error('the database went away');
    }
    await expect(partsOf(xlsx({ ...table, pages: pages() }))).rejects.toThrow('the database went away');
  });
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %d is called %s', (index, name) => expect(columnName(index)).toBe(name));
