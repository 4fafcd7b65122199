import { z } from 'zod';
import { httpFailure } from '../../../platform/errors/http.js';
import { defineEndpoint } from '../../endpoint.js';
import { codeSeconds } from '../../sessions/one-time-codes.js';
import { openerOf } from '../../sessions/opener.js';

export const link = defineEndpoint({
  name: 'session.link',
  method: 'POST',
  path: '/api/session/link',
  tag: 'session',
  summary:
    'Um código que inicia uma sessão com os mesmos direitos, uma vez, no minuto seguinte: para uma ligação',
  access: 'operate',
  params: z.strictObject({}),
  responses: [
    {
      status: 200,
      description: 'O código; vai em Authorization, como uma chave, para POST /api/session',
      schema: z.object({ code: z.string(), expires_in_seconds: z.int() }),
    },
  ],
  async handle({ caller, context }) {
    const opener = await openerOf(caller, context.config.home);
    if (opener === null) throw httpFailure('BAD_KEY');
    return { json: { code: context.oneTimeCodes.add(opener), expires_in_seconds: codeSeconds } };
  },
});
