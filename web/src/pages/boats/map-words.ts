import type { Translated } from '../../words/pt.ts';

const pt = {
  view: 'Ver como',
  list: 'Lista',
  map: 'Mapa da fábrica',
  label:
    'Mapa da fábrica: os barcos por entregar, por fase, pela ordem da fábrica. Setas para andar de barco em barco.',
  process: 'cura ou espera própria',
  median: (days: string) => `metade aqui há ${days} ou mais`,
  clear: (days: string) => `${days} dias úteis para escoar`,
  more: (n: string) => `mais ${n}`,
  zombies: (n: string, days: string) => `${n} ${n === '1' ? 'parado' : 'parados'} há mais de ${days} dias`,
  here: (days: string) => `há ${days}`,
  unknownPhase: 'Fase desconhecida',
  noDue: 'sem prazo',
  none: 'Nenhum barco por entregar com estes filtros.',
  seeAll: 'Ver na lista',
};

type MapWords = Translated<typeof pt>;

const en: MapWords = {
  view: 'Show as',
  list: 'List',
  map: 'Factory map',
  label:
    'Factory map: the boats to be delivered, by phase, in the order of the factory. Arrows go from boat to boat.',
  process: 'cure or wait of its own',
  median: (days) => `half here for ${days} or more`,
  clear: (days) => `${days} working days to clear`,
  more: (n) => `${n} more`,
  zombies: (n, days) => `${n} standing for more than ${days} days`,
  here: (days) => `for ${days}`,
  unknownPhase: 'Unknown phase',
  noDue: 'no due day',
  none: 'No boat to be delivered with these filters.',
  seeAll: 'See in the list',
};

export const mapWords = { pt, en };
