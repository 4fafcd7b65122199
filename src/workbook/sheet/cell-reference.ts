import { badXml } from '../errors.js';
import type { XmlTokenizer } from '../xml/tokenizer.js';
import { largestRowNumber, mostColumns } from './row-view.js';

const nameOfReference = Buffer.from('r');

/** The column, from 0, that a reference such as `AB12` names; without a reference the one after `before`. */
export function columnOf(tokens: XmlTokenizer, attribute: number, before: number): number {
  const column = attribute < 0 ? before + 1 : columnIn(tokens, attribute);
  if (column >= mostColumns) throw badXml(`A cell stands beyond the last column that Excel has.`);
  return column;
}

function columnIn(tokens: XmlTokenizer, attribute: number): number {
  const written = tokens.attributeText(attribute);
  const match = /^([A-Za-z]{1,3})[0-9]{1,10}$/.exec(written);
  if (match === null) throw badXml(`A cell has the reference ${written.slice(0, 20)}, which is none.`);
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return column - 1;
}

/** The number of the row whose start tag was just read; without one it follows the row before. */
export function rowNumberOf(tokens: XmlTokenizer, before: number): number {
  const attribute = tokens.attribute(nameOfReference);
  if (attribute < 0) return before + 1;
  const written = tokens.attributeText(attribute);
  const rowNumber = /^[0-9]{1,10}$/.test(written) ? Number(written) : 0;
  if (rowNumber < 1 || rowNumber > largestRowNumber) {
    throw badXml(`A row has the number ${written.slice(0, 20)}, which is none.`);
  }
  return rowNumber;
}
