import type { Language } from '../../platform/errors/kinds.js';

/** What an answer in the terminal says beside its figures. */
const words = {
  pt: {
    filters: 'Filtros',
    none: 'Nada corresponde aos filtros.',
    nothing: 'Não há nada.',
    alone: (filter: string, rows: string) => `Sozinho, ${filter} escolhe ${rows}.`,
    after: (filter: string, moment: string) =>
      `${filter} fica depois do momento do ficheiro (${moment}): dele o ficheiro ainda não pode dizer nada.`,
    shown: (shown: string, all: string) =>
      `${shown === '1' ? 'Mostra-se' : 'Mostram-se'} ${shown} de ${all}. Mais: linhas=1000; todas: --xlsx ficheiro.xlsx`,
    used: (rows: string, count: number) => (count === 1 ? '1 linha usada' : `${rows} linhas usadas`),
    leftOut: (rows: string) => `${rows} de fora`,
    noneLeftOut: 'nenhuma de fora',
    run: 'carga',
    moment: 'momento do ficheiro',
    window: (from: string | null, to: string | null) =>
      `período ${from ?? 'desde sempre'} a ${to ?? 'até ao fim'}`,
    why: 'Porquê',
    suggestion: 'O que fazer',
    yes: 'sim',
    no: 'não',
    written: (path: string) => `Escrito: ${path}`,
  },
  en: {
    filters: 'Filters',
    none: 'Nothing fits the filters.',
    nothing: 'There is nothing.',
    alone: (filter: string, rows: string) => `By itself, ${filter} selects ${rows}.`,
    after: (filter: string, moment: string) =>
      `${filter} lies after the file's moment (${moment}): the file cannot say anything of it yet.`,
    shown: (shown: string, all: string) =>
      `Showing ${shown} of ${all}. More: rows=1000; all of them: --xlsx file.xlsx`,
    used: (rows: string, count: number) => (count === 1 ? '1 row used' : `${rows} rows used`),
    leftOut: (rows: string) => `${rows} left out`,
    noneLeftOut: 'none left out',
    run: 'run',
    moment: "file's moment",
    window: (from: string | null, to: string | null) =>
      `period ${from ?? 'of all time'} to ${to ?? 'the end'}`,
    why: 'Why',
    suggestion: 'What to do',
    yes: 'yes',
    no: 'no',
    written: (path: string) => `Written: ${path}`,
  },
} as const;

export type AnswerWords = (typeof words)[Language];

export function wordsIn(language: Language): AnswerWords {
  return words[language];
}
