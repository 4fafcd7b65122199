import type { Translated } from '../../words/pt.ts';

const pt = {
  note: 'Quem está apto para cada fase, quem lá trabalha de facto, e os barcos que lá estão.',
  cover: 'Gente por fase',
  coverNote: 'Pela ordem da rota. Trabalharam lá: nos três meses até ao do ficheiro.',
  phase: 'Fase',
  qualified: 'Aptos',
  active: 'Ao serviço',
  worked: 'Trabalharam lá',
  unqualified: 'Destes, não aptos',
  boats: 'Barcos lá',
  perHead: 'Barcos por apto',
  names: 'Quem, ao serviço',
  unknownPhase: 'Fase desconhecida',
  nobody: 'sem ninguém',
  one: 'depende de 1',
  few: (n: string) =>
    n === '1'
      ? '1 fase com barcos tem no máximo uma pessoa apta ao serviço.'
      : `${n} fases com barcos têm no máximo uma pessoa apta ao serviço.`,
  none: 'O ficheiro não traz fases de trabalho.',
};

const en: Translated<typeof pt> = {
  note: 'Who is qualified for each phase, who really works there, and the boats that stand there.',
  cover: 'People by phase',
  coverNote: 'In the order of the route. Worked there: in the three months up to that of the file.',
  phase: 'Phase',
  qualified: 'Qualified',
  active: 'Active',
  worked: 'Worked there',
  unqualified: 'Of these, not qualified',
  boats: 'Boats there',
  perHead: 'Boats per qualified',
  names: 'Who, active',
  unknownPhase: 'Unknown phase',
  nobody: 'nobody active',
  one: 'rests on 1',
  few: (n) =>
    n === '1'
      ? '1 phase with boats has at most one qualified person who is active.'
      : `${n} phases with boats have at most one qualified person who is active.`,
  none: 'The file has no phases of work.',
};

export const catalogue = { pt, en } as const;
