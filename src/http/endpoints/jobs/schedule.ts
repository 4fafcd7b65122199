import { z } from 'zod';
import { listSchedules, schedulesOf } from '../../../jobs/index.js';
import { defineEndpoint } from '../../endpoint.js';
import { shortList } from '../../exports/short-list.js';

const row = z.object({
  id: z.string(),
  name: z.string(),
  pattern: z.string().describe('Como no cron'),
  timeZone: z.string(),
  next_at: z.string().nullable().describe('null enquanto nenhum worker a pôs no relógio'),
});

export const schedulesEndpoint = defineEndpoint({
  name: 'jobs.schedule',
  method: 'GET',
  path: '/api/schedules',
  tag: 'jobs',
  summary: 'O que se faz sozinho, e quando',
  access: 'operate',
  params: z.strictObject({}),
  table: row,
  responses: [
    {
      status: 200,
      description: 'Os horários',
      schema: z.object({ data: z.array(row), next_cursor: z.null() }),
    },
  ],
  async handle({ context, format }) {
    const kept = new Map((await listSchedules(await context.jobs())).map((one) => [one.id, one.next_at]));
    const data = (['ingest', 'maintenance'] as const)
      .flatMap((queue) => schedulesOf(queue, context.config.timeZone))
      .map((one) => row.parse({ ...one, next_at: kept.get(one.id) ?? null }));
    const title = 'O que se faz sozinho';
    if (format !== 'json')
      return { table: shortList({ name: 'horarios', title, path: '/api/schedules', row, rows: data }) };
    return { json: { data, next_cursor: null } };
  },
});
