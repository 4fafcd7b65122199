/**
 * What inspection needs of the rooms that know how a file is taken in. It is all named here, in one place, because
 * these files are to move to a room of their own that ingestion and inspection share.
 */
export { type AsOf, decideAsOf, parseAsOf } from '../ingestion/as-of.js';
export {
  type ActiveDay,
  type CellCode,
  cellCodes,
  isNoValue,
  normaliseCell,
} from '../ingestion/cells/index.js';
export { identify } from '../ingestion/open-source.js';
export { cellText } from '../ingestion/source/cell-text.js';
export { normaliseHeader } from '../ingestion/source/header.js';
export { asInputError } from '../ingestion/source/workbook.js';
