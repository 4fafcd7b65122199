import { z } from 'zod';
import { readPublication } from '../../../evidence/index.js';
import type { RunRecord } from '../../../ingestion/records/history.js';
import { readRuns } from '../../../ingestion/records/history.js';
import type { Language } from '../../../platform/errors/kinds.js';
import { decodeCursor, encodeCursor, paging } from '../../../services/index.js';
import { languageOf } from '../../accept.js';
import { runListOf, supportOf } from '../../answers/run-answer.js';
import { defineEndpoint } from '../../endpoint.js';
import { runBody, runRow } from './run-shape.js';

const place = z.tuple([z.int().min(1)]);
const pageRows = 500;

export const runs = defineEndpoint({
  name: 'ingestion.runs',
  method: 'GET',
  path: '/api/ingestion/runs',
  tag: 'ingestion',
  summary: 'As cargas, da mais recente para a mais antiga',
  access: 'read',
  params: z.strictObject(paging),
  table: runRow,
  responses: [
    {
      status: 200,
      description: 'As cargas',
      schema: runListOf(runRow),
    },
  ],
  async handle({ context, params, format, request }) {
    const language = languageOf(request.headers['accept-language']);
    const { pool } = context.database;
    const after = decodeCursor(params.cursor, 'runs', place);
    if (format !== 'json') {
      return {
        table: {
          name: 'cargas',
          row: runRow,
          origin: { title: 'As cargas', path: '/api/ingestion/runs', filters: {}, facts: [] },
          pages: pages((before) => readRuns(pool, pageRows, before), language),
        },
      };
    }
    const found = await readRuns(pool, params.limit + 1, after?.[0] ?? null);
    const shown = found.slice(0, params.limit);
    const next = found.length > params.limit ? encodeCursor('runs', [shown.at(-1)!.run_id]) : null;
    const method = 'As cargas registadas; support diz qual está publicada.';
    const support = supportOf(await readPublication(pool), { method, rowsUsed: shown.length });
    return {
      json: {
        status: 'SUPPORTED',
        data: shown.map((one) => runBody(one, language)),
        next_cursor: next,
        support,
      },
    };
  },
});

async function* pages(read: (before: number | null) => Promise<RunRecord[]>, language: Language) {
  let before: number | null = null;
  for (;;) {
    const found: RunRecord[] = await read(before);
    yield found.map((one) => runBody(one, language));
    if (found.length < pageRows) return;
    before = found.at(-1)!.run_id;
  }
}
