import { z } from 'zod';
import { jobStates, listJobs } from '../../../jobs/index.js';
import { paging } from '../../../services/index.js';
import { languageOf } from '../../accept.js';
import { defineEndpoint } from '../../endpoint.js';
import { shortList } from '../../exports/short-list.js';
import { jobBody, jobRow } from './job-shape.js';

export const list = defineEndpoint({
  name: 'jobs.list',
  method: 'GET',
  path: '/api/jobs',
  tag: 'jobs',
  summary: 'As tarefas, da mais recente para a mais antiga',
  access: 'operate',
  params: z.strictObject({
    state: z.enum(jobStates).describe('Só as que estão assim').optional(),
    limit: paging.limit.describe('Quantas, no máximo'),
  }),
  table: jobRow,
  responses: [
    {
      status: 200,
      description: 'As tarefas',
      schema: z.object({ data: z.array(jobRow), next_cursor: z.null(), worker: z.boolean() }),
    },
  ],
  async handle({ context, params: { state, limit }, format, request }) {
    const jobs = await context.jobs();
    const found = await listJobs(jobs, { limit, ...(state === undefined ? {} : { states: [state] }) });
    const data = found.map((one) => jobBody(one, languageOf(request.headers['accept-language'])));
    if (format === 'json') return { json: { data, next_cursor: null, worker: await jobs.hasWorker() } };
    const filters = { state };
    return {
      table: shortList({
        name: 'tarefas',
        title: 'As tarefas',
        path: '/api/jobs',
        row: jobRow,
        filters,
        rows: data,
      }),
    };
  },
});
