import { z } from 'zod';
import { type Sheet, sheets } from '../../../contract/index.js';
import { codeWords } from '../../../ingestion/records/code-words.js';
import { readRun } from '../../../ingestion/records/history.js';
import { type Reject, type RejectPlace, readRejectsPage } from '../../../ingestion/records/rejects.js';
import { decodeCursor, encodeCursor, paging } from '../../../services/index.js';
import { runListOf, supportOf } from '../../answers/run-answer.js';
import { defineEndpoint } from '../../endpoint.js';
import { runParam } from './run-shape.js';

const names = (sheets as readonly Sheet[]).map((one) => one.sheet) as [string, ...string[]];
const place = z.tuple([z.string(), z.int(), z.int()]);
const pageRows = 1000;

const row = z.object({
  sheet: z.string(),
  part: z.int().describe('A parte da folha, a partir de 1: quase sempre há só uma'),
  source_sheet: z
    .string()
    .describe('A folha como se chama no ficheiro; com o livro à frente, se a exportação tiver vários'),
  row_number: z.int().describe('A linha nessa folha'),
  code: z.string(),
  explanation: z.string().describe('O código por palavras'),
  column_name: z.string().nullable(),
  value: z.string().nullable(),
  key: z.string().nullable(),
  raw: z
    .record(z.string(), z.string().nullable())
    .describe(
      'A linha inteira; os nomes não se mostram, e os números de funcionário só a quem pode ver nomes',
    ),
});

export const rejects = defineEndpoint({
  name: 'ingestion.rejects',
  method: 'GET',
  path: '/api/ingestion/runs/{run_id}/rejects',
  tag: 'ingestion',
  summary: 'As linhas que uma carga rejeitou, com a razão',
  access: 'read',
  params: runParam.extend({ sheet: z.enum(names).describe('Só desta folha').optional(), ...paging }),
  table: row,
  responses: [
    {
      status: 200,
      description: 'As linhas',
      schema: runListOf(row),
    },
  ],
  problems: ['NO_SUCH_RUN'],
  async handle({ context, params, format, caller }) {
    const { pool } = context.database;
    const { run_id, sheet = null, limit } = params;
    const run = await readRun(pool, run_id);
    const read = (after: RejectPlace | null, rows: number) =>
      readRejectsPage(pool, run_id, { sheet, after, limit: rows, pseudonymous: !caller.maySeeNames });
    if (format !== 'json') {
      return {
        table: {
          name: `rejeitadas-carga-${run_id}`,
          row,
          origin: {
            title: 'Linhas rejeitadas',
            path: `/api/ingestion/runs/${run_id}/rejects`,
            filters: { sheet: sheet ?? undefined },
            facts: [
              ['carga', String(run_id)],
              ['ficheiro', run.source_name],
              ['momento do ficheiro', run.as_of ?? ''],
            ],
          },
          pages: pages(read),
        },
      };
    }
    const scope = `rejects ${run_id} ${sheet ?? ''}`;
    const found = await read(decodeCursor(params.cursor, scope, place), limit + 1);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1)! : null;
    const next = last === null ? null : encodeCursor(scope, [last.sheet, last.part, last.row_number]);
    const rejected = run.sheets.filter((one) => sheet === null || one.sheet === sheet);
    const support = supportOf(run, {
      method: 'As linhas do ficheiro que não puderam entrar, cada uma com a sua razão.',
      rowsUsed: rejected.reduce((sum, one) => sum + one.rejected, 0),
    });
    return { json: { status: 'SUPPORTED', data: shown.map(told), next_cursor: next, support } };
  },
});

async function* pages(read: (after: RejectPlace | null, rows: number) => Promise<Reject[]>) {
  let after: RejectPlace | null = null;
  for (;;) {
    const found: Reject[] = await read(after, pageRows);
    yield found.map(told);
    if (found.length < pageRows) return;
    const last = found.at(-1)!;
    after = [last.sheet, last.part, last.row_number];
  }
}

function told(one: Reject): z.output<typeof row> {
  return { ...one, explanation: codeWords[one.code] ?? '' };
}
