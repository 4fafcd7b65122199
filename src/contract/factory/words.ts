import { namedFamilies, type ProductFamily } from './families.js';
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
  ...(Object.fromEntries(namedFamilies.map((name) => [name, { pt: name, en: name }])) as Record<
    (typeof namedFamilies)[number],
    Word
  >),
  other: { pt: 'outros', en: 'other' },
  '?': { pt: 'modelo desconhecido', en: 'unknown model' },
};

/** `Ofch_Gravidade` */
export const severityWords: Readonly<Record<1 | 2 | 3, Word>> = {
  1: { pt: 'ligeira', en: 'minor' },
  2: { pt: 'média', en: 'medium' },
  3: { pt: 'grave', en: 'severe' },
};
