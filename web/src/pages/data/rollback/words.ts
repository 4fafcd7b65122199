import type { Translated } from '../../../words/pt.ts';

const pt = {
  action: (run: string) => `Repor a carga ${run}`,
  title: (run: string) => `Repor o estado da carga ${run}?`,
  what: (file: string, moment: string) =>
    `Os números voltam a ser os de ${file}, de ${moment}. Fica registado como uma carga nova, que também se pode desfazer.`,
  undone: 'O que se desfaz nos barcos:',
  changes: {
    created: (n: string) => `${n} que entraram desde então deixam de se ver`,
    vanished: (n: string) => `${n} que já não vinham voltam`,
    finished: (n: string) => `${n} que acabaram voltam a estar por acabar`,
    reopened: (n: string) => `${n} que reabriram voltam a estar acabados`,
    phase_moved: (n: string) => `${n} voltam à fase em que estavam`,
    due_moved: (n: string) => `${n} voltam ao dia de expedição que tinham`,
  },
  nothing: 'Nos barcos nada muda.',
  readers: 'Só um operador pode repor um estado anterior.',
};

const en: Translated<typeof pt> = {
  action: (run) => `Go back to run ${run}`,
  title: (run) => `Go back to the state of run ${run}?`,
  what: (file, moment) =>
    `The figures will be those of ${file}, of ${moment}, again. It is recorded as a run of its own, which can be undone as well.`,
  undone: 'What is undone of the boats:',
  changes: {
    created: (n) => `${n} that have come in since are no longer seen`,
    vanished: (n) => `${n} that no longer came are back`,
    finished: (n) => `${n} that were finished are unfinished again`,
    reopened: (n) => `${n} that were reopened are finished again`,
    phase_moved: (n) => `${n} go back to the phase where they stood`,
    due_moved: (n) => `${n} go back to the shipping day that they had`,
  },
  nothing: 'Nothing changes of the boats.',
  readers: 'Only an operator can go back to an earlier state.',
};

export const catalogue = { pt, en } as const;
