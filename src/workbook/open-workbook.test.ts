import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { partsWith as changedParts, failureOf, readAll } from '../../test/support/workbook-values.js';
import { buildXlsx, type CellValue, xlsxParts, type ZipPart, zip } from '../../test/support/xlsx-builder.js';
import { openWorkbook } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function fileOf(bytes: Buffer): string {
  const path = join(folder, `${++files}.xlsx`);
  writeFileSync(path, bytes);
  return path;
}

const rows: CellValue[][] = [
  ['Id', 'Início', 'Nota', 'Sim'],
  [1, { serial: 44743.5 }, 'a < b & "c"', true],
  [2.5, null, ' com espaço ', false],
  [-3, { serial: 1 }, '_x0041_\r\u0001', null],
];
const wanted = [[...rows.slice(0, 3), rows[3]!.slice(0, 3)]];

const partsWith = (changes: Record<string, string | Buffer | null>) => changedParts(rows, changes);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetPath = 'xl/worksheets/sheet1.xml';

describe('a workbook', () => {
  it('gives its values, shared or inline', async () => {
    expect(await readAll(buildXlsx([{ name: 'S', rows }]))).toEqual(wanted);
    expect(await readAll(buildXlsx([{ name: 'S', rows }], { inline: true }))).toEqual(wanted);
  });

  it('lists its sheets and its properties', async () => {
    const sheets = [
      { name: 'Um & "dois"', rows },
      { name: 'B', rows: [], hidden: true },
    ];
    const bytes = buildXlsx(sheets, { date1904: true, modified: '2023-03-31T18:00:00Z' });
    const workbook = await openWorkbook(fileOf(bytes));
    expect(workbook.sheets.map(({ name, state }) => [name, state])).toEqual([
      ['Um & "dois"', 'visible'],
      ['B', 'hidden'],
    ]);
    expect(workbook).toMatchObject({
      date1904: true,
      modified: '2023-03-31T18:00:00Z',
      sizeBytes: bytes.length,
    });
    expect(await workbook.readSheet(workbook.sheets[1]!, () => {})).toMatchObject({ rows: 0 });
    await workbook.close();
  });

  it('is found through its relations: strict, absolute, in any order, chart sheets left out', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Target='${target}' Id='${id}' Type='${strict}/officeDocument/relationships/${type}'/>`;
    const bytes = zip(
      partsWith({
        [sheetPath]: null,
        'xl/sharedStrings.xml': null,
        'xl/workbook.xml': null,
        'xl/_rels/workbook.xml.rels': null,
        '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', '/Book/Main.xml')}</Relationships>`,
        'book/_rels/main.xml.rels': `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships" xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('c', 'chartsheet', 'chart.xml')}${relation('two', 'worksheet', '../deep/second.xml')}${relation('one', 'worksheet', '/first.xml')}</p:Relationships>`,
        'book/main.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships"><x:sheets><x:sheet name="One" r:id="one" state="veryHidden"/><x:sheet name="Chart" r:id="c"/><x:sheet name="Two" r:id="two"/></x:sheets></x:workbook>`,
        'first.xml': `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
        'deep/second.xml': `<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>`,
      }),
    );
    const workbook = await openWorkbook(fileOf(bytes));
    expect(workbook.sheets.map(({ name, state, path }) => [name, state, path])).toEqual([
      ['One', 'veryHidden', 'first.xml'],
      ['Two', 'visible', 'deep/second.xml'],
    ]);
    expect(workbook.modified).toBeNull();
    await workbook.close();
    expect(await readAll(bytes)).toEqual([[[1]], [[2]]]);
  });

  it('may be written in UTF-16, or with a byte order mark', async () => {
    const xml =
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>é😀</v></c></row></sheetData></worksheet>';
    const little = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le');
    for (const part of [little, Buffer.from(little).swap16(), Buffer.from(`\ufeff${xml}`)]) {
      expect(await readAll(zip(partsWith({ [sheetPath]: part })))).toEqual([[['é😀']]]);
    }
  });

  it('leaves out what its list names and it does not hold, and says so', async () => {
    const list = ['', 'rId9', 'gone', 'macro']
      .map((id) => `<sheet name="Module${id}" state="veryHidden" r:id="${id}"/>`)
      .join('');
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
    const bytes = zip(
      partsWith({
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="NoId"/>${list}<sheet name="S" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('', 'worksheet', 'worksheets/sheet1.xml')}${relation('gone', 'worksheet', 'gone.xml')}${relation('macro', 'xlMacrosheet', 'macro.xml')}${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`,
      }),
    );
    const workbook = await openWorkbook(fileOf(bytes));
    await workbook.close();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['S']);
    expect(workbook.lostSheets).toEqual(['NoId', 'Module', 'ModulerId9', 'Modulegone']);
  });

  it('needs no shared strings, but an index must be there', async () => {
    const numbers = `<worksheet><sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData></worksheet>`;
    const bytes = zip(
      partsWith({ [sheetPath]: numbers, 'xl/sharedStrings.xml': null, 'xl/styles.xml': null }),
    );
    expect(await readAll(bytes)).toEqual([[[5]]]);
    const error = await failureOf(zip(partsWith({ 'xl/sharedStrings.xml': `<sst xmlns="${main}"/>` })));
    expect(error.code).toBe('BAD_XML');
    expect(error.message).toContain(sheetPath);
  });

  it('packs shared strings of every shape', async () => {
    const items = [
      '<si><t>plain</t></si>',
      '<si/>',
      '<si><t/></si>',
      '<si><t xml:space="preserve"> kept </t></si>',
      '<si><t> dropped\n</t></si>',
      '<si><r><rPr><b/></rPr><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr/></si>',
      '<si><t>&lt;&#233;&#x1F600;&amp;amp;&gt;</t></si>',
      '<si><t><![CDATA[<a & b>]]></t></si>',
      '<si><!-- <si> --><t>_x0041__x005F_x0041_ _xD83D__xDE00_ _xZZZZ_ _x0000_</t></si>',
      '<si><t>a\r\nb</t></si>\n',
      '<si><t>ação 😀</t></si>',
    ];
    const bytes = zip(partsWith({ 'xl/sharedStrings.xml': `<sst>${items.join('')}</sst>` }));
    const workbook = await openWorkbook(fileOf(bytes));
    const { count, offsets, bytes: packed } = workbook.sharedStrings;
    await workbook.close();
    const texts = Array.from({ length: count }, (_, n) =>
      packed.toString('utf8', offsets[n]!, offsets[n + 1]!),
    );
    expect(offsets.length).toBe(count + 1);
    expect(texts).toEqual([
      'plain',
      '',
      '',
      ' kept ',
      'dropped',
      'rich ',
      '<é😀&amp;>',
      '<a & b>',
      'A_x0041_ 😀 _xZZZZ_ _x0000_',
      'a\nb',
      'ação 😀',
    ]);
  });
});

describe('the archive', () => {
  const parts = xlsxParts([{ name: 'S', rows }]);

  it('may have any form that zip allows', async () => {
    const comment = Buffer.from(
      'a comment with PK\x05\x06 in it, and more than enough bytes after',
      'latin1',
    );
    const forms: Buffer[] = [
      zip(parts.map((part) => ({ ...part, stored: true }))),
      zip(parts.map((part) => ({ ...part, descriptor: true }))),
      zip(parts.map((part) => ({ ...part, zip64: true }))),
      zip(parts, { zip64: true }),
      zip(
        parts.map((part) => ({ ...part, zip64: true, descriptor: true })),
        { zip64: true, prefix: Buffer.alloc(99, 7) },
      ),
      zip(parts, { prefix: Buffer.alloc(1000, 'PK'), comment }),
      zip([{ name: 'xl/', data: '', stored: true }, ...parts.toReversed()]),
      zip(parts.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\').toUpperCase() }))),
    ];
    for (const form of forms) expect(await readAll(form)).toEqual(wanted);
  });

  it('is refused where a checksum, a size or a method is wrong', async () => {
    const broken = (change: Partial<ZipPart>) =>
      failureOf(zip(parts.map((part) => (part.name === sheetPath ? { ...part, ...change } : part))));
    expect(await broken({ crc: 1 })).toMatchObject({ code: 'CORRUPT' });
    expect(await broken({ size: 10 })).toMatchObject({ code: 'CORRUPT' });
    expect(await broken({ size: 100_000 })).toMatchObject({ code: 'CORRUPT' });
    expect(await broken({ size: 10, stored: true })).toMatchObject({ code: 'CORRUPT' });
    expect(await broken({ compressed: Buffer.from('nonsense') })).toMatchObject({ code: 'CORRUPT' });
    expect(await broken({ compressed: Buffer.alloc(0) })).toMatchObject({ code: 'CORRUPT' });
    expect(await broken({ method: 9 })).toMatchObject({ code: 'UNSUPPORTED_COMPRESSION' });
    expect(await broken({ encrypted: true })).toMatchObject({ code: 'ENCRYPTED_WORKBOOK' });
    expect(await failureOf(zip([...parts, parts[0]!]))).toMatchObject({ code: 'CORRUPT' });
  });

  it('is told from what is no workbook', async () => {
    const whole = zip(parts);
    expect(await failureOf(Buffer.alloc(0))).toMatchObject({ code: 'NOT_A_ZIP' });
    expect(await failureOf(Buffer.from('Id;Nome\r\n1;x'))).toMatchObject({ code: 'NOT_A_ZIP' });
    for (const share of [0.3, 0.7, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      expect(await failureOf(cut)).toMatchObject({ code: 'TRUNCATED' });
    }
    expect(await failureOf(whole.subarray(500))).toMatchObject({ code: 'CORRUPT' });
    expect(await failureOf(zip([{ name: 'a.txt', data: 'x' }]))).toMatchObject({ code: 'NOT_A_WORKBOOK' });
    const word = `<Relationships><Relationship Id="r" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`;
    const document = zip([
      { name: '_rels/.rels', data: word },
      { name: 'word/document.xml', data: '<w:document xmlns:w="w"/>' },
    ]);
    expect(await failureOf(document)).toMatchObject({ code: 'NOT_A_WORKBOOK' });
    const binary = word.replace('word/document.xml', 'xl/workbook.bin');
    expect(await failureOf(zip([{ name: '_rels/.rels', data: binary }]))).toMatchObject({ code: 'XLSB' });
  });

  it('is told from the compound files of old and of protected workbooks', async () => {
    const compound = (stream: string) => {
      const bytes = Buffer.alloc(4096);
      bytes.write('d0cf11e0a1b11ae1', 0, 'hex');
      bytes.writeUInt16LE(9, 30);
      bytes.writeUInt32LE(2, 48);
      bytes.write(stream, 1536 + 128, 'utf16le');
      return bytes;
    };
    expect(await failureOf(compound('Workbook'))).toMatchObject({ code: 'OLD_XLS' });
    expect(await failureOf(compound('EncryptedPackage'))).toMatchObject({ code: 'ENCRYPTED_WORKBOOK' });
  });

  it('says when there is no file, or no readable one', async () => {
    await expect(openWorkbook(join(folder, 'nothing.xlsx'))).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
    });
    await expect(openWorkbook(folder)).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
  });
});

describe('the limits', () => {
  const many = (length: number) =>
    Array.from({ length }, (_, n): CellValue[] => [n, `texto ${n}`, 'x'.repeat(500)]);

  it('stop a bomb while it is inflated', async () => {
    const bomb = buildXlsx([{ name: 'S', rows: Array.from({ length: 4000 }, () => [0, 0, 0, 0]) }]);
    const limits = { ratio: 5, ratioFloorBytes: 100_000 };
    expect(await failureOf(bomb, limits)).toMatchObject({ code: 'ZIP_BOMB' });
    expect(await readAll(bomb)).toHaveLength(1);
  });

  it('stop large entries, rows, shared strings and parts', async () => {
    const bytes = buildXlsx([{ name: 'S', rows: many(2000) }], { inline: true });
    expect(await failureOf(bytes, { entryBytes: 300_000 })).toMatchObject({ code: 'ZIP_BOMB' });
    expect(await failureOf(bytes, { partBytes: 100 })).toMatchObject({ code: 'ZIP_BOMB' });
    const shared = buildXlsx([{ name: 'S', rows: many(9000) }]);
    expect(await failureOf(shared, { sharedStringsBytes: 70_000 })).toMatchObject({ code: 'ZIP_BOMB' });
    const wide = buildXlsx([{ name: 'S', rows: [['x'.repeat(6_000_000), 1]] }], { inline: true });
    expect(await failureOf(wide, { rowBytes: 3_000_000 })).toMatchObject({ code: 'ZIP_BOMB' });
    expect(await readAll(wide)).toEqual([[['x'.repeat(6_000_000), 1]]]);
  });
});

describe('readSheet', () => {
  const big = buildXlsx([
    { name: 'S', rows: Array.from({ length: 60_000 }, (_, n) => [n, n * 1.5, `t${n % 7}`]) },
  ]);

  it('holds the inflation back until the consumer is ready', async () => {
    const workbook = await openWorkbook(fileOf(big));
    let open = 0;
    let most = 0;
    let rowsSeen = 0;
    let rowsAtPause = 0;
    const totals = await workbook.readSheet(workbook.sheets[0]!, () => rowsSeen++, {
      betweenChunks: async () => {
        most = Math.max(most, ++open);
        rowsAtPause = rowsSeen;
        await new Promise((resolve) => setTimeout(resolve, 5));
        expect(rowsSeen).toBe(rowsAtPause);
        open--;
      },
    });
    expect(totals).toEqual({ rows: 60_000, inflatedBytes: workbook.sheets[0]!.sizeBytes });
    expect(most).toBe(1);
    await workbook.close();
  });

  it('stops when it is told to, before, between the chunks and while it is held back', async () => {
    const workbook = await openWorkbook(fileOf(big));
    const sheet = workbook.sheets[0]!;
    const signal = AbortSignal.abort();
    await expect(workbook.readSheet(sheet, () => {}, { signal })).rejects.toBe(signal.reason);
    const controller = new AbortController();
    const reason = new Error('enough');
    let rowsSeen = 0;
    const onRow = () => {
      if (++rowsSeen === 5000) controller.abort(reason);
    };
    await expect(workbook.readSheet(sheet, onRow, { signal: controller.signal })).rejects.toBe(reason);
    expect(rowsSeen).toBeLessThan(30_000);
    const second = new AbortController();
    const held = workbook.readSheet(sheet, () => {}, {
      signal: second.signal,
      betweenChunks: () => new Promise(() => setTimeout(() => second.abort(reason), 5)),
    });
    await expect(held).rejects.toBe(reason);
    await workbook.close();
  });

  it('passes on what the consumer throws, and can read again, also two sheets at once', async () => {
    const workbook = await openWorkbook(fileOf(big));
    const sheet = workbook.sheets[0]!;
    const failing = workbook.readSheet(sheet, () => {
      throw new RangeError('mine');
    });
    await expect(failing).rejects.toThrow(RangeError);
    const both = await Promise.all([
      workbook.readSheet(sheet, () => {}),
      workbook.readSheet(sheet, () => {}),
    ]);
    expect(both.map((totals) => totals.rows)).toEqual([60_000, 60_000]);
    await workbook.close();
  });
});
