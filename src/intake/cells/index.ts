export { type ActiveDay, Clock } from './clock.js';
export { type CellCode, cellCodes, costsTheRow, type Defect } from './codes.js';
export type { ColumnCounts } from './column-tally.js';
export { readDayFirst, readIso } from './moments.js';
export { type CellForm, formulaMark, isNoValue, normaliseCell } from './normalise.js';
export { keysAreAsWritten } from './repeated-keys.js';
export { block_bytes, type KnownSheet, RowEncoder, type RowOffset } from './row-encoder.js';
export { type DateReading, type JudgedDate, type TextDateFacts, TextDates } from './text-dates.js';
