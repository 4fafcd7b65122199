import { z } from 'zod';
import { defineEndpoint } from '../../endpoint.js';
import { revokeKey } from '../../keys/keys.js';

export const keyRevoke = defineEndpoint({
  name: 'keys.revoke',
  method: 'POST',
  path: '/api/keys/{key_id}/revoke',
  tag: 'keys',
  summary: 'Uma chave deixa de servir, já na chamada seguinte',
  access: 'operate',
  params: z.strictObject({ key_id: z.string().min(1).max(100) }),
  responses: [
    {
      status: 200,
      description: 'A chave não abre mais nada',
      schema: z.object({ key_id: z.string(), revoked: z.literal(true) }),
    },
  ],
  problems: ['NO_SUCH_KEY'],
  async handle({ context, params: { key_id }, request }) {
    await revokeKey(context.database.pool, key_id);
    if (request.audit !== null) request.audit.details = { key_id };
    return { json: { key_id, revoked: true } };
  },
});
