import { defineEndpoint } from '../../endpoint.js';
import { readDetail } from './progress.js';
import { runDetail, runParam } from './run-shape.js';

export const run = defineEndpoint({
  name: 'ingestion.run',
  method: 'GET',
  path: '/api/ingestion/runs/{run_id}',
  tag: 'ingestion',
  summary: 'Uma carga, folha a folha; enquanto decorre, até onde chegou',
  access: 'read',
  params: runParam,
  responses: [{ status: 200, description: 'A carga', schema: runDetail }],
  problems: ['NO_SUCH_RUN'],
  handle: async ({ context, params }) => ({ json: await readDetail(context, params.run_id) }),
});
