import { z } from 'zod';
import { checkReadiness } from '../../../platform/health.js';
import { defineEndpoint } from '../../endpoint.js';

const schema = z.object({
  status: z.enum(['ok', 'unavailable']),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});

export const ready = defineEndpoint({
  name: 'health.ready',
  method: 'GET',
  path: '/health/ready',
  tag: 'health',
  summary: 'Está tudo o que é preciso para responder',
  access: 'health',
  params: z.strictObject({}),
  responses: [
    { status: 200, description: 'Está', schema },
    { status: 503, description: 'Falta alguma coisa', schema },
  ],
  handle: async ({ context: { database, config, jobs } }) => {
    const found = await checkReadiness({
      database,
      home: config.home,
      redisUrl: config.redisUrl,
      askQueue: async () => await (await jobs()).depth(),
    });
    return { json: found, status: found.status === 'ok' ? 200 : 503 };
  },
});
