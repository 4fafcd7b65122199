export { type ActiveDay, Clock } from './clock.js';
export { type BadCell, type CellCode, cellCodes, costsTheRow } from './codes.js';
export type { ColumnCounts } from './column-tally.js';
export { readDayFirst, readIso } from './moments.js';
export { type CellForm, formulaMark, isNoValue, normaliseCell } from './normalise.js';
export { keysAreAsWritten } from './repeated-keys.js';
export { blockBytes, type KnownSheet, RowEncoder, type RowOffset, type WrittenRow } from './row-encoder.js';
export { type DateReading, type JudgedDate, type TextDateFacts, TextDates } from './text-dates.js';
