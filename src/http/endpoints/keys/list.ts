import { z } from 'zod';
import { defineEndpoint } from '../../endpoint.js';
import { shortList } from '../../exports/short-list.js';
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
  table: keyRow,
  responses: [
    {
      status: 200,
      description: 'As chaves',
      schema: z.object({ data: z.array(keyRow), next_cursor: z.null() }),
    },
  ],
  async handle({ context, format }) {
    const rows = (await listKeys(context.database.pool)).map((one) => keyRow.parse(one));
    if (format === 'json') return { json: { data: rows, next_cursor: null } };
    return {
      table: shortList({ name: 'chaves', title: 'As chaves', path: '/api/keys', row: keyRow, rows }),
    };
  },
});
