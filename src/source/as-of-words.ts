import type { Word } from '../contract/factory/index.js';
import type { AsOfOrigin } from './as-of.js';

/** Where the moment of a dump was taken from, for people. */
export const originWords: Readonly<Record<AsOfOrigin, Word>> = {
  flag: { pt: 'indicado com --as-of', en: 'given with --as-of' },
  workbook: { pt: 'data do próprio ficheiro', en: "the file's own date" },
  data: { pt: 'último acontecimento nos dados', en: 'latest event in the data' },
};
