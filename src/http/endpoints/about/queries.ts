import { z } from 'zod';
import { services } from '../../../services/index.js';
import { defineEndpoint } from '../../endpoint.js';
import { shortList } from '../../exports/short-list.js';

const row = z.object({
  name: z.string(),
  services: z.array(z.string()).describe('As perguntas que a usam'),
  href: z.string(),
});

/** Every query file once, with the questions that use it. */
const list = [...new Set(services.flatMap((service) => service.queries.map((query) => query.name)))]
  .sort()
  .map((name) => ({
    name,
    services: services
      .filter((service) => service.queries.some((query) => query.name === name))
      .map((service) => service.name),
    href: `/api/queries/${name}`,
  }));

export const queries = defineEndpoint({
  name: 'about.queries',
  method: 'GET',
  path: '/api/queries',
  tag: 'about',
  summary: 'As consultas SQL que estão por trás das respostas',
  access: 'read',
  params: z.strictObject({}),
  table: row,
  responses: [
    {
      status: 200,
      description: 'Os nomes',
      schema: z.object({ data: z.array(row), next_cursor: z.null() }),
    },
  ],
  handle: async ({ format }) =>
    format === 'json'
      ? { json: { data: list, next_cursor: null } }
      : {
          table: shortList({
            name: 'consultas',
            title: 'As consultas',
            path: '/api/queries',
            row,
            rows: list,
          }),
        },
});
