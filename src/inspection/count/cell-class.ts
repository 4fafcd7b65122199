import type { Column } from '../../contract/index.js';
import { isNoValue, normaliseCell, readDayFirst } from '../../source/cells/index.js';

/** What a cell really is, whatever its column should hold. Every cell is of exactly one class. */
export const cellClasses = [
  /** No cell at all. */
  'empty',
  /** A text of white space, or of nothing. */
  'blank',
  /** The text NULL. */
  'null_text',
  'number',
  /** A number that is shown as a date, or a date in ISO form. */
  'date',
  /** A text that reads as a number, or as a date. */
  'number_text',
  'date_text',
  'text',
  'boolean',
  /** An Excel error: #N/A. */
  'error',
  /** A formula whose result the file does not hold. */
  'formula',
] as const;

export type CellClass = (typeof cellClasses)[number];

/** The classes that stand for 'no value'. */
export const nullClasses = ['empty', 'blank', 'null_text'] as const satisfies readonly CellClass[];

const anyNumber = probe('decimal');
const anyDate = probe('timestamp');

/** A column without limits, to ask whether a text reads as a value of that kind. */
function probe(kind: 'decimal' | 'timestamp'): Column {
  return {
    kind,
    header: '',
    aliases: [],
    required: false,
    sentinels: [],
    zeroIsNone: false,
    min: null,
    max: null,
    personal: false,
    actual: false,
    unit: '',
    about: '',
  };
}

/** The class of a cell of text. */
export function classOfText(text: string): CellClass {
  if (isNoValue(text)) return text.trim() === '' ? 'blank' : 'null_text';
  if (normaliseCell(anyNumber, 'text', text).code === null) return 'number_text';
  const isDate = normaliseCell(anyDate, 'text', text).code === null || readDayFirst(text.trim()) !== null;
  return isDate ? 'date_text' : 'text';
}
