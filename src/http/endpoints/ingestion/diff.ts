import { z } from 'zod';
import { diffRuns } from '../../../evidence/diff/diff.js';
import { readRun } from '../../../ingestion/records/history.js';
import { runAnswerOf, supportOf } from '../../answers/run-answer.js';
import { defineEndpoint } from '../../endpoint.js';
import { diffLine, diffShape, diffTable, rowsThatDiffer } from './diff-table.js';
import { runParam } from './run-shape.js';

const { run_id } = runParam.shape;

export const diff = defineEndpoint({
  name: 'ingestion.diff',
  method: 'GET',
  path: '/api/ingestion/runs/{a}/diff/{b}',
  tag: 'ingestion',
  summary: 'O que mudou entre duas cargas publicadas; a mais antiga conta como a primeira',
  access: 'read',
  params: z.strictObject({ a: run_id, b: run_id }),
  table: diffLine,
  responses: [{ status: 200, description: 'O que mudou', schema: runAnswerOf(diffShape) }],
  problems: ['NO_SUCH_RUN', 'NOT_PUBLISHED', 'HISTORY_PRUNED'],
  async handle({ context, params: { a, b }, format }) {
    const { pool } = context.database;
    const data = await diffRuns(pool, a, b);
    if (format !== 'json') return { table: diffTable(data, { a, b }) };
    const method = 'As linhas que diferem entre os estados que as duas cargas publicaram.';
    const rowsUsed = rowsThatDiffer(data);
    const support = supportOf(await readRun(pool, data.to), { method, rowsUsed });
    return { json: { status: 'SUPPORTED', data, support } };
  },
});
