import { z } from 'zod';
import { jobNames, postJob } from '../../../jobs/index.js';
import { defineEndpoint } from '../../endpoint.js';

const names = jobNames.filter((name) => name !== 'ingest_workbook') as [string, ...string[]];

export const postJobEndpoint = defineEndpoint({
  name: 'jobs.run',
  method: 'POST',
  path: '/api/jobs',
  tag: 'jobs',
  summary: 'Pede uma tarefa; a carga de um ficheiro pede-se em /api/ingestion/runs',
  access: 'operate',
  params: z.strictObject({}),
  body: z.strictObject({
    // Not an enum: a job that does not exist has the code that it has by every door.
    name: z.string().max(100).meta({ enum: names }).describe('Qual'),
    params: z.record(z.string(), z.unknown()).describe('O que ela aceita').optional(),
  }),
  responses: [
    {
      status: 202,
      description: 'A tarefa ficou pedida',
      schema: z.object({ job_id: z.string(), is_new: z.boolean(), worker: z.boolean() }),
    },
  ],
  problems: ['UNKNOWN_JOB', 'BAD_PARAMS'],
  async handle({ context, body: { name, params }, request, reply }) {
    const jobs = await context.jobs();
    const { id, isNew } = await postJob(jobs, name, params ?? {});
    if (request.audit !== null) request.audit.details = { job_id: id, job: name };
    reply.header('location', `/api/jobs/${id}`);
    return { status: 202, json: { job_id: id, is_new: isNew, worker: await jobs.hasWorker() } };
  },
});
