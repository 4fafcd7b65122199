import type { ProductFamily } from './families.js';
import type { LineClass } from './line-class.js';
import type { dueStatuses, OrderState } from './states.js';

/** What people read in place of a code. */
export interface Word {
  readonly pt: string;
  readonly en: string;
}

export const stateWords: Readonly<Record<OrderState, Word>> = {
  CREATED: { pt: 'por começar', en: 'not begun' },
  IN_PROGRESS: { pt: 'em produção', en: 'in production' },
  AWAITING_SHIPPING: { pt: 'à espera de expedição', en: 'awaiting shipping' },
  DONE: { pt: 'acabada', en: 'done' },
  SCRAPPED: { pt: 'sucata', en: 'scrapped' },
};

export const dueStatusWords: Readonly<Record<(typeof dueStatuses)[number], Word>> = {
  NO_DUE: { pt: 'sem prazo', en: 'no due day' },
  ON_TRACK: { pt: 'a tempo', en: 'on track' },
  AT_RISK: { pt: 'em risco', en: 'at risk' },
  LATE: { pt: 'atrasada', en: 'late' },
};

export const lineClassWords: Readonly<Record<LineClass, Word>> = {
  BOAT_DEFECT: { pt: 'defeito do barco', en: 'defect of the boat' },
  MOULD: { pt: 'estado do molde', en: 'condition of the mould' },
  PASSED: { pt: 'linha de controlo que passou', en: 'check-list line that passed' },
  UNKNOWN: { pt: 'por classificar (conta como defeito)', en: 'not classified (counts as a defect)' },
};

/** The families name themselves. */
export const familyWords: Readonly<Record<ProductFamily | '?', Word>> = {
  K1: { pt: 'K1', en: 'K1' },
  K2: { pt: 'K2', en: 'K2' },
  K4: { pt: 'K4', en: 'K4' },
  C1: { pt: 'C1', en: 'C1' },
  C2: { pt: 'C2', en: 'C2' },
  C4: { pt: 'C4', en: 'C4' },
  other: { pt: 'outros', en: 'other' },
  '?': { pt: 'modelo desconhecido', en: 'unknown model' },
};

/** `Ofch_Gravidade` */
export const severityWords: Readonly<Record<1 | 2 | 3, Word>> = {
  1: { pt: 'ligeira', en: 'minor' },
  2: { pt: 'média', en: 'medium' },
  3: { pt: 'grave', en: 'severe' },
};
