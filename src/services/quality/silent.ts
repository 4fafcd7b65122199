import { type RouteKind, routeKinds } from '../../contract/factory/index.js';
import { silentFrom } from './figures.js';

/** Boats of one kind of route, by the phase of their first inspection, and all their error lines. */
export interface LinesOfKind {
  readonly first_inspection: number;
  readonly boats: number;
  readonly lines: number;
}

/**
 * Boats of a kind with hardly a line lift every yield and lower every rate that counts them, and the more of them pass
 * the better the figure looks: whoever reads it is told.
 */
export function silentCaveat(kinds: readonly LinesOfKind[]): { readonly caveat?: string } {
  const [boats, lines] = [sum(kinds, 'boats'), sum(kinds, 'lines')];
  if (lines === 0) return noLinesCaveat(kinds);
  const silent = kinds.find((one) => isSilent(one, boats - one.boats, lines - one.lines));
  if (silent === undefined) return {};
  const others = kinds.filter((one) => one !== silent).map(({ first_inspection: phase }) => kindOf(phase));
  const few = `${silent.lines} ${silent.lines === 1 ? 'linha' : 'linhas'}`;
  return {
    caveat: `Destes ${boats} barcos, ${silent.boats} (${kindOf(silent.first_inspection)}) têm ao todo ${few} de erro, de qualquer classe, menos de um décimo das dos outros por barco: pode ser que ali mal se registem, e quantos mais desses houver, melhor parece o conjunto. Só os outros: route_kind=${others.join(', ')}.`,
  };
}

/** Less than a tenth of what the others have for each boat. */
function isSilent(one: LinesOfKind, otherBoats: number, otherLines: number): boolean {
  return one.boats >= silentFrom && 10 * one.lines * otherBoats < otherLines * one.boats;
}

/** None of them all has a line. */
export function noLinesCaveat(kinds: readonly LinesOfKind[]): { readonly caveat?: string } {
  const boats = sum(kinds, 'boats');
  if (boats < silentFrom || sum(kinds, 'lines') > 0) return {};
  return {
    caveat: `Nenhum destes ${boats} barcos tem uma única linha de erro, de classe nenhuma: pode ser que ali não se registem.`,
  };
}

export function kindOf(first_inspection: number): RouteKind {
  return first_inspection === routeKinds.DEMOULD ? 'DEMOULD' : 'FINAL_CONTROL';
}

function sum(kinds: readonly LinesOfKind[], name: 'boats' | 'lines'): number {
  return kinds.reduce((total, one) => total + one[name], 0);
}
