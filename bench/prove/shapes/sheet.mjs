import { columnName } from './names.mjs';
import { excelText, stringItem } from './texts.mjs';

const dayMs = 86_400_000;
const zero1900 = Date.UTC(1899, 11, 30);
const zero1904 = Date.UTC(1904, 0, 1);

/** The XML of one sheet: `columns` are those of the file, in its order, null for one that the contract does not know. */
export class SheetWriter {
  #xml;
  #habits;
  #workbook;

  /** `workbook`: {texts, dateStyles, plainStyles, date1904, namespaces, isStrict}, shared by all sheets. */
  constructor(xml, habits, workbook) {
    this.#xml = xml;
    this.#habits = habits;
    this.#workbook = workbook;
  }

  /** `rows`: lists of cells in the order of the file's columns; the first is the header. */
  root(rows, { attributes, dataAttributes, dataPrefixes }) {
    const xml = this.#xml;
    const data = this.#rows(rows, dataPrefixes);
    const before = this.#before(rows);
    const sheetData =
      dataAttributes === null ? xml.tag('sheetData', {}, data) : xml.raw('sheetData', dataAttributes, data);
    return xml.tag('worksheet', attributes, before + sheetData + this.#after());
  }

  #before(rows) {
    const [xml, habits] = [this.#xml, this.#habits];
    const width = rows[0].length;
    const parts = [];
    if (habits.does('sheetPr')) parts.push(xml.tag('sheetPr', {}, xml.tag('tabColor', { rgb: 'FF00FF00' })));
    if (habits.does('dimension', 0.7))
      parts.push(xml.tag('dimension', { ref: `A1:${columnName(width - 1)}${rows.length}` }));
    if (habits.does('sheetViews', 0.5))
      parts.push(xml.tag('sheetViews', {}, xml.tag('sheetView', { workbookViewId: '0' })));
    if (habits.does('cols', 0.3))
      parts.push(xml.tag('cols', {}, xml.tag('col', { min: '1', max: String(width), width: '12' })));
    if (habits.does('foreign sheetData', 0.1))
      parts.push('<y:sheetData><y:row r="1"><y:c r="A1"><y:v>9</y:v></y:c></y:row></y:sheetData>');
    return parts.map((one) => xml.noise() + one).join('') + xml.noise();
  }

  #after() {
    const [xml, habits] = [this.#xml, this.#habits];
    const parts = [];
    if (habits.does('mergeCells', 0.1))
      parts.push(xml.tag('mergeCells', { count: '1' }, xml.tag('mergeCell', { ref: 'Y90:Z91' })));
    if (habits.does('pageMargins', 0.4))
      parts.push(
        xml.tag('pageMargins', {
          left: '0.7',
          right: '0.7',
          top: '0.75',
          bottom: '0.75',
          header: '0.3',
          footer: '0.3',
        }),
      );
    if (habits.does('extLst', 0.15))
      parts.push(xml.tag('extLst', {}, xml.tag('ext', { uri: '{1}' }, '<y:row/>')));
    return parts.map((one) => xml.noise() + one).join('') + xml.noise();
  }

  #rows(rows, prefixes) {
    const { chances } = this.#habits;
    let number = 0;
    let expected = 1;
    const written = rows.map((cells) => {
      number += 1;
      let gap = '';
      if (this.#habits.does('empty rows', 0.12)) {
        const blank = chances.whole(1, 3);
        if (this.#habits.does('empty rows written', 0.5)) {
          gap = Array.from({ length: blank }, (_, n) =>
            this.#xml.tag('row', this.#rowNumber(number + n, true), null, prefixes),
          ).join('');
          expected = number + blank;
        }
        number += blank;
      }
      const row =
        gap +
        this.#xml.noise() +
        this.#foreignRow() +
        this.#row(cells, number, number === expected, prefixes);
      expected = number + 1;
      return row;
    });
    return written.join('') + this.#xml.noise();
  }

  /** Another program's element of the same name; programs that do not know it pass over it. */
  #foreignRow() {
    if (this.#habits.does('foreign rows', 0.06)) return '<y:row r="1"><y:c r="A1"><y:v>9</y:v></y:c></y:row>';
    return this.#habits.does('foreign rows without prefix', 0.05)
      ? `<row xmlns="${this.#workbook.namespaces.foreign}"><c><v>9</v></c></row>`
      : '';
  }

  #rowNumber(number, follows) {
    return follows && this.#habits.does('rows without r', 0.25) ? {} : { r: String(number) };
  }

  #row(cells, number, follows, prefixes) {
    const [xml, habits] = [this.#xml, this.#habits];
    const attributes = {
      ...this.#rowNumber(number, follows),
      spans: habits.does('spans', 0.5) ? `1:${cells.length}` : undefined,
      ht: habits.does('row heights', 0.15) ? '15.75' : undefined,
      customHeight: habits.does('custom heights', 0.1) ? '1' : undefined,
      hidden: habits.does('hidden rows', 0.06) ? '1' : undefined,
      'y:descent': habits.does('foreign attributes', 0.15) ? '0.25' : undefined,
    };
    if (habits.does('a row for every cell', 0.06)) return this.#split(cells, number, prefixes);
    let before = -1;
    const inside = cells.map((cell, column) => {
      const written = this.#cell(cell, column, number, column === before + 1, prefixes);
      if (written === '') return '';
      before = column;
      return xml.noise() + written;
    });
    const row = xml.tag('row', attributes, inside.join('') + xml.noise(), prefixes);
    if (!habits.does('AlternateContent', 0.05)) return row;
    const choice = '<mc:Choice Requires="y"><y:row/></mc:Choice>';
    return `<mc:AlternateContent>${choice}<mc:Fallback>${row}</mc:Fallback></mc:AlternateContent>`;
  }

  /** As some programs do: all these are one row. */
  #split(cells, number, prefixes) {
    const pieces = cells.map((cell, column) => this.#cell(cell, column, number, false, prefixes));
    return pieces
      .filter((piece) => piece !== '')
      .map((piece) => this.#xml.tag('row', { r: String(number) }, piece, prefixes) + this.#xml.noise())
      .join('');
  }

  #cell(cell, column, row, follows, prefixes) {
    const [xml, habits] = [this.#xml, this.#habits];
    const plain = habits.does('styles on everything', 0.3)
      ? String(habits.chances.pick(this.#workbook.plainStyles))
      : undefined;
    const content = this.#content(cell, prefixes);
    if (content === null) return '';
    const { type, style = plain, inside } = content;
    const r = follows && habits.does('cells without r', 0.25) ? undefined : `${columnName(column)}${row}`;
    const foreign = habits.does('foreign cell attributes', 0.05) ? '7' : undefined;
    return xml.tag('c', { r, s: style, t: type, 'y:s': foreign }, inside, prefixes);
  }

  /** Null: the cell is left out. */
  #content(cell, prefixes) {
    switch (cell.kind) {
      case 'none':
        return this.#none(prefixes);
      case 'number':
        return this.#number(cell.value, prefixes);
      case 'flag':
        return this.#flag(cell.value, prefixes);
      case 'date':
        return this.#date(cell.value, prefixes);
      default:
        return this.#text(cell.value, prefixes);
    }
  }

  #none(prefixes) {
    const habits = this.#habits;
    if (habits.does('NULL for nothing', 0.5)) return this.#text('NULL', prefixes);
    if (habits.does('empty texts for nothing', 0.1))
      return this.#text(habits.chances.pick(['', ' ']), prefixes);
    if (habits.does('empty cells written', 0.3)) return { inside: null };
    return habits.does('empty values written', 0.06)
      ? { inside: this.#xml.tag('v', {}, null, prefixes) }
      : null;
  }

  #number(value, prefixes) {
    const habits = this.#habits;
    if (habits.does('numbers as texts', 0.06)) return this.#text(String(value), prefixes);
    let written = String(value);
    if (habits.does('numbers with zeros behind', 0.12) && /^\d+\.\d+$/.test(written)) written += '0';
    else if (habits.does('numbers with exponents', 0.1))
      written = value.toExponential().replace('e', habits.choice('E', ['e', 'E']));
    return { type: habits.does('t="n"', 0.15) ? 'n' : undefined, inside: this.#value(written, prefixes) };
  }

  #flag(value, prefixes) {
    if (!this.#habits.does('booleans', 0.25)) return this.#number(value, prefixes);
    const written = this.#habits.does('true and false', 0.3) ? String(value === 1) : String(value);
    return { type: 'b', inside: this.#value(written, prefixes) };
  }

  #date(value, prefixes) {
    const [habits, { dateStyles, date1904, isStrict }] = [this.#habits, this.#workbook];
    if (habits.does('ISO dates', isStrict ? 0.6 : 0.12)) {
      const form = habits.choice('ISO form', ['', '.000', 'Z', '.000Z', '+01:00']);
      const midnight = value.endsWith('T00:00:00') && form === '' && habits.does('days without a time', 0.4);
      return { type: 'd', inside: this.#value(midnight ? value.slice(0, 10) : value + form, prefixes) };
    }
    if (habits.does('dates as ISO texts', 0.08))
      return this.#text(value.replace('T', habits.choice('between day and time', ['T', ' '])), prefixes);
    const serial = (Date.parse(`${value}Z`) - (date1904 ? zero1904 : zero1900)) / dayMs;
    return { style: String(habits.chances.pick(dateStyles)), inside: this.#value(String(serial), prefixes) };
  }

  #text(value, prefixes) {
    const [xml, habits, { texts }] = [this.#xml, this.#habits, this.#workbook];
    const way = habits.does('inline texts', 0.35)
      ? 'inlineStr'
      : habits.does('formula texts', 0.15)
        ? 'str'
        : 's';
    if (way === 's') return { type: 's', inside: this.#value(String(texts.number(value)), prefixes) };
    // White space at the ends of a v is kept by some programs and taken away by others, and no cell's value rests on it.
    if (way === 'str') return { type: 'str', inside: this.#value(excelText(value), prefixes, true) };
    const item = xml.tag('is', {}, stringItem(xml, habits, value), prefixes);
    if (!habits.does('stale values beside inline texts', 0.12)) return { type: 'inlineStr', inside: item };
    const stale = xml.tag('v', {}, '1.0', prefixes);
    return {
      type: 'inlineStr',
      inside: habits.does('stale values first', 0.5) ? stale + item : item + stale,
    };
  }

  #value(written, prefixes, isText = false) {
    const [xml, habits] = [this.#xml, this.#habits];
    const pad = !isText && habits.does('space in values', 0.06) ? habits.chances.pick([' ', '\n']) : '';
    const formula = isText || habits.does('formulas', 0.1) ? this.#formula(prefixes) : '';
    return formula + xml.tag('v', {}, pad + xml.characters(written) + pad, prefixes) + xml.noise();
  }

  #formula(prefixes) {
    const [xml, habits] = [this.#xml, this.#habits];
    const form = habits.chances.whole(0, 3);
    if (form === 0) return '';
    if (form === 1) return xml.tag('f', { t: 'shared', si: '0' }, null, prefixes);
    return xml.tag('f', {}, xml.characters('IF(A1<2,"a",B$2)&""'), prefixes);
  }
}
