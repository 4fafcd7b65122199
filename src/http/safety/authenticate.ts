import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Access } from '../endpoint.js';
import { httpError } from '../errors/catalogue.js';
import { roleOf } from '../keys/keys.js';
import { isLocalToken } from '../keys/local-token.js';
import { parseToken } from '../keys/token.js';
import { callerOf, type HttpCaller, nobody } from './caller.js';
import { isLoopback } from './loopback.js';
import { isForwarded } from './same-place.js';

export interface KeyRules {
  readonly pool: pg.Pool;
  readonly home: string;
  /** Bound to loopback. */
  readonly local: boolean;
}

/** Who calls, by the key that came along. Throws `BAD_KEY` for one that opens nothing, also where none is needed. */
export async function identify(request: FastifyRequest, rules: KeyRules): Promise<HttpCaller> {
  const { authorization } = request.headers;
  if (authorization === undefined) return nobody;
  const token = parseToken(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
  if (token === null) throw badKey();
  if (token.id === 'local') {
    if (rules.local && !isForwarded(request) && (await isLocalToken(rules.home, token)))
      return callerOf('local', 'operator');
    throw badKey();
  }
  const role = await roleOf(rules.pool, token);
  if (role === null) throw badKey();
  return callerOf(token.id, role);
}

/** Lets through who may. Throws `KEY_REQUIRED` or `ROLE_REQUIRED`. */
export function authorize(request: FastifyRequest, access: Access, local: boolean): void {
  const { caller } = request;
  if (access === 'operate') {
    if (caller.key === null) throw keyRequired('Este endereço é só para operadores: precisa de uma chave.');
    if (!caller.mayOperate) {
      throw httpError(
        'ROLE_REQUIRED',
        `Esta operação precisa de uma chave de operador; a sua é de ${caller.role}.`,
        'Peça uma a quem administra o Prodplan: prodplan keys create --role operator',
      );
    }
    return;
  }
  if (caller.key !== null || isOpen(request, access, local)) return;
  throw keyRequired('Daqui só se responde a quem traz uma chave.');
}

/** Reads of this machine need no key where nobody else is served; its own probes need none anywhere. */
function isOpen(request: FastifyRequest, access: Access, local: boolean): boolean {
  if (isForwarded(request)) return false;
  return local || (access === 'health' && isLoopback(request.socket.remoteAddress ?? ''));
}

function keyRequired(message: string): Error {
  return httpError(
    'KEY_REQUIRED',
    message,
    'Mande o cabeçalho «Authorization: Bearer CHAVE»; nesta máquina a chave vê-se com «prodplan keys token».',
  );
}

function badKey(): Error {
  return httpError(
    'BAD_KEY',
    'A chave não existe, foi revogada ou não serve aqui.',
    'Veja as chaves com «prodplan keys list», ou mande o pedido sem chave se só quer ler nesta máquina.',
  );
}
