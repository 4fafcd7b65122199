import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { httpFailure } from '../../../platform/errors/http.js';
import type { HttpContext } from '../../context.js';
import { defineEndpoint } from '../../endpoint.js';
import { parseToken } from '../../keys/token.js';
import { callerOfSession, keyRequired } from '../../security/authenticate.js';
import { credentialOf } from '../../security/credential.js';
import { setSession } from '../../sessions/cookie.js';
import { openerOf } from '../../sessions/opener.js';
import { beginSession, endBrowserSession, type Opener, takeCode } from '../../sessions/sessions.js';
import { sessionShape, stateOf } from './state.js';

export const begin = defineEndpoint({
  name: 'session.begin',
  method: 'POST',
  path: '/api/session',
  tag: 'session',
  summary: 'Inicia a sessão de um navegador: a chave vem uma vez, em Authorization; depois vale o cookie',
  access: 'open',
  params: z.strictObject({}),
  responses: [
    { status: 200, description: 'A sessão começou; o cookie vem com a resposta', schema: sessionShape },
  ],
  problems: ['KEY_REQUIRED', 'BAD_KEY'],
  async handle({ request, reply, context }) {
    const opener = await openerOfCall(request, context);
    const { pool } = context.database;
    const secret = await beginSession(pool, opener);
    const who = await callerOfSession(request, secret, {
      pool,
      home: context.config.home,
      local: context.local,
    });
    // A code of this machine's token, where the server is one that others reach, or a proxy brought it.
    if (who.key === null) {
      await endBrowserSession(pool, secret);
      throw httpFailure('BAD_KEY');
    }
    setSession(request, reply, secret);
    request.log.info({ key: who.key }, 'session begun');
    return { json: stateOf(who, request, context) };
  },
});

/** By a code that `prodplan open` made, or by the key itself. A session does not open another one. */
async function openerOfCall(request: FastifyRequest, context: HttpContext): Promise<Opener> {
  const credential = credentialOf(request);
  if (credential?.via !== 'bearer') throw keyRequired(request, { operators: false, local: context.local });
  const token = parseToken(credential.secret);
  const opener =
    token?.id === 'once'
      ? await takeCode(context.database.pool, token)
      : await openerOf(request.caller, context.config.home);
  if (opener === null) throw httpFailure('BAD_KEY');
  return opener;
}
