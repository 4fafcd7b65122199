import { area, entry, plain } from './area.js';

/** The sample workbook. */
export const sampleFailure = area({
  BAD_SAMPLE_SIZE: entry<{ readonly orders: number; readonly seed: number; readonly most: number }>({
    kind: 'usage',
    pt: ({ orders, seed, most }) => [
      `Número de ordens ou semente inválidos: ${orders}, ${seed}.`,
      `Use 1 a ${most} ordens e uma semente inteira.`,
    ],
    en: ({ orders, seed, most }) => [
      `Wrong number of orders or wrong seed: ${orders}, ${seed}.`,
      `Use 1 to ${most} orders and a whole number as seed.`,
    ],
    examples: [{ orders: 0, seed: 1.5, most: 40_000 }],
  }),
  AS_OF_TOO_LATE: entry<{ readonly months: number }>({
    kind: 'usage',
    pt: ({ months }) => [
      `A história do exemplo acaba ${months} meses depois de 2023-04-30.`,
      'Peça um momento anterior (--as-of).',
    ],
    en: ({ months }) => [
      `The history of the sample ends ${months} months after 2023-04-30.`,
      'Ask for an earlier moment (--as-of).',
    ],
    examples: [{ months: 24 }],
  }),
  SAMPLE_TOO_LARGE: plain(
    'usage',
    ['O exemplo passaria dos 4 GiB que um ficheiro do Excel leva.', 'Peça menos ordens (--orders).'],
    ['The sample would pass the 4 GiB that an Excel file may have.', 'Ask for fewer orders (--orders).'],
  ),
});
