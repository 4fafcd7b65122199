import type { Column } from '../../contract/index.js';
import type { CellCode } from './codes.js';
import { readIso } from './moments.js';

/** What a cell comes down to: the text to write, and what is wrong with it, if anything. */
export interface Normalised {
  readonly text: string;
  readonly code: CellCode | null;
}

/** How the workbook held the value: dates and numbers have already been written in their exact form. */
export type CellForm = 'number' | 'text' | 'boolean' | 'error' | 'date';

const excelErrors = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
]);

/** LibreOffice has errors that Excel does not know. */
const otherError = /^Err:\d{3}$/;

/** Whether a text is what a spreadsheet program shows for an error. */
export function isErrorText(text: string): boolean {
  return excelErrors.has(text) || otherError.test(text);
}

/** What stands in the CSV for a formula without a stored result, so that it means the same when that is read. */
export const formulaMark = '#FORMULA!';

const ok = (text: string): Normalised => ({ text, code: null });
const bad = (text: string, code: CellCode): Normalised => ({ text, code });

/** Empty, blank and the text NULL all stand for 'no value'. */
export function isNoValue(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || trimmed === 'NULL';
}

/**
 * The general path of the validators: any cell, in any form. The fast path of the encoder handles the ordinary
 * cells on bytes; tests hold the two equal. What passes here never fails a cast in PostgreSQL.
 */
export function normaliseCell(column: Column, form: CellForm, raw: string): Normalised {
  const text = raw.trim();
  if (isNoValue(text)) return ok('');
  if (text === formulaMark) return bad(text, 'FORMULA_WITHOUT_RESULT');
  if (isErrorText(text)) return bad(text, 'CELL_ERROR');
  if (form === 'error') return bad('#N/A', 'CELL_ERROR');
  switch (column.kind) {
    case 'id':
    case 'integer':
      return integer(column, form, text);
    case 'decimal':
      return decimal(column, form, text);
    case 'flag':
      return flag(text);
    case 'timestamp':
      return form === 'date' || form === 'text' ? timestamp(column, text) : bad(text, 'NOT_A_DATE');
    case 'text':
      return plainText(column, text);
  }
}

function integer(column: Column, form: CellForm, text: string): Normalised {
  if (form === 'boolean') return noNumber(text);
  const value = asNumber(form, text);
  if (value === null) return bad(text, 'NOT_A_NUMBER');
  if (!Number.isInteger(value)) return bad(text, 'NOT_AN_INTEGER');
  return inRange(column, value) ? ok(String(value)) : bad(text, 'OUT_OF_RANGE');
}

/** A truth value is none, and is written so that nobody takes it for 0 or 1 later. */
function noNumber(text: string): Normalised {
  return bad(text === '1' ? 'TRUE' : 'FALSE', 'NOT_A_NUMBER');
}

function decimal(column: Column, form: CellForm, text: string): Normalised {
  if (form === 'boolean') return noNumber(text);
  const value = asNumber(form, text);
  if (value === null) return bad(text, 'NOT_A_NUMBER');
  return inRange(column, value) ? ok(String(value === 0 ? 0 : value)) : bad(text, 'OUT_OF_RANGE');
}

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;

function asNumber(form: CellForm, text: string): number | null {
  if (form === 'date' || !numeral.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function inRange(column: Column, value: number): boolean {
  return (column.min === null || value >= column.min) && (column.max === null || value <= column.max);
}

const yes = new Set(['1', 'true', 'verdadeiro', 'sim']);
const no = new Set(['0', 'false', 'falso', 'não', 'nao']);

function flag(text: string): Normalised {
  const word = text.toLowerCase();
  if (yes.has(word)) return ok('1');
  return no.has(word) ? ok('0') : bad(text, 'NOT_A_FLAG');
}

/** The factory's own notation, `dd/mm/aaaa`, means something only beside the other cells of its column (`text-dates.ts`). */
function timestamp(column: Column, text: string): Normalised {
  const moment = readIso(text);
  if (moment === null) return bad(text, 'NOT_A_DATE');
  const code = judgeMoment(column, moment);
  return code === null ? ok(moment) : bad(text, code);
}

/** Whether a column of dates may hold a moment, `YYYY-MM-DDTHH:MM:SS`. */
export function judgeMoment(column: Column, moment: string): CellCode | null {
  if (column.sentinels.includes(moment)) return null;
  return inRange(column, Number(moment.slice(0, 4))) ? null : 'OUT_OF_RANGE';
}

function plainText(column: Column, text: string): Normalised {
  if (column.max !== null && text.length > column.max) return bad(text, 'TOO_LONG');
  // PostgreSQL has no place for NUL, and U+FFFD or a lone surrogate says that bytes were lost on the way.
  if (text.includes('\0') || text.includes('\uFFFD') || !text.isWellFormed()) return bad(text, 'BAD_TEXT');
  return ok(text);
}
