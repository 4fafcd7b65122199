import { readConfig } from '../platform/config.js';
import { strangersIn, workAsHomeOwner } from '../platform/home-owner.js';
import { tell } from './terminal.js';

/** Before a command that uses the home: whose files they are, and what there is that cannot be used. */
export function enterHome(): void {
  const { home } = readConfig();
  const name = workAsHomeOwner(home);
  if (name !== null) tell(`A pasta ${home} é da conta ${name}: o comando corre como ela.`);
  const strangers = strangersIn(home);
  if (strangers.length > 0)
    tell(
      `Atenção: são de outra conta, e não se podem usar: ${strangers.join(', ')}. Como root: chown -R --reference='${home}' ${strangers.join(' ')}`,
    );
}
