import { issueTypes } from '../../evidence/index.js';
import { cellCodes } from '../../source/cells/index.js';

/** What is found about rows, beside their cells, while they are taken in. */
const rowCodes = [
  'DUPLICATE_KEY',
  'END_BEFORE_START',
  'FINISH_BEFORE_CREATION',
  'DATE_ORDER_ASSUMED',
  'DATE_IN_FUTURE',
] as const;

/** Every code that a reject or an issue of a run may have, in words. */
export const codeWords: Readonly<Record<string, string>> = {
  ...cellCodes,
  ...Object.fromEntries(rowCodes.map((code) => [code, issueTypes[code].explanation])),
};
