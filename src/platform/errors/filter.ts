import { area, entry } from './area.js';
import type { Language } from './kinds.js';

/** What is wrong with one filter of a question, as it was typed on the command line. */
export type BadFilter =
  | { readonly wrong: 'no_value' | 'twice' | 'no_day' }
  /** `known`: what may stand in its place. */
  | { readonly wrong: 'unknown' | 'no_word' | 'no_name'; readonly known: readonly string[] }
  /** `known`: the names that it may mean. */
  | { readonly wrong: 'several_names'; readonly known: readonly string[] };

function whatIsWrong(text: string, { wrong }: BadFilter, language: Language): string {
  const isPt = language === 'pt';
  switch (wrong) {
    case 'no_value':
      return isPt ? `Ao filtro «${text}» falta o valor.` : `The filter “${text}” lacks its value.`;
    case 'twice':
      return isPt ? `O filtro «${text}» vem duas vezes.` : `The filter “${text}” is given twice.`;
    case 'no_day':
      return isPt ? `«${text}» não diz um dia.` : `“${text}” names no day.`;
    case 'unknown':
      return isPt ? `Esta pergunta não tem o filtro «${text}».` : `This question has no filter “${text}”.`;
    case 'no_word':
      return isPt ? `O filtro «${text}» não tem esse valor.` : `The filter “${text}” has no such value.`;
    case 'no_name':
      return isPt ? `O ficheiro publicado não tem «${text}».` : `The published file has no “${text}”.`;
    case 'several_names':
      return isPt ? `«${text}» pode ser mais do que um.` : `“${text}” may be more than one.`;
  }
}

const remedies: Readonly<Record<Language, Readonly<Record<BadFilter['wrong'], string>>>> = {
  pt: {
    no_value: 'Escreva-o como familia=k1 ou prazo=sexta.',
    twice: 'Deixe um só; um período escreve-se prazo=hoje..+7.',
    no_day: 'Escreva-o assim:',
    unknown: 'Os que tem:',
    no_word: 'Pode ser:',
    no_name: 'Parecidos:',
    several_names: 'Escolha um, pelo nome inteiro ou pelo número:',
  },
  en: {
    no_value: 'Write it as family=k1 or due=friday.',
    twice: 'Leave one of them; a period is written due=today..+7.',
    no_day: 'Write it like this:',
    unknown: 'It has:',
    no_word: 'It may be:',
    no_name: 'Alike:',
    several_names: 'Choose one, by its whole name or its number:',
  },
};

function remedyOf(bad: BadFilter, days: string, language: Language): string {
  const remedy = remedies[language][bad.wrong];
  if (bad.wrong === 'no_day') return `${remedy} ${days}.`;
  if (!('known' in bad)) return remedy;
  if (bad.known.length > 0) return `${remedy} ${bad.known.join(', ')}.`;
  return language === 'pt' ? 'Confirme o nome ou o número.' : 'Check the name or the number.';
}

/** Filters of questions on the command line. */
export const filterFailure = area({
  BAD_FILTER: entry<{ readonly text: string; readonly bad: BadFilter; readonly days: string }>({
    kind: 'usage',
    pt: ({ text, bad, days }) => [whatIsWrong(text, bad, 'pt'), remedyOf(bad, days, 'pt')],
    en: ({ text, bad, days }) => [whatIsWrong(text, bad, 'en'), remedyOf(bad, days, 'en')],
    examples: [
      { text: 'familia', bad: { wrong: 'no_value' }, days: '' },
      { text: 'prazo', bad: { wrong: 'twice' }, days: '' },
      { text: 'sextas', bad: { wrong: 'no_day' }, days: '30/04/2023, sexta, hoje..+7' },
      { text: 'cor', bad: { wrong: 'unknown', known: ['prazo', 'fase', 'modelo'] }, days: '' },
      { text: 'estado', bad: { wrong: 'no_word', known: ['em-producao', 'acabada'] }, days: '' },
      { text: 'laminado', bad: { wrong: 'no_name', known: [] }, days: '' },
      { text: 'acabamento', bad: { wrong: 'several_names', known: ['Segundo acabamento (33)'] }, days: '' },
    ],
  }),
});
