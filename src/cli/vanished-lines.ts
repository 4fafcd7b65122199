import pc from 'picocolors';
import type { VanishedOrders } from '../evidence/index.js';
import { groupDigits } from '../platform/numbers.js';

const shown = 12;

/** The orders that a file let vanish, as the report of the run and `check` tell them; nothing where there are none. */
export function vanishedLines({ keys, unfinished, since_run }: VanishedOrders): string[] {
  if (keys.length === 0) return [];
  const one = keys.length === 1;
  const who = one
    ? '1 ordem de fabrico que vinha no ficheiro anterior já não vem'
    : `${groupDigits(keys.length)} ordens de fabrico que vinham no ficheiro anterior já não vêm`;
  const more = keys.length > shown ? `, … mais ${groupDigits(keys.length - shown)}` : '';
  const open = unfinished === 0 ? '' : one ? ' (por acabar)' : ` (${groupDigits(unfinished)} por acabar)`;
  return [
    `${pc.yellow('Desaparecidas:')} ${who}${open}: ${keys.slice(0, shown).join(', ')}${more}.`,
    `  Se não ${one ? 'foi apagada' : 'foram apagadas'} no ERP, exporte o ficheiro outra vez, inteiro. O estado anterior é o da carga ${since_run}; «prodplan rollback» repõe-no.`,
  ];
}
