import { describe, expect, it } from 'vitest';
import { failureOf, partsWith, readAll, workbookOf } from '../../test/support/workbook-values.js';
import { zip } from '../../test/support/xlsx-builder.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const sheetOf = (rows: string) => `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
const cell = (address: string, value: number) => `<c r="${address}"><v>${value}</v></c>`;

describe('rows under one number', () => {
  it('are one row where they follow each other, by both paths', async () => {
    const ordinary = `<row r="1">${cell('A1', 1)}${cell('C1', 3)}</row><row r="2">${cell('A2', 4)}${cell('B2', 5)}</row>`;
    const wanted = await readAll(workbookOf(sheetOf(ordinary)));
    expect(wanted).toEqual([
      [
        [1, null, 3],
        [4, 5],
      ],
    ]);
    for (const row of ['<row r=', '<row  r=']) {
      const split = (address: string, value: number) =>
        `${row}"${address.slice(1)}">${cell(address, value)}</row>\n`;
      const forms = [
        split('A1', 1) + split('C1', 3) + split('A2', 4) + split('B2', 5),
        split('C1', 3) + split('A1', 1) + split('B2', 5) + split('A2', 4),
        `${split('A1', 1)}<row r="1"/>${split('C1', 3)}<!-- -->${split('A2', 4)}<row r='2'>${cell('B2', 5)}</row>`,
      ];
      for (const form of forms) expect(await readAll(workbookOf(sheetOf(form))), form).toEqual(wanted);
    }
    // Without a number of its own a row has that of its cells.
    const unnumbered = ordinary.replaceAll(/<row r="."/g, '<row');
    expect(await readAll(workbookOf(sheetOf(unnumbered)))).toEqual(wanted);
    const single = `<row>${cell('A1', 1)}</row><row>${cell('C1', 3)}</row><row>${cell('A2', 4)}</row><row>${cell('B2', 5)}</row>`;
    expect(await readAll(workbookOf(sheetOf(single)))).toEqual(wanted);
  });

  it('are refused where they hold the same cell', async () => {
    const twice = `<row r="1">${cell('A1', 1)}</row><row r="7">${cell('A7', 1)}${cell('B7', 2)}</row><row r="7">${cell('B7', 2)}</row>`;
    expect(await failureOf(workbookOf(sheetOf(twice)))).toMatchObject({
      code: 'REPEATED_ROW',
      place: { cell: 'B7', row: 7 },
    });
  });
});

describe('a refusal inside a sheet', () => {
  it('names the sheet and the cell, or the row', async () => {
    const first = `<row r="4">${cell('A4', 1)}</row>`;
    const cases: [string, string][] = [
      [`<row r="5"><c r="AB5" t="s"><v>9</v></c></row>`, 'cell AB5'],
      [`<row r="5"><c r="B5" t="b"><v>2</v></c></row>`, 'cell B5'],
      [`<row r="5"><c r="B5" t="z"><v>2</v></c></row>`, 'cell B5'],
      [`<row r="5">${cell('B5', 1)}${cell('B5', 1)}</row>`, 'cell B5'],
      [`<row r="5"><c r="B5" t="str"><v>a &nbsp; b</v></c></row>`, 'cell B5'],
      [`<row r="5"><c r="B5" t="str"><v>\u0001</v></c></row>`, 'cell B5'],
      [`<row r="5"><c r="B5"><v>1</w></c></row>`, 'cell B5'],
      [`<row r="5">${cell('B6', 1)}</row>`, 'row 5'],
      [`<row r="5"><c r="?"/></row>`, 'row 5'],
      [`<row r="5"><x:c r="A5"/></row>`, 'cell A5'],
      [`<row r="5">${cell('A5', 1)}<x:c r="C5"/></row>`, 'cell C5'],
      [`<row r="5">${cell('A5', 1)}<c r="B5" s="<"/></row>`, 'cell B5'],
      [`<row r="5">${cell('A5', 1)}<c r='B5' s=1/></row>`, 'cell B5'],
      [`<row r="5">${cell('A5', 1)}<c r="<B5"/></row>`, 'after cell A5'],
      [`<row r="5">${cell('A5', 1)}<c r="&B5"/></row>`, 'after cell A5'],
      [`<row r="5">${cell('A5', 1)}<c r="?"/></row>`, 'after cell A5'],
      [`<row r="5">${cell('A5', 1)}${cell('B6', 1)}</row>`, 'after cell A5'],
      [`<row r="5">${cell('A5', 1)}<c r="B5"/></x></row>`, 'after cell B5'],
      [`<row r="5">${cell('AA5', 1)}c r="AB5"><v>1</v></c></row>`, 'after cell AA5'],
      [`<row r="x"/>`, 'after row 4'],
      [`<!DOCTYPE a>`, 'after row 4'],
    ];
    for (const [rows, where] of cases) {
      const error = await failureOf(workbookOf(sheetOf(first + rows)));
      expect(error.code, rows).toBe('BAD_XML');
      expect(error.message, rows).toContain(`Sheet S, ${where} (xl/worksheets/sheet1.xml) cannot be read: `);
    }
    const early = await failureOf(workbookOf('<chartsheet/>'));
    expect(early.message).toContain('Sheet S, before its first row');
    const bytes = Buffer.from(sheetOf(`${first}<row r="5">${cell('C5', 7)}</row>`));
    for (const type of ['', ' t="str"']) {
      const at = bytes.toString().replace('<c r="C5"><v>7', `<c r="C5"${type}><v>~`);
      const bad = Buffer.from(at, 'latin1').map((byte) => (byte === 0x7e ? 0xe9 : byte));
      expect((await failureOf(workbookOf(Buffer.from(bad)))).place).toMatchObject({ cell: 'C5', row: 5 });
    }
  });

  it('does not repeat text of the file', async () => {
    const rows = `<row r="1"><c r="A1" t="str"><v>Rosa & Maria Santos; ok</v></c></row>`;
    expect((await failureOf(workbookOf(sheetOf(rows)))).message).not.toContain('Maria');
  });
});

describe('a part in another encoding', () => {
  const text = 'ação € “x” – Š';
  const latin = 'ação ª ÿ';
  const bytesOf1252 = (xml: string) =>
    Buffer.from(
      Array.from(xml, (character) => {
        const at = '€‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž'.indexOf(character);
        const special: Record<string, number> = { '€': 0x80, Š: 0x8a, '“': 0x93, '”': 0x94, '–': 0x96 };
        return at >= 0 ? special[character]! : character.charCodeAt(0);
      }),
    );
  const shared = (content: string) => `<sst xmlns="${main}"><si><t>${content}</t></si></sst>`;
  const sheet = sheetOf(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>~</t></is></c></row>',
  );

  it('is read where it says so, whatever the name is called, in every part', async () => {
    const names: [string, string, (xml: string) => Buffer][] = [
      ...['windows-1252', 'Windows-1252', 'CP1252', 'cp-1252'].map(
        (name): [string, string, (xml: string) => Buffer] => [name, text, bytesOf1252],
      ),
      ...['ISO-8859-1', 'iso8859-1', 'ISO_8859-1', 'latin1', 'Latin-1', 'l1'].map(
        (name): [string, string, (xml: string) => Buffer] => [
          name,
          latin,
          (xml) => Buffer.from(xml, 'latin1'),
        ],
      ),
    ];
    for (const [name, content, encode] of names) {
      for (const declaration of [
        `<?xml version="1.0" encoding="${name}"?>`,
        `<?xml version='1.0'\n encoding = '${name}' standalone='yes' ?>\n`,
      ]) {
        const parts = partsWith([], {
          'xl/sharedStrings.xml': shared(content),
          'xl/worksheets/sheet1.xml': sheet.replace('~', content),
          'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${latin}" r:id="rId1"/></sheets></workbook>`,
        }).map((part) => ({
          ...part,
          data: encode(declaration + part.data.toString().replace(/^<\?xml[^>]*>\s*/, '')),
        }));
        expect(await readAll(zip(parts)), name).toEqual([[[content, content]]]);
      }
    }
  });

  it('has the control characters of the same number for the five bytes that windows-1252 leaves undefined', async () => {
    const xml = `<?xml version="1.0" encoding="windows-1252"?>${sheetOf('<row r="1"><c r="A1" t="str"><v>~</v></c></row>')}`;
    const [before, after] = xml.split('~');
    const bytes = Buffer.concat([
      Buffer.from(before!),
      Buffer.of(0x81, 0x8d, 0x8f, 0x90, 0x9d),
      Buffer.from(after!),
    ]);
    expect(await readAll(workbookOf(bytes))).toEqual([[['\u0081\u008d\u008f\u0090\u009d']]]);
  });

  it('is refused where it is none that is read here; a byte order mark outweighs what it says', async () => {
    const other = `<?xml version="1.0" encoding="koi8-r"?>${sheet}`;
    expect((await failureOf(workbookOf(other))).message).toContain('koi8-r');
    const marked = `\ufeff<?xml version="1.0" encoding="windows-1252"?>${sheet.replace('~', text)}`;
    const more = { 'xl/sharedStrings.xml': shared('a') };
    expect(await readAll(workbookOf(marked, more))).toEqual([[['a', text]]]);
    const ascii = `<?xml version="1.0" encoding="US-ASCII"?>${sheet}`;
    expect(await readAll(workbookOf(ascii, more))).toEqual([[['a', '~']]]);
  });
});
