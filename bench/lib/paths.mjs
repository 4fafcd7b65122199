import { dirname, join } from 'node:path';

export const bench = dirname(import.meta.dirname);
export const root = dirname(bench);
/** Workbooks that later runs use again; git does not see it. */
export const work = join(bench, '.work');
export const cli = join(root, 'bin', 'prodplan.mjs');
