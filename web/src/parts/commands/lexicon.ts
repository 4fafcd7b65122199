import type { BoatSearch } from '../../boat-search.ts';

/** Lower case, no accents: what is typed and what it is held against. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** What begins a command, in both languages whatever the page speaks: whoever types it knows it by heart. */
export const openings: readonly (readonly [RegExp, 'boat' | 'phase' | 'shipment'])[] = [
  [/^(of|ordem|barco|boat|order)\s+/, 'boat'],
  [/^(fase|phase)\s+/, 'phase'],
  [/^(expedicao|expedicoes|expede|camiao|shipment|shipping|truck)\s+/, 'shipment'],
];

const inHand = { estado: 'OPEN' } as const;

/** Words that cut the list of boats down; several may stand together, as in «k1 atrasados». Folded. */
export const filters: Readonly<Record<string, Partial<BoatSearch>>> = {
  'em risco': { ...inHand, prazo: 'RISK' },
  risco: { ...inHand, prazo: 'RISK' },
  'at risk': { ...inHand, prazo: 'RISK' },
  risk: { ...inHand, prazo: 'RISK' },
  atrasado: { ...inHand, prazo: 'LATE' },
  atrasados: { ...inHand, prazo: 'LATE' },
  atraso: { ...inHand, prazo: 'LATE' },
  late: { ...inHand, prazo: 'LATE' },
  overdue: { ...inHand, prazo: 'LATE' },
  'sem prazo': { ...inHand, prazo: 'NO_DUE' },
  'no due': { ...inHand, prazo: 'NO_DUE' },
  'em curso': inHand,
  open: inHand,
  'por comecar': { estado: 'CREATED' },
  'not begun': { estado: 'CREATED' },
  'em producao': { estado: 'IN_PROGRESS' },
  'in production': { estado: 'IN_PROGRESS' },
  pronto: { estado: 'AWAITING_SHIPPING' },
  prontos: { estado: 'AWAITING_SHIPPING' },
  ready: { estado: 'AWAITING_SHIPPING' },
  parados: { estado: 'ZOMBIE' },
  stuck: { estado: 'ZOMBIE' },
  acabados: { estado: 'DONE' },
  finished: { estado: 'DONE' },
  done: { estado: 'DONE' },
  sucata: { estado: 'SCRAPPED' },
  scrapped: { estado: 'SCRAPPED' },
};

/** Pages by any of their names. */
export const pages: readonly (readonly [path: string, key: PageKey, names: readonly string[]])[] = [
  ['/', 'home', ['painel', 'home', 'dashboard', 'overview']],
  ['/barcos', 'boats', ['barcos', 'boats', 'lista', 'list']],
  ['/expedicoes', 'shipments', ['expedicoes', 'shipments', 'expedicao', 'camiao', 'truck']],
  ['/previsao', 'outlook', ['previsao', 'outlook', 'forecast', 'prometer', 'promise']],
  ['/fluxo', 'flow', ['fluxo', 'flow', 'estrangulamentos', 'bottlenecks', 'esperas', 'waits']],
  ['/qualidade', 'quality', ['qualidade', 'quality', 'defeitos', 'defects', 'pareto']],
  ['/materiais', 'materials', ['materiais', 'materials', 'gelcoat', 'massa', 'mass']],
  ['/dados', 'data', ['dados', 'data', 'cargas', 'runs', 'rejeitadas', 'rejects']],
];

export type PageKey = 'home' | 'boats' | 'shipments' | 'outlook' | 'flow' | 'quality' | 'materials' | 'data';

/** Pages that show one family where one is named behind them: «qualidade k1». */
export const byFamily: ReadonlySet<PageKey> = new Set(['shipments', 'flow', 'quality', 'boats']);
