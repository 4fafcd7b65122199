import { languageOf } from '../../accept.js';
import { rowsOf, runAnswerOf, supportOf } from '../../answers/run-answer.js';
import { defineEndpoint } from '../../endpoint.js';
import { readDetail } from './progress.js';
import { runDetail, runParam } from './run-shape.js';

export const runEndpoint = defineEndpoint({
  name: 'ingestion.run',
  method: 'GET',
  path: '/api/ingestion/runs/{run_id}',
  tag: 'ingestion',
  summary: 'Uma carga, folha a folha; enquanto decorre, até onde chegou',
  access: 'read',
  params: runParam,
  responses: [{ status: 200, description: 'A carga', schema: runAnswerOf(runDetail) }],
  problems: ['NO_SUCH_RUN'],
  async handle({ context, params, request }) {
    const language = languageOf(request.headers['accept-language']);
    const data = await readDetail(context, params.run_id, language);
    const method = 'O que a carga registou de si, folha a folha.';
    const support = supportOf(data, { method, ...rowsOf(data.sheets) });
    return { json: { status: 'SUPPORTED', data, support } };
  },
});
