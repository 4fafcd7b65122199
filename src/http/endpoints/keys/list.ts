import { z } from 'zod';
import { defineEndpoint } from '../../endpoint.js';
import { listKeys } from '../../keys/keys.js';
import { keyRow } from './key-shape.js';

export const keyList = defineEndpoint({
  name: 'keys.list',
  method: 'GET',
  path: '/api/keys',
  tag: 'keys',
  summary: 'As chaves que há, sem os segredos',
  access: 'operate',
  params: z.strictObject({}),
  responses: [
    {
      status: 200,
      description: 'As chaves',
      schema: z.object({ data: z.array(keyRow) }),
    },
  ],
  async handle({ context }) {
    const keys = await listKeys(context.database.pool);
    return { json: { data: keys.map((one) => keyRow.parse(one)) } };
  },
});
