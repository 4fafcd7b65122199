import { z } from 'zod';
import { diffRuns } from '../../../evidence/diff/diff.js';
import { readRun } from '../../../ingestion/records/history.js';
import { runAnswerOf, supportOf } from '../../answers/run-answer.js';
import { defineEndpoint } from '../../endpoint.js';
import { runParam } from './run-shape.js';

const change = z.object({ chave: z.string(), was: z.string().nullable(), is: z.string().nullable() });
const { run_id } = runParam.shape;

const schema = z.object({
  from: z.int(),
  to: z.int(),
  orders: z.object({
    created: z.array(z.string()),
    finished: z.array(change),
    reopened: z.array(change),
    vanished: z.array(z.string()),
    phase_moved: z.array(change),
    due_moved: z.array(change),
  }),
  phases: z.object({
    created: z.int(),
    started: z.int(),
    finished: z.int(),
    reopened: z.array(change),
    order_moved: z.array(change),
    vanished: z.int(),
  }),
  errors: z.object({
    appeared: z.int(),
    vanished: z.int(),
    appeared_by_severity: z.record(z.string(), z.int()),
  }),
  rows: z.record(z.string(), z.object({ inserted: z.int(), updated: z.int(), gone: z.int() })),
});

export const diff = defineEndpoint({
  name: 'ingestion.diff',
  method: 'GET',
  path: '/api/ingestion/runs/{a}/diff/{b}',
  tag: 'ingestion',
  summary: 'O que mudou entre duas cargas publicadas; a mais antiga conta como a primeira',
  access: 'read',
  params: z.strictObject({ a: run_id, b: run_id }),
  responses: [{ status: 200, description: 'O que mudou', schema: runAnswerOf(schema) }],
  problems: ['NO_SUCH_RUN', 'NOT_PUBLISHED', 'HISTORY_PRUNED'],
  async handle({ context, params: { a, b } }) {
    const { pool } = context.database;
    const data = await diffRuns(pool, a, b);
    const method = 'As linhas que diferem entre os estados que as duas cargas publicaram.';
    const rowsUsed = Object.values(data.rows).reduce(
      (sum, { inserted, updated, gone }) => sum + inserted + updated + gone,
      0,
    );
    const support = supportOf(await readRun(pool, data.to), { method, rowsUsed });
    return { json: { status: 'SUPPORTED', data, support } };
  },
});
