import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnName, escapeXml } from '../../test/support/xlsx-builder.js';
import { fastRow, notCanonical } from './sheet/fast-row.js';
import { RowScanner } from './sheet/row-scanner.js';
import { CellKind, newRow, type RowView } from './sheet/row-view.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const strictMain = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
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
  fc.tuple(fc.constant<number>(CellKind.formula), fc.constant('')),
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

const typeOf = ['', '', '', 's', 'str', 'b', 'e', 'd', ''];

/** As Excel writes it. */
function canonical(rows: readonly Row[]): string {
  const body = rows.map(({ number, width, cells }) => {
    const inside = cells.map(([column, kind, value]) => {
      const type = typeOf[kind] === '' ? '' : ` t="${typeOf[kind]}"`;
      const head = `<c r="${columnName(column)}${number}"${kind === CellKind.date ? ' s="1"' : ''}${type}`;
      if (kind === CellKind.formula) return `${head}><f>SUM(A1:B1)</f></c>`;
      return kind === CellKind.empty ? `${head} s="2"/>` : `${head}><v>${escapeXml(value)}</v></c>`;
    });
    return `<row r="${number}" spans="1:${width}">${inside.join('')}</row>`;
  });
  return `<worksheet><dimension ref="A1"/><sheetData>${body.join('')}</sheetData></worksheet>`;
}

/** Writes a sheet as nobody writes it, though one may. */
class PerverseWriter {
  readonly #dice: () => number;
  readonly #prefix: string;
  readonly #mixed: boolean;

  /** Each turn of the dice is one choice. `mixed`: any element has any of the prefixes that stand for its namespace. */
  constructor(dice: () => number, prefix: string, mixed: boolean) {
    this.#dice = dice;
    this.#prefix = prefix;
    this.#mixed = mixed;
  }

  /** A whole part, in one of the encodings that can hold it. */
  part(rows: readonly Row[]): Buffer {
    const xml = this.sheet(rows);
    const named = (name: string) => xml.replace("'1.0'", `'1.0' encoding="${name}"`);
    const forms = [() => Buffer.from(xml), () => Buffer.from(`\ufeff${named('UTF-16')}`, 'utf16le')];
    if (!/[^\t\n\r -~\xa0-\xff]/.test(xml)) {
      forms.push(() => Buffer.from(named('ISO-8859-1'), 'latin1'));
      forms.push(() => Buffer.from(named('windows-1252'), 'latin1'));
    }
    return this.#pick(...forms)();
  }

  sheet(rows: readonly Row[]): string {
    const prefix = this.#prefix;
    let before = 0;
    const body = rows.map((row) => {
      const written = this.#row(row, row.number === before + 1);
      before = row.number;
      return written;
    });
    const open = `<${prefix}sheetData${this.#pick('', ' ')}>`;
    const data = `${open}${body.join('')}${this.#noise()}</${prefix}sheetData>`;
    const root = `${prefix}worksheet`;
    return `<?xml version='1.0'?>\n<!-- <sheetData> --><${root} ${this.#declarations()}>${this.#noise()}<y:sheetData/>${data}<rest/></${root}>`;
  }

  #declarations(): string {
    const own = this.#prefix === '' ? 'xmlns' : `xmlns:${this.#prefix.slice(0, -1)}`;
    const others = this.#mixed
      ? ` ${own === 'xmlns' ? 'xmlns:x' : 'xmlns'}="${main}" xmlns:z="${strictMain}"`
      : '';
    return `${own}="${main}"${others} xmlns:y="y" xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'`;
  }

  #row({ number, cells }: Row, mayLeaveNumber: boolean): string {
    const ordered = this.#pick(cells, cells.toReversed());
    const parts = this.#pick([ordered], [ordered], [ordered.slice(0, 1), [], ordered.slice(1)]);
    const mayLeaveAll = mayLeaveNumber && parts.length === 1;
    return parts.map((part) => this.#rowElement(number, part, mayLeaveAll)).join('');
  }

  #rowElement(number: number, ordered: readonly Cell[], mayLeaveNumber: boolean): string {
    const attributes = [this.#attribute('spans', 'x>y'), this.#attribute('ht', '1')];
    if (!mayLeaveNumber || this.#pick(true, false)) attributes.push(this.#attribute('r', String(number)));
    const inside = ordered.map((cell) => this.#noise() + this.#cell(cell, number)).join('') + this.#noise();
    const row = this.#tag('row', attributes, inside);
    const choice = `<mc:Choice>${row}</mc:Choice><mc:Fallback>${row}</mc:Fallback>`;
    return this.#noise() + this.#pick(row, `<mc:AlternateContent>${choice}</mc:AlternateContent>`);
  }

  #cell([column, kind, value]: Cell, row: number): string {
    const attributes = [this.#attribute('r', `${columnName(column)}${row}`), this.#attribute('y:s', '1')];
    if (kind === CellKind.date) attributes.push(this.#attribute('s', '1'));
    else if (this.#pick(true, false)) attributes.push(this.#attribute('s', '2'));
    const type = this.#type(kind);
    if (type !== '') attributes.push(this.#attribute('t', type));
    if (kind === CellKind.empty) {
      const v = `${this.#prefix}v`;
      return this.#tag('c', attributes, this.#pick(null, '', ' ', `<${v}/>`, `<${v}></${v}>`));
    }
    const formulas = [
      this.#tag('f', [this.#attribute('ref', 'A1:B2')], '1&lt;2'),
      this.#tag('f', [this.#attribute('t', 'shared'), this.#attribute('si', '0')], null),
    ];
    const formula = kind === CellKind.formula ? this.#pick(...formulas) : this.#pick('', ...formulas);
    const noise = [this.#noise(), this.#noise(), this.#noise()];
    return this.#tag(
      'c',
      attributes,
      noise[0] + formula + noise[1] + this.#content(kind, value, type) + noise[2],
    );
  }

  #type(kind: number): string {
    // A formula without a result is one whatever type its cell was to have.
    if (kind === CellKind.formula) return this.#pick('', 'n', 's', 'str', 'inlineStr', 'b', 'e', 'd');
    if (kind === CellKind.number || kind === CellKind.date) return this.#pick('', 'n');
    return kind === CellKind.text ? this.#pick('str', 'inlineStr') : typeOf[kind]!;
  }

  #content(kind: number, value: string, type: string): string {
    if (kind === CellKind.formula) return '';
    if (kind === CellKind.text) return this.#text(value, type);
    const padding = this.#pick('', ' ', '\n');
    if (kind !== CellKind.boolean) return this.#tag('v', [], padding + this.#characters(value) + padding);
    return this.#tag('v', [], padding + this.#pick(value, value === '1' ? 'true' : 'false') + padding);
  }

  #text(value: string, type: string): string {
    const t = this.#tag('t', [this.#attribute('xml:space', 'preserve')], this.#characters(value));
    const phonetic = this.#tag('rPh', [], this.#tag('t', [], 'no'));
    const run = this.#tag('r', [], this.#tag('rPr', [], null) + t);
    const v = this.#tag('v', [], this.#characters(value));
    const is = this.#tag('is', [], this.#pick(t, run + phonetic));
    const stale = type === 'str' ? this.#tag('is', [], this.#tag('t', [], 'no')) : this.#tag('v', [], '1.0');
    const own = type === 'str' ? v : is;
    return this.#pick(v, is, own + stale, stale + own);
  }

  #characters(value: string): string {
    const escaped = escapeXml(value).replaceAll('_x000D_', '&#xD;');
    if (value === '' || escaped !== value) return escaped;
    const references = Array.from(value, (character) => `&#${character.codePointAt(0)};`).join('');
    const halves = `${value.slice(0, 1)}<!-- x -->${value.slice(1)}`;
    return this.#pick(escaped, `<![CDATA[${value}]]>`, halves, references);
  }

  #tag(name: string, attributes: readonly string[], inside: string | null): string {
    const shuffled = attributes.map((one) => [this.#dice(), one] as const).sort(([a], [b]) => a - b);
    const own = this.#prefix === '' ? 'x:' : '';
    const prefix = this.#mixed ? this.#pick(this.#prefix, own, 'z:', 'w:') : this.#prefix;
    if (prefix === 'w:') shuffled.push([0, ` xmlns:w='${main}'`]);
    const full = prefix + name;
    const head = `<${full}${shuffled.map(([, one]) => one).join('')}${this.#pick('', ' ')}`;
    return inside === null ? `${head}/>` : `${head}>${inside}</${full}${this.#pick('', ' ')}>`;
  }

  #attribute(name: string, value: string): string {
    const quote = this.#pick('"', "'");
    const equals = this.#pick('=', ' = ', '\n=');
    return `${this.#pick(' ', '\n ', '  ')}${name}${equals}${quote}${value}${quote}`;
  }

  /** What stands between elements and says nothing. */
  #noise(): string {
    const unknown = `<${this.#prefix}extLst><v>9</v></${this.#prefix}extLst>`;
    const foreign = this.#pick('<y:row><y:c/></y:row>', '<row xmlns="urn:other" r="1"><c r="A1"/></row>');
    return this.#pick('', '', ' ', '\n\t', '<!-- </row><c> -->', '<?pi </row> ?>', unknown, foreign);
  }

  #pick<T>(...choices: T[]): T {
    return choices[this.#dice() % choices.length]!;
  }
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
      { numRuns: 200 },
    );
  });

  it('gives the same values of perverse rows, however they are cut', () => {
    const dice = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        sheet,
        sizes,
        dice,
        fc.constantFrom('', 'x:'),
        fc.boolean(),
        (model, chunks, faces, prefix, mixed) => {
          const rows = rowsOf(model);
          let turn = 0;
          const part = new PerverseWriter(() => faces[turn++ % faces.length]!, prefix, mixed).part(rows);
          expect(scan(cut(part, chunks))).toEqual(expected(rows));
        },
      ),
      { numRuns: 300 },
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
      { numRuns: 800 },
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

  it('tells a formula without a stored result from an empty cell and from an empty result, by both paths', () => {
    const none = [[0, CellKind.formula, '']];
    const attributes = ['', ' s="1"', ' t="n"', ' t="s"', ' t="b"', ' t="e"', ' t="d"'];
    const formulas = ['<f>A1*2</f>', '<f t="shared" si="0"/>', '<f t="shared" ref="A1:A9" si="0">B1</f>'];
    const others = [
      '<f t="array" ref="A1">B1:B2</f>',
      '<f t="dataTable" ref="A1" dt2D="0" r1="B1"/>',
      '<f/>',
    ];
    for (const attribute of attributes) {
      for (const formula of [...formulas, ...others]) {
        for (const value of ['', '<v/>', '<v></v>', '<v> </v>', ' ']) {
          const cell = `<c r="A1"${attribute}>${formula}${value}</c>`;
          expect(cellsOf(cell), cell).toEqual(none);
          expect(cellsOf(cell.replace('<c r', '<c  r')), cell).toEqual(none);
        }
      }
      expect(cellsOf(`<c r="A1"${attribute}><v/><f>B1</f></c>`)).toEqual(none);
      expect(cellsOf(`<c r="A1"${attribute}><v></v></c>`)).toEqual([]);
    }
    for (const type of ['str', 'inlineStr']) {
      expect(cellsOf(`<c r="A1" t="${type}"><f>B1</f></c>`)).toEqual(none);
      // The result of ="" is a text of no length.
      for (const value of ['<v></v>', '<v/>', '<is><t/></is>', '<is/>'])
        expect(cellsOf(`<c r="A1" t="${type}"><f>B1</f>${value}</c>`)).toEqual([[0, CellKind.text, '']]);
    }
    expect(cellsOf('<c r="A1" t="inlineStr"><f>B1</f><is><t>a</t></is></c>')).toEqual([
      [0, CellKind.text, 'a'],
    ]);
    expect(cellsOf('<c r="A1"><f>B1</f><v>5</v></c>')).toEqual([[0, CellKind.number, '5']]);
    const row = newRow();
    const bytes = Buffer.from('<row r="1"><c r="A1" s="1"><f>B1</f></c><c r="B1"><v>1</v></c></row>');
    expect(fastRow(bytes, 0, row, context)).toBe(bytes.length);
    expect(seen(row).cells).toEqual([
      [0, CellKind.formula, ''],
      [1, CellKind.number, '1'],
    ]);
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
