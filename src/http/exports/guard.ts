/** What a spreadsheet takes for the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** `-5`, `+1.5e3`: text that is a number stays one. */
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/** Whether a spreadsheet could run this text. Numbers are written as numbers and never come here. */
export function looksLikeFormula(text: string): boolean {
  return formulaStart.test(text) && !plainNumber.test(text);
}

/**
 * A formula that follows a character which some spreadsheet takes for the end of a cell or a row, also with quotes
 * between the two.
 */
const formulaInside = (ends: string): RegExp => new RegExp(`([${ends}][ "]*)(?=[=+\\-@＝＋－＠])`, 'g');
const behindOtherEnds = formulaInside(';\\t\\r\\n');
const behindAnyEnd = formulaInside(',;\\t\\r\\n');

/**
 * The text of a field with nothing in it that a spreadsheet could run. Where the list separator is `;` (as in Portugal)
 * or a tab, a field does not end where ours do, and quotes in the middle of a cell mean nothing.
 */
export function guarded(text: string): string {
  const inside = text.replaceAll(behindOtherEnds, "$1'");
  return looksLikeFormula(text) ? `'${inside}` : inside;
}

/** The text of a line that is not quoted, so that it may begin with `#`: no quotes, and no cell of it a formula. */
export function guardedLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('"', "'").replaceAll(behindAnyEnd, "$1'");
}
