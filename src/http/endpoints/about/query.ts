import { z } from 'zod';
import { httpFailure } from '../../../platform/errors/http.js';
import { services } from '../../../services/index.js';
import { defineEndpoint } from '../../endpoint.js';

const texts = new Map(
  services.flatMap((service) => service.queries.map((query) => [query.name, query.text] as const)),
);

export const query = defineEndpoint({
  name: 'about.query',
  method: 'GET',
  path: '/api/queries/{name}',
  tag: 'about',
  summary: 'O texto de uma consulta, que se pode colar no psql',
  access: 'read',
  params: z.strictObject({ name: z.string().max(100).describe('Como está em support.sql') }),
  responses: [{ status: 200, description: 'A consulta', type: 'text/plain' }],
  problems: ['NO_SUCH_QUERY'],
  handle: async ({ params }) => {
    const text = texts.get(params.name);
    if (text === undefined) throw httpFailure('NO_SUCH_QUERY', { name: params.name });
    return { bytes: Buffer.from(text), type: 'text/plain; charset=utf-8' };
  },
});
