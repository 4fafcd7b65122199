/** What a spreadsheet takes for the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/** `-5`, `+1.5e3`: text that is a number stays one. */
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;

/** Whether a spreadsheet could run this text. Numbers are written as numbers and never come here. */
export function looksLikeFormula(text: string): boolean {
  return formulaStart.test(text) && !plainNumber.test(text);
}
