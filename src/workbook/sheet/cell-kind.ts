import { badXml } from '../errors.js';
import type { XmlTokenizer } from '../xml/tokenizer.js';
import { type CellContext, CellKind } from './row-view.js';

const nameOfStyle = Buffer.from('s');
const nameOfType = Buffer.from('t');

/** By the attribute `t`; a number is a date where its style shows it as one. */
const byType: Readonly<Record<string, number>> = {
  n: CellKind.number,
  s: CellKind.shared,
  str: CellKind.text,
  inlineStr: CellKind.text,
  b: CellKind.boolean,
  e: CellKind.error,
  d: CellKind.isoDate,
};

/** The kind of the cell whose start tag was just read. */
export function kindOfCell(tokens: XmlTokenizer, context: CellContext): number {
  const type = tokens.attribute(nameOfType);
  const written = type < 0 ? 'n' : tokens.attributeText(type);
  const kind = Object.hasOwn(byType, written) ? byType[written] : undefined;
  if (kind === undefined) throw badXml(`A cell has the unknown type ${written.slice(0, 20)}.`);
  if (kind !== CellKind.number) return kind;
  const style = tokens.attribute(nameOfStyle);
  if (style < 0) return context.dateStyles[0] === 1 ? CellKind.date : kind;
  // A style that is not declared says nothing about its number.
  return context.dateStyles[Number(tokens.attributeText(style))] === 1 ? CellKind.date : kind;
}

/** Whether the cell whose start tag was just read says that its text stands in `<is>`. */
export function isInline(tokens: XmlTokenizer): boolean {
  const type = tokens.attribute(nameOfType);
  return type >= 0 && tokens.attributeText(type) === 'inlineStr';
}
