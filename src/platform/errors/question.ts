import { area, entry } from './area.js';
import type { Language } from './kinds.js';
import { parameterWords, type Sentence } from './parameter.js';

/** What a question about the data may name by its number. */
type Thing = 'order' | 'product';

const things: Readonly<Record<Language, Readonly<Record<Thing, string>>>> = {
  pt: { order: 'a ordem', product: 'o produto' },
  en: { order: 'order', product: 'product' },
};

/** Questions to the published data, and the gates that decide whether they are answered. */
export const questionFailure = area({
  BAD_PARAMETER: entry<{
    readonly parameters: readonly { readonly parameter: string; readonly sentence: Sentence }[];
  }>({
    kind: 'usage',
    pt: ({ parameters }) => [
      `Parâmetros que não servem: ${parameters.map(({ parameter, sentence }) => `${parameter}: ${sentence('pt')}`).join('; ')}.`,
      'Corrija-os e repita a pergunta.',
    ],
    en: ({ parameters }) => [
      `Wrong parameters: ${parameters.map(({ parameter, sentence }) => `${parameter}: ${sentence('en')}`).join('; ')}.`,
      'Correct them and ask again.',
    ],
    examples: [{ parameters: [{ parameter: 'limit', sentence: parameterWords.missing }] }],
  }),
  NOT_FOUND: entry<{ readonly thing: Thing; readonly id: number }>({
    kind: 'missing',
    pt: ({ thing, id }) => [`O ficheiro publicado não tem ${things.pt[thing]} ${id}.`, 'Confirme o número.'],
    en: ({ thing, id }) => [`The published file has no ${things.en[thing]} ${id}.`, 'Check the number.'],
    examples: [
      { thing: 'order', id: 897069 },
      { thing: 'product', id: 2150 },
    ],
  }),
  DEFECT_TEXT_UNKNOWN: entry<{ readonly text: string }>({
    kind: 'missing',
    pt: ({ text }) => [
      `Nenhuma linha de erro do ficheiro publicado diz «${text}».`,
      'Veja os textos, e como estão classificados: prodplan defects list.',
    ],
    en: ({ text }) => [
      `No error line of the published file says “${text}”.`,
      'See the texts, and how they are classified: prodplan defects list.',
    ],
    examples: [{ text: 'Bolhas no casco' }],
  }),
  UNKNOWN_GATE: entry<{ readonly unknown: readonly string[]; readonly known: readonly string[] }>({
    kind: 'setup',
    pt: ({ unknown, known }) => [
      `PRODPLAN_GATE_THRESHOLDS nomeia critérios sem limiar: ${unknown.join(', ')}.`,
      `Os critérios com limiar são: ${known.join(', ')}.`,
    ],
    en: ({ unknown, known }) => [
      `PRODPLAN_GATE_THRESHOLDS names gates without a threshold: ${unknown.join(', ')}.`,
      `The gates with a threshold are: ${known.join(', ')}.`,
    ],
    examples: [{ unknown: ['product'], known: ['product_join', 'weight_coverage'] }],
  }),
});
