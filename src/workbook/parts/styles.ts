import { child, childrenNamed, parseXml } from '../xml/elements.js';
import { isBuiltInDateFormat, isDateFormatCode } from './date-format.js';

/** A workbook without styles shows no number as a date. */
export const noDateStyles = new Uint8Array(1);

/** For each cell style 1 if it shows its number as a date. */
export function dateStylesOf(part: Buffer): Uint8Array {
  const root = parseXml(part, 'main');
  const codes = new Map<number, string>();
  for (const format of childrenNamed(child(root, 'numFmts'), 'numFmt')) {
    codes.set(Number(format.attributes.get('numFmtId')), format.attributes.get('formatCode') ?? '');
  }
  const styles = childrenNamed(child(root, 'cellXfs'), 'xf');
  if (styles.length === 0) return noDateStyles;
  return Uint8Array.from(styles, (style) => {
    const id = Number(style.attributes.get('numFmtId') ?? 0);
    const code = codes.get(id);
    return Number(code === undefined ? isBuiltInDateFormat(id) : isDateFormatCode(code));
  });
}
