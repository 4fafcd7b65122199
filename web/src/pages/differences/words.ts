import type { Translated } from '../../words/pt.ts';

const pt = {
  back: 'Dados',
  title: (from: string, to: string) => `O que mudou da carga ${from} para a ${to}`,
  bad: 'O endereço diz as duas cargas assim: 3..5.',
  none: 'Nada mudou nas ordens.',
  more: (n: string) => `São os primeiros ${n}; todos estão no Excel.`,
  boat: 'Barco',
  was: 'Era',
  is: 'Passou a',
  phases: (started: string, finished: string) => `${started} fases começadas e ${finished} acabadas.`,
  errors: (appeared: string, vanished: string) =>
    `${appeared} linhas de erro novas, ${vanished} que já não vêm.`,
  groups: {
    created: 'Barcos novos',
    finished: 'Acabados',
    newly_at_risk: 'Agora em risco ou atrasados',
    no_longer_at_risk: 'Já não em risco',
    due_slipped: 'Adiados: expedição mais tarde',
    due_moved: 'Com outro dia de expedição',
    phase_moved: 'Noutra fase',
    reopened: 'Reabertos',
    vanished: 'Já não vêm no ficheiro',
  },
};

const en: Translated<typeof pt> = {
  back: 'Data',
  title: (from, to) => `What changed from run ${from} to run ${to}`,
  bad: 'The address names both runs like this: 3..5.',
  none: 'Nothing changed in the orders.',
  more: (n) => `These are the first ${n}; all of them are in the Excel file.`,
  boat: 'Boat',
  was: 'Was',
  is: 'Is now',
  phases: (started, finished) => `${started} phases begun and ${finished} ended.`,
  errors: (appeared, vanished) => `${appeared} new error lines, ${vanished} that no longer come.`,
  groups: {
    created: 'New boats',
    finished: 'Finished',
    newly_at_risk: 'Now at risk or late',
    no_longer_at_risk: 'No longer at risk',
    due_slipped: 'Put off: a later shipping day',
    due_moved: 'With another shipping day',
    phase_moved: 'At another phase',
    reopened: 'Reopened',
    vanished: 'No longer in the file',
  },
};

export const catalogue = { pt, en } as const;
