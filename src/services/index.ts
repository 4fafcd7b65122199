import { evidence } from './evidence/index.js';
import { inventory } from './inventory/index.js';
import { kpis } from './kpis/index.js';
import { prodplan } from './prodplan/index.js';
import { quality } from './quality/index.js';
import type { Service } from './service.js';

export { decodeCursor, encodeCursor } from './answer/cursor.js';
export { type BadParameter, ParameterError } from './answer/parameter-error.js';
export { flagParam, paging, wholeNumber } from './answer/params.js';
export type { SqlFile } from './answer/sql-file.js';
export { windowShape } from './answer/window.js';
export { ask, askAll, type Reply } from './ask.js';
export { metricsPage, usualText } from './docs.js';
export { readParams } from './read-params.js';
export type { Caller, Figure, Service } from './service.js';

/** Every question that Prodplan answers. Routes, documents, exports and the API's description follow from this list. */
export const services: readonly Service[] = [...prodplan, ...quality, ...inventory, ...kpis, ...evidence];
