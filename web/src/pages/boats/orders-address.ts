import type { Address } from '../../api/address.ts';
import { endangeredStatuses, openStates } from '../../api/codes.ts';
import type { BoatSearch } from '../../boat-search.ts';
import { groups } from './select.ts';

/** The same boats as the list shows, as the question about orders has them; null where it cannot tell them apart. */
export function ordersAddress(search: BoatSearch): Address | null {
  const states = statesOf(search.estado);
  if (states === null) return null;
  const { texto, familia, produto, fase, prazo, expedicao, acabados, ordem } = search;
  const query = {
    ...states,
    text: texto,
    familia,
    produto_id: produto,
    fase_id: fase,
    due_status: prazo === 'RISK' ? endangeredStatuses.join(',') : prazo,
    due_from: expedicao,
    due_to: expedicao,
    finished_from: acabados,
    finished_to: acabados,
    inspected_from: search.de,
    inspected_to: search.ate,
    culprit_fase_id: search.culpada,
    detecting_fase_id: search.encontra,
    gravidade: search.gravidade,
    class: search.classe,
    descricao_id: search.defeito,
    sort: sortOf(ordem),
  };
  return { path: '/api/prodplan/orders', params: { query } };
}

/** Boats that stand for too long are open, too: together with some of the others only there is no filter for them. */
function statesOf(estado: string | undefined): Record<string, string> | null {
  const named = (estado ?? '').split(',').filter((one) => groups.some((group) => group === one));
  if (named.length === 0 || named.includes('ALL')) return {};
  const states = named.flatMap((one) => (one === 'OPEN' ? openStates : [one]));
  if (!states.includes('ZOMBIE')) return { state: [...new Set(states)].join(','), is_zombie: 'false' };
  return states.length === 1 ? { is_zombie: 'true' } : null;
}

const sorts: Readonly<Record<string, string>> = { of: 'of_id', due: 'due', age: 'age', errors: 'errors' };

/** Where the order of the list is one of the page only, the newest boats come first. */
function sortOf(ordem = '-of'): string {
  const name = sorts[ordem.replace('-', '')];
  return name === undefined ? '-of_id' : `${ordem.startsWith('-') ? '-' : ''}${name}`;
}
