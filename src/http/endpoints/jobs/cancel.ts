import { z } from 'zod';
import { cancelJob } from '../../../jobs/index.js';
import { defineEndpoint } from '../../endpoint.js';
import { jobParam } from './job-shape.js';

export const cancel = defineEndpoint({
  name: 'jobs.cancel',
  method: 'POST',
  path: '/api/jobs/{id}/cancel',
  tag: 'jobs',
  summary: 'Cancela uma tarefa: a que espera sai da fila, a que decorre para quando pode',
  access: 'operate',
  params: jobParam,
  responses: [
    {
      status: 200,
      description: 'removed: esperava e já não está; asked: decorre e foi avisada; ended: já tinha acabado',
      schema: z.object({ id: z.string(), outcome: z.enum(['removed', 'asked', 'ended']) }),
    },
  ],
  problems: ['UNKNOWN_JOB_ID'],
  async handle({ context, params: { id }, request }) {
    const outcome = await cancelJob(await context.jobs(), id);
    if (request.audit !== null) request.audit.details = { job_id: id, outcome };
    return { json: { id, outcome } };
  },
});
