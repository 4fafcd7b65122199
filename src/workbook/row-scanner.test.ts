import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnName, escapeXml } from '../../test/support/xlsx-builder.js';
import { fastRow, notCanonical } from './sheet/fast-row.js';
import { RowScanner } from './sheet/row-scanner.js';
import { CellKind, newRow, type RowView } from './sheet/row-view.js';

const context = { sharedCount: 1000, dateStyles: Uint8Array.of(0, 1, 0) };

/** A cell and a row as the test means them, and as the scanner gives them. */
type Cell = [column: number, kind: number, value: string];
interface Row {
  number: number;
  width: number;
  cells: Cell[];
}

function seen(row: RowView): Row {
  const cells: Cell[] = [];
  for (let column = 0; column < row.width; column++) {
    const kind = row.kind[column]!;
    if (kind === CellKind.empty) continue;
    const [start, end] = [row.start[column]!, row.end[column]!];
    cells.push([
      column,
      kind,
      kind === CellKind.shared ? String(start) : row.bytes.toString('utf8', start, end),
    ]);
  }
  return { number: row.rowNumber, width: row.width, cells };
}

function scan(chunks: readonly Buffer[], rowBytes = 1 << 20): Row[] {
  const rows: Row[] = [];
  const scanner = new RowScanner(context, rowBytes, (row) => rows.push(seen(row)));
  // Each chunk is given as a copy that is spoilt afterwards: nothing may be read from it later.
  for (const chunk of chunks) {
    const copy = Buffer.from(chunk);
    scanner.push(copy);
    copy.fill(0x3f);
  }
  scanner.end();
  expect(scanner.rows).toBe(rows.length);
  return rows;
}

function scanXml(rows: string, before = '<worksheet><sheetData>', after = '</sheetData></worksheet>'): Row[] {
  return scan([Buffer.from(before + rows + after)]);
}

/** The cells of one row that is given as XML. */
function cellsOf(cells: string): Cell[] {
  return scanXml(`<row r="1">${cells}</row>`).flatMap((row) => row.cells);
}

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('44743', '1.0750000000000000E-2', '-0'),
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
  fc.constantFrom('ção 😀', ' a ', '_x0041_', 'x_x', '\u0001\r\n\t', '<v>&amp;</v></c></row>', ']]>', ''),
);
const content: fc.Arbitrary<[number, string]> = fc.oneof(
  fc.tuple(fc.constantFrom<number>(CellKind.number, CellKind.date), number),
  fc.tuple(fc.constant<number>(CellKind.shared), fc.nat(999).map(String)),
  fc.tuple(fc.constant<number>(CellKind.text), text),
  fc.tuple(fc.constant<number>(CellKind.boolean), fc.constantFrom('0', '1')),
  fc.tuple(fc.constant<number>(CellKind.error), fc.constantFrom('#N/A', '#DIV/0!')),
  fc.tuple(fc.constant<number>(CellKind.isoDate), fc.constant('2023-03-31T10:00:00')),
  fc.tuple(fc.constant<number>(CellKind.empty), fc.constant('')),
);
/** Cells with their columns, in order, and rows with rising numbers. */
const sheet = fc.array(
  fc.record({
    skip: fc.integer({ min: 1, max: 3000 }),
    cells: fc.uniqueArray(fc.tuple(fc.oneof(fc.nat(12), fc.nat(16_383)), content), {
      selector: ([column]) => column,
      maxLength: 6,
    }),
  }),
  { maxLength: 6 },
);
type SheetModel = typeof sheet extends fc.Arbitrary<infer T> ? T : never;

function rowsOf(model: SheetModel): Row[] {
  let number = 0;
  return model.map(({ skip, cells }) => {
    number += skip;
    const sorted = cells
      .map(([column, [kind, value]]): Cell => [column, kind, value])
      .sort(([one], [other]) => one - other);
    return { number, width: (sorted.at(-1)?.[0] ?? -1) + 1, cells: sorted };
  });
}

/** What the scanner must give: no empty cells, and no rows without a cell. */
function expected(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ width }) => width > 0)
    .map((row) => ({ ...row, cells: row.cells.filter(([, kind]) => kind !== CellKind.empty) }));
}

const typeOf = ['', '', '', 's', 'str', 'b', 'e', 'd'];

/** As Excel writes it. */
function canonical(rows: readonly Row[]): string {
  const body = rows.map(({ number, width, cells }) => {
    const inside = cells.map(([column, kind, value]) => {
      const type = typeOf[kind] === '' ? '' : ` t="${typeOf[kind]}"`;
      const head = `<c r="${columnName(column)}${number}"${kind === CellKind.date ? ' s="1"' : ''}${type}`;
      return kind === CellKind.empty ? `${head} s="2"/>` : `${head}><v>${escapeXml(value)}</v></c>`;
    });
    return `<row r="${number}" spans="1:${width}">${inside.join('')}</row>`;
  });
  return `<worksheet><dimension ref="A1"/><sheetData>${body.join('')}</sheetData></worksheet>`;
}

/** As nobody writes it, though one may; `dice` decides, and each turn of it is one choice. */
function perverse(rows: readonly Row[], dice: () => number, prefix: string): string {
  const pick = <T>(...choices: T[]): T => choices[dice() % choices.length]!;
  const noise = () =>
    pick(
      '',
      '',
      ' ',
      '\n\t',
      '<!-- </row><c> -->',
      '<?pi </row> ?>',
      `<${prefix}extLst><v>9</v></${prefix}extLst>`,
      '<y:row><y:c/></y:row>',
    );
  const attribute = (name: string, value: string) => {
    const quote = pick('"', "'");
    return `${pick(' ', '\n ', '  ')}${name}${pick('', ' ')}=${pick('', ' ')}${quote}${value}${quote}`;
  };
  const shuffled = (list: string[]) =>
    list
      .map((one) => [dice(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
  const tag = (name: string, attributes: string[], inside: string | null) => {
    const head = `<${prefix}${name}${shuffled(attributes).join('')}${pick('', ' ')}`;
    return inside === null ? `${head}/>` : `${head}>${inside}</${prefix}${name}${pick('', ' ')}>`;
  };
  const written = (value: string) => {
    const escaped = escapeXml(value).replaceAll('_x000D_', '&#xD;');
    if (value === '' || escaped !== value) return escaped;
    return pick(
      escaped,
      `<![CDATA[${value}]]>`,
      `${value.slice(0, 1)}<!-- x -->${value.slice(1)}`,
      [...value].map((c) => `&#${c.codePointAt(0)};`).join(''),
    );
  };
  const textOf = (value: string) => {
    const t = tag('t', [attribute('xml:space', 'preserve')], written(value));
    return pick(
      () => tag('v', [], written(value)),
      () => tag('is', [], t),
      () => tag('is', [], tag('r', [], tag('rPr', [], null) + t) + tag('rPh', [], tag('t', [], 'no'))),
    )();
  };
  const cell = ([column, kind, value]: Cell, row: number) => {
    const attributes = [
      attribute('r', `${columnName(column)}${row}`),
      attribute('y:s', '1'),
      attribute('cm', '1'),
    ];
    attributes.push(...(kind === CellKind.date ? [attribute('s', '1')] : pick([], [attribute('s', '2')])));
    const type =
      kind === CellKind.number || kind === CellKind.date
        ? pick('', 'n')
        : kind === CellKind.text
          ? pick('str', 'inlineStr')
          : typeOf[kind]!;
    if (type !== '') attributes.push(attribute('t', type));
    if (kind === CellKind.empty)
      return tag('c', attributes, pick(null, '', ' ', `<${prefix}v/>`, `<${prefix}v></${prefix}v>`));
    const padding = kind === CellKind.text || kind === CellKind.isoDate ? '' : pick('', ' ', '\n');
    const boolean = kind === CellKind.boolean ? pick(value, value === '1' ? 'true' : 'false') : value;
    const inside =
      kind === CellKind.text ? textOf(value) : tag('v', [], padding + written(boolean) + padding);
    const formula = pick('', tag('f', [attribute('ref', 'A1:B2')], '1&lt;2'), tag('f', [], null));
    return tag('c', attributes, noise() + formula + noise() + inside + noise());
  };
  let before = 0;
  const body = rows.map(({ number, cells }) => {
    const numbered = number !== before + 1 || dice() % 2 === 0;
    before = number;
    const attributes = [
      attribute('spans', 'x>y'),
      attribute('ht', '1'),
      ...(numbered ? [attribute('r', String(number))] : []),
    ];
    const order = pick(cells, cells.toReversed());
    const inside = order.map((one) => noise() + cell(one, number)).join('') + noise();
    const row = tag('row', attributes, inside);
    return (
      noise() +
      pick(
        row,
        `<mc:AlternateContent><mc:Choice>${row}</mc:Choice><mc:Fallback>${row}</mc:Fallback></mc:AlternateContent>`,
      )
    );
  });
  return `<?xml version='1.0'?>\n<!-- <sheetData> --><${prefix}worksheet xmlns:y="y">${noise()}<y:sheetData/><${prefix}sheetData${pick('', ' ')}>${body.join('')}${noise()}</${prefix}sheetData><rest></${prefix}worksheet>`;
}

const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 3000 })), {
  minLength: 1,
  maxLength: 8,
});

describe('the row scanner', () => {
  it('gives the values of canonical rows, however they are cut', () => {
    fc.assert(
      fc.property(sheet, sizes, (model, chunks) => {
        const rows = rowsOf(model);
        expect(scan(cut(Buffer.from(canonical(rows)), chunks))).toEqual(expected(rows));
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same values of perverse rows, however they are cut', () => {
    const dice = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(sheet, sizes, dice, fc.constantFrom('', 'x:'), (model, chunks, faces, prefix) => {
        const rows = rowsOf(model);
        let turn = 0;
        const xml = perverse(rows, () => faces[turn++ % faces.length]!, prefix);
        expect(scan(cut(Buffer.from(xml), chunks))).toEqual(expected(rows));
      }),
      { numRuns: 600 },
    );
  });

  it('gives with one byte changed the same by both paths, or refuses by both', () => {
    const outcome = (xml: Buffer) => {
      try {
        return scan([xml]);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    fc.assert(
      fc.property(
        sheet,
        fc.nat(),
        fc.constantFrom(...'<>/"\'=& rctsv09A:n'),
        (model, position, character) => {
          const head = '<worksheet><dimension ref="A1"/><sheetData>';
          const bytes = Buffer.from(canonical(rowsOf(model)));
          const end = bytes.lastIndexOf('</sheetData>');
          bytes.write(character, head.length + (position % Math.max(1, end - head.length)), 'latin1');
          // A quote of the other kind behind each row's name sends all rows to the general path.
          const general = Buffer.from(bytes.toString('latin1').replaceAll('<row r', '<row z="" r'), 'latin1');
          expect(outcome(bytes)).toEqual(outcome(general));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads by the fast path what Excel and others ordinarily write', () => {
    const rows = [
      '<row r="2" spans="1:6" ht="15" customHeight="1" x14ac:dyDescent="0.25" s="4" customFormat="1"><c r="A2" s="1"><v>44743</v></c><c r="E2" t="s"><v>6</v></c></row>',
      '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>ação</t></is></c></row>',
      '<row r="3"><c r="A3" s="2"/><c r="B3"><f t="shared" ref="B3:B9" si="0">A1&lt;2</f><v>1</v></c><c r="C3" t="str"><f t="shared" si="0"/><v>x y</v></c></row>',
      '<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#N/A</v></c><c r="C4" t="d"><v>2023-01-01</v></c><c r="D4" t="n"><v>1</v></c></row>',
      '<row r="5"><c r="A5" s="2" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c></row>',
    ];
    for (const xml of rows) {
      const row = newRow();
      const bytes = Buffer.from(xml);
      expect(fastRow(bytes, 0, row, context)).toBe(bytes.length);
      expect(scanXml(xml.replace('<row', '<row '))).toEqual([seen(row)]);
    }
    expect(fastRow(Buffer.from('<row r="1"><c r="A2"><v>1</v></c></row>'), 0, newRow(), context)).toBe(
      notCanonical,
    );
  });

  it('numbers rows and cells that have no reference', () => {
    const xml =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row/><row r="7"/><row><c/></row>';
    expect(scanXml(xml)).toEqual([
      {
        number: 1,
        width: 5,
        cells: [
          [0, 1, '1'],
          [3, 1, '2'],
          [4, 1, '3'],
        ],
      },
      { number: 8, width: 1, cells: [] },
    ]);
  });

  it('resolves references, CDATA and Excel escapes in texts, and keeps white space as Excel does', () => {
    const inline = (t: string) => cellsOf(`<c r="A1" t="inlineStr"><is>${t}</is></c>`)[0]![2];
    expect(inline('<t>a&#10;&amp;lt;_x000D_<![CDATA[<&amp;]]></t>')).toBe('a\n&lt;\r<&amp;');
    expect(inline('<t> a </t>')).toBe('a');
    expect(inline("<t xml:space='preserve'> a </t>")).toBe(' a ');
    expect(inline('<r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh>')).toBe('ab');
    expect(cellsOf('<c r="A1" t="str"><v></v></c>')).toEqual([[0, CellKind.text, '']]);
    expect(cellsOf('<c r="A1" t="s"><v/></c>')).toEqual([]);
  });

  it('refuses what is no sheet, or contradicts itself', () => {
    const refused = [
      () => scanXml('', '<chartsheet>', '</chartsheet>'),
      () => scanXml('', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData>'),
      () => scanXml('<row r="1">', '<worksheet><sheetData>', ''),
      () => scanXml('<row r="1"><c r="A1"></v></c></row>'),
      () => scanXml('<row r="0"/>'),
      () => scanXml('<row r="x"><c r="A1"/></row>'),
      () => cellsOf('<c r="XFE1"><v>1</v></c>'),
      () => cellsOf('<c r="A"><v>1</v></c>'),
      () => cellsOf('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'),
      () => cellsOf('<c r="A1" t="s"><v>1000</v></c>'),
      () => cellsOf('<c r="A1" t="s"><v>-1</v></c>'),
      () => cellsOf('<c r="A1" t="z"><v>1</v></c>'),
      () => cellsOf('<c r="A1" t="b"><v>2</v></c>'),
      () => cellsOf('<c r="A1" t="str"><v>&nbsp;</v></c>'),
      () => cellsOf('<c r="A1" t="str"><v>&#0;</v></c>'),
      () => cellsOf('<c r="A1" t="str"><v>\u0001</v></c>'),
      () => cellsOf('<c r=A1><v>1</v></c>'),
    ];
    for (const read of refused)
      expect(read, String(read)).toThrowError(expect.objectContaining({ code: 'BAD_XML' }));
    const invalid = Buffer.from(
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>\xe9</v></c></row>',
      'latin1',
    );
    expect(() => scan([invalid, Buffer.from('</sheetData></worksheet>')])).toThrowError(/UTF-8/);
  });

  it('carries a long row over many chunks without reading it again and again', () => {
    const long = 'y'.repeat(2_000_000);
    const xml = Buffer.from(
      `<worksheet><sheetData><row><c t="str"><v>${long}</v></c></row></sheetData></worksheet>`,
    );
    const rows = scan(cut(xml, [4096]), 4_000_000);
    expect(rows[0]!.cells[0]![2]).toHaveLength(long.length);
    expect(() => scan(cut(xml, [4096]), 1_000_000)).toThrowError(
      expect.objectContaining({ code: 'ZIP_BOMB' }),
    );
  });
});
