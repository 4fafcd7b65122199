import { jobStatus } from '../../../jobs/index.js';
import { languageOf } from '../../accept.js';
import { defineEndpoint } from '../../endpoint.js';
import { jobBody, jobParam, jobRow } from './job-shape.js';

export const status = defineEndpoint({
  name: 'jobs.status',
  method: 'GET',
  path: '/api/jobs/{id}',
  tag: 'jobs',
  summary: 'Uma tarefa: como está, o que contou de si, como acabou',
  access: 'operate',
  params: jobParam,
  responses: [{ status: 200, description: 'A tarefa', schema: jobRow }],
  problems: ['UNKNOWN_JOB_ID'],
  handle: async ({ context, params, request }) => ({
    json: jobBody(
      await jobStatus(await context.jobs(), params.id),
      languageOf(request.headers['accept-language']),
    ),
  }),
});
