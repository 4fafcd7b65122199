import type { Translated } from '../../words/pt.ts';

const pt = {
  title: 'O que custa primeiras passagens',
  note: 'Um barco conta em cada linha de que tem defeitos. «Só por isto»: não tem outros, e teria passado. O nome filtra a página; o número abre os barcos.',
  countBy: 'Contar por',
  by: {
    descricao: 'Defeito',
    fase_culpada: 'Fase culpada',
    fase_avaliacao: 'Fase que encontra',
    gravidade: 'Gravidade',
  },
  sorts: { perdidas: 'Barcos', sozinhas: 'Só por isto', linhas: 'Linhas' },
  share: 'Dos perdidos',
  without: 'Rendimento sem isto',
  noSeverity: 'Sem gravidade',
  noText: 'Sem texto',
  noCulprit: 'Sem fase culpada',
  noPhase: 'Fase desconhecida',
  nothing: 'Nenhum barco perdeu a primeira passagem com estes filtros.',
  otherClass: 'Linhas desta classe não são defeitos do barco: não custam primeiras passagens.',
  rest: (n: string) => `São os ${n} primeiros.`,
};

const en: Translated<typeof pt> = {
  title: 'What costs first passes',
  note: 'A boat counts in every row of which it has defects. “Only by this”: it has no others, and would have passed. The name filters the page; the number opens the boats.',
  countBy: 'Count by',
  by: {
    descricao: 'Defect',
    fase_culpada: 'Culprit phase',
    fase_avaliacao: 'Detecting phase',
    gravidade: 'Severity',
  },
  sorts: { perdidas: 'Boats', sozinhas: 'Only by this', linhas: 'Lines' },
  share: 'Of those lost',
  without: 'Yield without it',
  noSeverity: 'Without a severity',
  noText: 'Without a text',
  noCulprit: 'Without a culprit phase',
  noPhase: 'Unknown phase',
  nothing: 'No boat lost its first pass with these filters.',
  otherClass: 'Lines of this class are no defects of the boat: they cost no first passes.',
  rest: (n) => `These are the first ${n}.`,
};

export type LostPassesWords = Translated<typeof pt>;
export const lostPassesCatalogue: { readonly pt: LostPassesWords; readonly en: LostPassesWords } = { pt, en };
