import { z } from 'zod';
import { defineEndpoint } from '../../endpoint.js';
import { clearSession, sessionOf } from '../../sessions/cookie.js';
import { endBrowserSession } from '../../sessions/sessions.js';

export const end = defineEndpoint({
  name: 'session.end',
  method: 'POST',
  path: '/api/session/end',
  tag: 'session',
  summary: 'Termina a sessão deste navegador; sem sessão nada acontece',
  access: 'open',
  params: z.strictObject({}),
  responses: [{ status: 200, description: 'Já não há sessão', schema: z.object({ ended: z.boolean() }) }],
  async handle({ context, request, reply }) {
    const secret = sessionOf(request);
    if (secret !== null) await endBrowserSession(context.database.pool, secret);
    clearSession(request, reply);
    return { json: { ended: secret !== null } };
  },
});
