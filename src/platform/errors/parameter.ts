import type { Language } from './kinds.js';

/** What is wrong with one value, in the language of whoever sent it. */
export type Sentence = (language: Language) => string;

/** Both languages, side by side. */
export function sentence(pt: string, en: string): Sentence {
  return (language) => (language === 'pt' ? pt : en);
}

/** What can be wrong with one parameter of a question, beside what its type says. */
export const parameterWords = {
  missing: sentence('falta', 'is missing'),
  unknown: sentence('este parâmetro não existe aqui', 'there is no such parameter here'),
  onlyOnce: sentence('só pode vir uma vez', 'may come only once'),
  inThePath: sentence('já está no caminho', 'stands in the path already'),
  nullCharacter: sentence('contém um carácter nulo', 'contains a null character'),
  beforeYearOne: sentence('o ano tem de ser 1 ou posterior', 'the year has to be 1 or later'),
  nothingToSearch: sentence('não tem nada que se possa procurar', 'has nothing that could be searched for'),
  beforeTheFile: (day: string) =>
    sentence(`é anterior ao dia do ficheiro (${day})`, `is before the file's day (${day})`),
  after: (other: string) => sentence(`fica depois de ${other}`, `is later than ${other}`),
  noneOf: (values: readonly (string | number)[]) =>
    sentence(`só pode ter: ${values.join(', ')}`, `may only have: ${values.join(', ')}`),
  noCursor: sentence(
    'não é o next_cursor de uma página desta lista, por esta ordem',
    'is not the next_cursor of a page of this list, in this order',
  ),
  noPhase: (id: number) =>
    sentence(`o ficheiro publicado não tem a fase ${id}`, `the published file has no phase ${id}`),
  tooManyMonths: (months: number, to: string) =>
    sentence(`no máximo ${months} meses até to (${to})`, `at most ${months} months up to to (${to})`),
  halfABaseline: sentence(
    'a base tem princípio e fim: falta este',
    'a baseline has a beginning and an end: this one is missing',
  ),
} as const;

/** For a check of our own, among those that a schema has: `schema.refine(check, because(parameterWords.missing))`. */
export function because(words: Sentence): { readonly params: { readonly sentence: Sentence } } {
  return { params: { sentence: words } };
}
