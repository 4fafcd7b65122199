import type { Translated } from '../../words/pt.ts';

const pt = {
  open: 'Procurar ou ir para',
  label: 'Para onde?',
  hint: 'of 133938 · k1 atrasados · fase laminagem · expedição 19 mai',
  none: 'Escreva um barco, uma família, uma fase, um dia ou uma página.',
  list: 'Sugestões',
  boat: (of: string) => `Barco ${of}`,
  shipment: (day: string) => `Expedição de ${day}`,
  phase: (name: string) => `Barcos em ${name}`,
  text: (text: string) => `Procurar «${text}» nos barcos`,
  boats: (filters: string) => `Barcos: ${filters}`,
  states: {
    OPEN: 'em curso',
    CREATED: 'por começar',
    IN_PROGRESS: 'em produção',
    AWAITING_SHIPPING: 'prontos',
    ZOMBIE: 'parados há muito',
    DONE: 'acabados',
    SCRAPPED: 'sucata',
  },
  dues: { RISK: 'em risco ou atrasados', LATE: 'atrasados', NO_DUE: 'sem prazo' },
  close: 'Fechar',
  keys: 'Setas para escolher, Enter para ir, Esc para fechar.',
};

export type CommandWords = Translated<typeof pt>;

const en: CommandWords = {
  open: 'Search or go to',
  label: 'Where to?',
  hint: 'of 133938 · k1 late · phase lamin · shipment 19 may',
  none: 'Type a boat, a family, a phase, a day or a page.',
  list: 'Suggestions',
  boat: (of) => `Boat ${of}`,
  shipment: (day) => `Shipment of ${day}`,
  phase: (name) => `Boats in ${name}`,
  text: (text) => `Look for "${text}" among the boats`,
  boats: (filters) => `Boats: ${filters}`,
  states: {
    OPEN: 'in hand',
    CREATED: 'not begun',
    IN_PROGRESS: 'in production',
    AWAITING_SHIPPING: 'ready',
    ZOMBIE: 'standing for long',
    DONE: 'finished',
    SCRAPPED: 'scrapped',
  },
  dues: { RISK: 'at risk or late', LATE: 'late', NO_DUE: 'no due day' },
  close: 'Close',
  keys: 'Arrows to choose, Enter to go, Esc to close.',
};

export const commandWords = { pt, en };
