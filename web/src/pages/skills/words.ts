import type { Translated } from '../../words/pt.ts';

const pt = {
  note: 'Quem está apto para cada fase, quem lá trabalha de facto, e os barcos que lá estão.',
  cover: 'Gente por fase',
  coverNote: 'Pela ordem da rota. Trabalharam lá, e levam a fase: nos 90 dias até ao do ficheiro.',
  phase: 'Fase',
  qualified: 'Aptos',
  active: 'Ao serviço',
  worked: 'Trabalharam lá',
  unqualified: 'Destes, não aptos',
  boats: 'Barcos lá',
  carrying: 'Fazem quatro quintos',
  waiting: (n: string) => `${n} à espera`,
  names: 'Quem, ao serviço',
  unknownPhase: 'Fase desconhecida',
  fragile: {
    NOBODY_ACTIVE: 'sem ninguém apto ao serviço',
    ONE_ACTIVE: 'um só apto ao serviço',
    NOBODY_WORKS: 'nenhum apto lá trabalhou',
    ONE_WORKS: 'um só apto lá trabalhou',
    ONE_CARRIES: 'um só leva a fase',
  },
  few: (n: string) =>
    n === '1' ? '1 fase é frágil: diz-se porquê.' : `${n} fases são frágeis: diz-se porquê.`,
  none: 'O ficheiro não traz fases de trabalho.',
};

const en: Translated<typeof pt> = {
  note: 'Who is qualified for each phase, who really works there, and the boats that stand there.',
  cover: 'People by phase',
  coverNote:
    'In the order of the route. Worked there, and carry the phase: in the 90 days up to that of the file.',
  phase: 'Phase',
  qualified: 'Qualified',
  active: 'Active',
  worked: 'Worked there',
  unqualified: 'Of these, not qualified',
  boats: 'Boats there',
  carrying: 'Do four fifths',
  waiting: (n) => `${n} waiting`,
  names: 'Who, active',
  unknownPhase: 'Unknown phase',
  fragile: {
    NOBODY_ACTIVE: 'nobody qualified is active',
    ONE_ACTIVE: 'one qualified person active',
    NOBODY_WORKS: 'nobody qualified worked there',
    ONE_WORKS: 'one qualified person worked there',
    ONE_CARRIES: 'one person carries it',
  },
  few: (n) => (n === '1' ? '1 phase is fragile: it says why.' : `${n} phases are fragile: it says why.`),
  none: 'The file has no phases of work.',
};

export const catalogue = { pt, en } as const;
