import { z } from 'zod';
import { services as declared } from '../../../services/index.js';
import { defineEndpoint } from '../../endpoint.js';
import { shortList } from '../../exports/short-list.js';

const figure = z.object({
  figure: z.string(),
  title: z.string(),
  unit: z.string(),
  definition: z.string(),
  limits: z.string(),
});

const row = z.object({
  name: z.string(),
  path: z.string(),
  summary: z.string(),
  method: z.string(),
  gates: z.array(z.string()),
  references: z.array(z.string()),
  queries: z.array(z.string()),
  tabular: z.boolean(),
  figures: z.array(figure),
});

const list = declared.map((service) =>
  row.parse({
    ...service,
    queries: service.queries.map((query) => query.name),
    tabular: service.table !== null,
  }),
);

/** The questions with their figures, as docs/metrics.md tells them. */
export const servicesEndpoint = defineEndpoint({
  name: 'about.services',
  method: 'GET',
  path: '/api/services',
  tag: 'about',
  summary: 'As perguntas que se podem fazer, com a definição de cada indicador',
  access: 'read',
  params: z.strictObject({}),
  table: row,
  responses: [
    {
      status: 200,
      description: 'As perguntas',
      schema: z.object({ data: z.array(row), next_cursor: z.null() }),
    },
  ],
  handle: async ({ format }) =>
    format === 'json'
      ? { json: { data: list, next_cursor: null } }
      : {
          table: shortList({
            name: 'perguntas',
            title: 'As perguntas',
            path: '/api/services',
            row,
            rows: list,
          }),
        },
});
