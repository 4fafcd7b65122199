export { type ActiveDay, Clock } from './clock.js';
export { type CellCode, cellCodes, costsTheRow, type Defect } from './codes.js';
export { isNoValue, normaliseCell } from './normalise.js';
export { keysAreAsWritten } from './repeated-keys.js';
export { block_bytes, RowEncoder } from './row-encoder.js';
