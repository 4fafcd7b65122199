import type { NumberText } from '../workbook/write/index.js';

/** undefined: the cell does not exist. Numbers in a column of moments are minutes (see `time.ts`). */
export type SampleCell = number | string | NumberText | undefined;

export type SampleRow = readonly SampleCell[];
