import { describe, expect, it } from 'vitest';
import { failureOf, readAll, workbookOf } from '../../test/support/workbook-values.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const strictMain = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strictOffice = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const pkg = 'http://schemas.openxmlformats.org/package/2006/relationships';
const mc = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The rows of a sheet of this XML. */
async function rowsOf(xml: string | Buffer, more: Record<string, string> = {}): Promise<unknown[][]> {
  return (await readAll(workbookOf(xml, more)))[0]!;
}

/** What one cell of this XML gives. */
async function cellOf(attributes: string, inside: string): Promise<unknown> {
  const cells = `<c r="A1" ${attributes}>${inside}</c><c r="B1"><v>7</v></c>`;
  const [row] = await rowsOf(
    `<worksheet xmlns="${main}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  );
  return row![0];
}

describe('an inline text', () => {
  const is = (inside: string) => `<is>${inside}</is>`;

  it('is what <is> holds, whatever stands beside it and in whichever order', async () => {
    const stale = '<v>1.0</v>';
    const formula = '<f>A2</f>';
    const text = is('<t>TEXT</t>');
    const orders = [
      text,
      stale + text,
      text + stale,
      formula + text,
      text + formula,
      formula + stale + text,
      stale + formula + text,
      stale + text + formula,
      text + stale + formula,
      formula + text + stale,
      text + formula + stale,
      `<v/>${text}`,
      `${text}<v></v>`,
      `<extLst><ext/></extLst>${stale}\n${text} <!-- <v>2</v> -->`,
    ];
    for (const inside of orders) expect(await cellOf('t="inlineStr"', inside), inside).toBe('TEXT');
    expect(await cellOf(`s='1' t='inline&#83;tr'`, stale + text)).toBe('TEXT');
  });

  it('is its text and its runs, without the phonetic ones', async () => {
    const shapes: [string, string][] = [
      ['<t>a &amp; b</t>', 'a & b'],
      ['<t><![CDATA[<v>]]>x<!-- no --></t>', '<v>x'],
      [
        '<r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr/>',
        'rich',
      ],
      ['<rPh sb="0" eb="1"><t>no</t></rPh><t>yes</t>', 'yes'],
      ['<t xml:space="preserve"> a </t>', ' a '],
      ["<t xml:space = '&#112;reserve'> a </t>", ' a '],
      ['<t> a </t>', 'a'],
      ['<t/>', ''],
      ['', ''],
    ];
    for (const [inside, wanted] of shapes) {
      expect(await cellOf('t="inlineStr"', `<v>1.0</v>${is(inside)}`), inside).toBe(wanted);
      expect(await cellOf('t="inlineStr"', `${is(inside)}<v>1.0</v>`), inside).toBe(wanted);
      expect(await cellOf('t="inlineStr"', is(inside)), inside).toBe(wanted);
    }
    expect(await cellOf('t="inlineStr"', '<v>1.0</v><is/>')).toBe('');
  });

  it('is what <v> holds where there is no <is>; in a cell of another type <is> does not count beside <v>', async () => {
    expect(await cellOf('t="inlineStr"', '<v>TEXT</v>')).toBe('TEXT');
    expect(await cellOf('t="inlineStr"', '')).toBeNull();
    const stale = is('<t>no</t>');
    for (const inside of [`<v>3</v>${stale}`, `${stale}<v>3</v>`, `<f>1</f>${stale}<v>3</v>`]) {
      expect(await cellOf('t="str"', inside), inside).toBe('3');
      expect(await cellOf('', inside), inside).toBe(3);
      expect(await cellOf('t="n"', inside), inside).toBe(3);
      expect(await cellOf('t="e"', inside), inside).toBe('3');
      expect(await cellOf('t="d"', inside), inside).toBe('3');
    }
    expect(await cellOf('t="b"', `${stale}<v>1</v>`)).toBe(true);
    expect(await cellOf('t="str"', is('<t>only</t>'))).toBe('only');
  });

  it('is refused where there are two of them', async () => {
    const two = [`${is('<t>a</t>')}${is('<t>b</t>')}`, '<v>a</v><v>b</v>'];
    for (const inside of two) {
      const cell = `<c r="A1" t="inlineStr">${inside}</c>`;
      const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1">${cell}</row></sheetData></worksheet>`;
      expect(await failureOf(workbookOf(sheet)), inside).toMatchObject({ code: 'BAD_XML' });
    }
  });
});

describe('an element', () => {
  const wanted = [
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ];
  const texts = ['a', 'b', 'c'];

  /** Rows 1 to 3; `p` and `q` are put before the names of every row and of every cell. */
  const row = (n: number, p = '', q = p, declared = '') =>
    `<${p}row r="${n}"${declared}><${q}c r="A${n}"><${q}v>${n}</${q}v></${q}c><${q}c r="B${n}" t="inlineStr"><${q}is><${q}t>${texts[n - 1]}</${q}t></${q}is></${q}c></${p}row>`;
  const rows = (p = '', q = p) => [1, 2, 3].map((n) => row(n, p, q)).join('');

  it('of a sheet is what its namespace says, not its prefix', async () => {
    for (const space of [main, strictMain]) {
      const sheets = [
        `<worksheet xmlns="${space}"><sheetData>${rows()}</sheetData></worksheet>`,
        `<x:worksheet xmlns:x="${space}"><x:sheetData>${rows('x:')}</x:sheetData></x:worksheet>`,
        `<worksheet xmlns="${space}" xmlns:x="${space}"><sheetData>${row(1)}${row(2, 'x:')}${row(3)}</sheetData></worksheet>`,
        `<worksheet xmlns="${space}" xmlns:x="${space}"><sheetData>${row(1)}${row(2, '', 'x:')}${row(3, 'x:', '')}</sheetData></worksheet>`,
        `<worksheet xmlns="${space}" xmlns:x="${space}"><x:sheetData>${row(1)}${row(2, 'x:')}${row(3)}</x:sheetData></worksheet>`,
        `<x:worksheet xmlns:x="${space}"><sheetData xmlns="${space}">${rows()}</sheetData></x:worksheet>`,
        `<x:worksheet xmlns:x="${space}"><x:sheetData xmlns="${space}">${row(1)}${row(2, 'x:')}${row(3)}</x:sheetData></x:worksheet>`,
        `<x:worksheet xmlns:x="${space}"><x:sheetData>${row(1, '', '', ` xmlns="${space}"`)}${row(2, 'x:')}${row(3, 'y:', 'x:', ` xmlns:y="${space}"`)}</x:sheetData></x:worksheet>`,
        `<x:worksheet xmlns:x="${space}" xmlns:y="${space}"><y:sheetData>${row(1, 'x:')}${row(2, 'y:')}${row(3, 'x:', 'y:')}</y:sheetData></x:worksheet>`,
        `<worksheet xmlns="${space}"><sheetData xmlns="urn:other" xmlns:m="${space}"/><m:sheetData xmlns:m='${space}'>${rows('m:')}</m:sheetData></worksheet>`,
        `<worksheet xmlns=" ${space.replaceAll('/', '&#x2f;')}\n"><sheetData>${rows()}</sheetData></worksheet>`,
      ];
      for (const sheet of sheets) expect(await rowsOf(sheet), sheet).toEqual(wanted);
    }
    // Both forms of the namespace in one document.
    const mixed = `<worksheet xmlns="${main}" xmlns:s="${strictMain}"><sheetData>${row(1)}${row(2, 's:')}${row(3)}</sheetData></worksheet>`;
    expect(await rowsOf(mixed)).toEqual(wanted);
  });

  it('may have its namespace anew, on any element', async () => {
    const again = ` xmlns="${main}"`;
    const foreign = ' xmlns="urn:other"';
    const cell = (v: string) => `<c${again} r="A2"><v${again}>2</v></c><c r="B2" t="inlineStr">${v}</c>`;
    const is = `<is${again}><t${again}>b</t></is>`;
    const sheets = [
      `<worksheet${again}><sheetData${again}>${row(1)}<row${again} r="2">${cell(is)}</row>${row(3)}</sheetData></worksheet>`,
      // The names that the prefix x had are back after the element that took it.
      `<x:worksheet xmlns:x="${main}"><x:sheetData>${row(1, 'x:')}<x:row xmlns:x="urn:other" r="9"><x:c/></x:row>${row(2, 'x:')}<y xmlns:x="urn:other"/>${row(3, 'x:')}</x:sheetData></x:worksheet>`,
      `<worksheet${again}><sheetData>${row(1)}<row${foreign} r="9"><c r="A9"><v>9</v></c></row>${row(2)}<row${foreign} r="9"/>${row(3)}</sheetData></worksheet>`,
      `<worksheet${again}><sheetData>${row(1)}<row r="2"><c${foreign} r="C2"><v>9</v></c>${cell(is)}<c r="C2"><v${foreign}>9</v></c></row>${row(3)}</sheetData></worksheet>`,
    ];
    for (const sheet of sheets) {
      const found = (await rowsOf(sheet)).map((values) => values.filter((value) => value !== null));
      expect(found, sheet).toEqual(wanted);
    }
  });

  it('of another namespace does not count, whatever its name', async () => {
    const sheet = `<worksheet xmlns="${main}" xmlns:x14="urn:x14" xmlns:mc="${mc}" xmlns:no="urn:no">
      <x14:sheetData>${row(9, 'x14:')}</x14:sheetData>
      <extLst><ext><sheetData>${row(8)}</sheetData></ext></extLst>
      <no:AlternateContent><no:Fallback><sheetData>${row(7)}</sheetData></no:Fallback></no:AlternateContent>
      <sheetData><x14:row r="6"><c r="A6"><v>6</v></c></x14:row>${row(1)}
        <no:AlternateContent><no:Fallback>${row(5)}</no:Fallback></no:AlternateContent>
        <mc:AlternateContent><mc:Choice Requires="x14">${row(4)}</mc:Choice><mc:Fallback>${row(2)}</mc:Fallback></mc:AlternateContent>
        <row r="3"><x14:c r="A3"><v>9</v></x14:c><c r="A3"><x14:v>9</x14:v><v>3</v><x14:is><t>no</t></x14:is></c><c r="B3" t="inlineStr"><x14:is><t>no</t></x14:is><is><x14:t>no</x14:t><t>c</t><x14:r><t>no</t></x14:r></is></c></row>
      </sheetData>
      <extLst xmlns:x="urn:x"><x:ext><x14:sheetData>${row(3, 'x14:')}</x14:sheetData></x:ext></extLst></worksheet>`;
    expect(await rowsOf(sheet)).toEqual(wanted);
  });

  it('with a prefix that is not declared is refused, not passed over', async () => {
    const sheets = [
      `<worksheet xmlns="${main}"><sheetData>${row(1)}${row(2, 'x:')}${row(3)}</sheetData></worksheet>`,
      `<worksheet xmlns="${main}"><sheetData><row r="1"><x:c r="A1"><v>1</v></x:c></row></sheetData></worksheet>`,
      `<worksheet xmlns="${main}"><sheetData><y xmlns:x="${main}"/>${row(1, 'x:')}</sheetData></worksheet>`,
      `<worksheet xmlns="${main}"><sheetData><row r="1" xmlns:x="${main}"/>${row(2, 'x:')}</sheetData></worksheet>`,
    ];
    for (const sheet of sheets)
      expect(await failureOf(workbookOf(sheet)), sheet).toMatchObject({ code: 'BAD_XML' });
  });

  it('of a root of another namespace makes it another kind of part', async () => {
    const sheet = `<worksheet xmlns="urn:other"><sheetData>${rows()}</sheetData></worksheet>`;
    expect(await failureOf(workbookOf(sheet))).toMatchObject({ code: 'BAD_XML' });
  });

  it('may stand in no namespace where the root does', async () => {
    expect(await rowsOf(`<worksheet><sheetData>${rows()}</sheetData></worksheet>`)).toEqual(wanted);
    const mixed = `<worksheet xmlns:x="${main}"><sheetData>${row(1)}${row(2, 'x:')}${row(3)}</sheetData></worksheet>`;
    expect(await rowsOf(mixed)).toEqual(wanted);
    const bare = `<worksheet xmlns="${main}"><sheetData>${row(1)}${row(2, '', '', ' xmlns=""')}</sheetData></worksheet>`;
    expect(await rowsOf(bare)).toEqual([[1, 'a']]);
  });

  it('closes what it opened, and a part closes all of its own', async () => {
    const broken = [
      `<worksheet xmlns="${main}" xmlns:x="${main}"><sheetData>${rows()}</x:sheetData></worksheet>`,
      `<worksheet xmlns="${main}"><sheetData>${rows()}</sheetData>`,
      `<worksheet xmlns="${main}"><sheetData>${rows()}</worksheet>`,
      `<worksheet xmlns="${main}"><sheetData>${rows()}</sheetData><a></b></worksheet>`,
      `<worksheet xmlns="${main}"><sheetData>${row(1)}</sheetData><sheetData>${row(2)}</sheetData></worksheet>`,
      `<worksheet xmlns="${main}"><cols/></worksheet>`,
      `<worksheet xmlns="${main}"/>`,
      `<worksheet xmlns="${main}"><sheetData>Xrow r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    ];
    for (const sheet of broken)
      expect(await failureOf(workbookOf(sheet)), sheet).toMatchObject({ code: 'BAD_XML' });
  });
});

describe('the other parts', () => {
  const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" s="1"><v>5</v></c></row></sheetData></worksheet>`;
  const wanted = [['a', 'b', 'c', { serial: 5 }]];

  it('have shared texts under any prefix, and no others', async () => {
    const si = (text: string, p = '', q = p) => `<${p}si><${q}t>${text}</${q}t></${p}si>`;
    for (const space of [main, strictMain]) {
      const lists = [
        `<sst xmlns="${space}" xmlns:x="${space}">${si('a')}${si('b', 'x:')}${si('c', '', 'x:')}</sst>`,
        `<x:sst xmlns:x="${space}">${si('a', 'x:')}<si xmlns="${space}"><t>b</t></si>${si('c', 'x:')}</x:sst>`,
        `<x:sst xmlns:x="${space}" xmlns="${space}">${si('a')}${si('b', 'x:')}${si('c')}</x:sst>`,
        `<sst xmlns="${space}" xmlns:o="urn:o">${si('a')}${si('no', 'o:', '')}<si xmlns="urn:o"><t>no</t></si>${si('b')}<si><o:t>no</o:t><t>c</t><rPh><t>no</t></rPh></si></sst>`,
        `<sst xmlns="${space}" xmlns:mc="${mc}">${si('a')}<mc:AlternateContent><mc:Choice Requires="z">${si('no')}</mc:Choice><mc:Fallback>${si('b')}</mc:Fallback></mc:AlternateContent>${si('c')}</sst>`,
      ];
      for (const list of lists)
        expect(await rowsOf(sheet, { 'xl/sharedStrings.xml': list }), list).toEqual(wanted);
    }
    const undeclared = `<sst xmlns="${main}">${si('a')}${si('b', 'x:')}${si('c')}</sst>`;
    expect(await failureOf(workbookOf(sheet, { 'xl/sharedStrings.xml': undeclared }))).toMatchObject({
      code: 'BAD_XML',
    });
  });

  it('have styles, sheets and relations under any prefix, and no others', async () => {
    const shared = `<sst xmlns="${main}"><si><t>a</t></si><si><t>b</t></si><si><t>c</t></si></sst>`;
    const forms = [
      { space: main, r: office, p: '', q: '' },
      { space: main, r: office, p: 'x:', q: 'x:' },
      { space: strictMain, r: strictOffice, p: '', q: 'x:' },
      { space: strictMain, r: office, p: 'x:', q: '' },
    ];
    for (const { space, r, p, q } of forms) {
      const all = `xmlns="${space}" xmlns:x="${space}" xmlns:o="urn:o" xmlns:mc="${mc}"`;
      const more = {
        'xl/sharedStrings.xml': shared,
        'xl/styles.xml': `<${p}styleSheet ${all}><o:cellXfs><xf numFmtId="0"/><xf numFmtId="0"/></o:cellXfs><${q}numFmts><o:numFmt numFmtId="170" formatCode="0"/><${p}numFmt numFmtId="170" formatCode="yyyy"/></${q}numFmts><${q}cellXfs><o:xf numFmtId="14"/><${p}xf o:numFmtId="14" numFmtId="0"/><mc:AlternateContent><mc:Choice Requires="o"><xf numFmtId="0"/></mc:Choice><mc:Fallback><${q}xf numFmtId="170"/></mc:Fallback></mc:AlternateContent></${q}cellXfs></${p}styleSheet>`,
        'xl/workbook.xml': `<${p}workbook ${all} xmlns:rel="${r}"><o:workbookPr date1904="1"/><o:sheets><o:sheet name="No" rel:id="rId9"/></o:sheets><${q}sheets><o:sheet name="No" rel:id="rId9"/><${p}sheet o:name="No" name="S" id="rId9" o:id="rId9" rel:id="rId1" sheetId="1"/></${q}sheets></${p}workbook>`,
        'xl/_rels/workbook.xml.rels': `<k:Relationships xmlns:k="${pkg}" xmlns:o="urn:o"><o:Relationship Id="rId1" Type="${r}/worksheet" Target="no.xml"/><k:Relationship o:Id="rId9" Id="rId1" Type="${r}/worksheet" Target="worksheets/sheet1.xml"/><Relationship xmlns="${pkg}" Id="a" Type="${r}/styles" Target="styles.xml"/><k:Relationship Id="b" Type="${r}/sharedStrings" Target="sharedStrings.xml"/></k:Relationships>`,
        '_rels/.rels': `<Relationships xmlns="${pkg}"><x:Relationship xmlns:x="urn:o" Id="r" Type="${r}/officeDocument" Target="no.xml"/><x:Relationship xmlns:x="${pkg}" Id="r" Type="${r}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      };
      expect(await rowsOf(sheet, more)).toEqual(wanted);
    }
  });
});
