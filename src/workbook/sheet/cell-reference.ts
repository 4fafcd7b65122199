import { badXml } from '../errors.js';
import type { XmlTokenizer } from '../xml/tokenizer.js';
import { largestRowNumber } from './row-view.js';

const nameOfReference = Buffer.from('r');

/** The column, from 0, and the row that an attribute such as `AB12` names. */
export function cellReference(tokens: XmlTokenizer, attribute: number): { column: number; row: number } {
  const written = tokens.attributeText(attribute);
  const found = parseReference(written);
  if (found === null) throw badXml(`A cell has the reference ${written.slice(0, 20)}, which is none.`);
  return found;
}

/** The same of a text; null where it names no cell. */
export function parseReference(written: string): { column: number; row: number } | null {
  const match = /^([A-Za-z]{1,3})([0-9]{1,10})$/.exec(written);
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return { column: column - 1, row: Number(match[2]) };
}

/** The address of a cell, `AB12`; `column` from 0. */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(0x41 + ((rest - 1) % 26)) + letters;
  }
  return letters + row;
}

/** The number of the row whose start tag was just read; null where it has none. */
export function rowNumberOf(tokens: XmlTokenizer): number | null {
  const attribute = tokens.attribute(nameOfReference);
  if (attribute < 0) return null;
  const written = tokens.attributeText(attribute);
  const rowNumber = /^[0-9]{1,10}$/.test(written) ? Number(written) : 0;
  if (rowNumber < 1 || rowNumber > largestRowNumber) {
    throw badXml(`A row has the number ${written.slice(0, 20)}, which is none.`);
  }
  return rowNumber;
}
