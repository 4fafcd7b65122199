import { z } from 'zod';
import { issueTypes } from '../../../evidence/issues/types.js';
import { codeWords } from '../../../ingestion/records/code-words.js';
import {
  type Correction,
  type CorrectionPlace,
  readCorrections,
} from '../../../ingestion/records/corrections.js';
import { readRun } from '../../../ingestion/records/history.js';
import { decodeCursor, encodeCursor, paging } from '../../../services/index.js';
import { runListOf, supportOf } from '../../answers/run-answer.js';
import { defineEndpoint } from '../../endpoint.js';
import { runParam } from './run-shape.js';

const place = z.tuple([z.string(), z.int(), z.int(), z.string(), z.string(), z.boolean()]);
const pageRows = 1000;

const row = z.object({
  sheet: z.string(),
  part: z.int().describe('A parte da folha, a partir de 1: quase sempre há só uma'),
  source_sheet: z
    .string()
    .describe('A folha como se chama no ficheiro; com o livro à frente, se a exportação tiver vários'),
  row_number: z.int().describe('A linha nessa folha'),
  column_name: z.string().nullable(),
  value: z.string().nullable().describe('O que lá está; os nomes não se mostram'),
  key: z.string().nullable().describe('A chave da linha'),
  is_rejected: z
    .boolean()
    .describe('true: a linha não entrou; false: entrou, e a célula ficou vazia ou assinalada'),
  code: z.string(),
  explanation: z.string().describe('O código por palavras'),
  how_to_fix: z.string().describe('O que fazer, e onde'),
});

export const corrections = defineEndpoint({
  name: 'ingestion.corrections',
  method: 'GET',
  path: '/api/ingestion/runs/{run_id}/corrections',
  tag: 'ingestion',
  summary: 'O que corrigir no ERP: as linhas que uma carga rejeitou e os avisos das que entraram',
  access: 'read',
  params: runParam.extend(paging),
  table: row,
  responses: [{ status: 200, description: 'O que corrigir', schema: runListOf(row) }],
  problems: ['NO_SUCH_RUN'],
  async handle({ context, params, format, caller }) {
    const { pool } = context.database;
    const { run_id, limit } = params;
    const run = await readRun(pool, run_id);
    const read = (after: CorrectionPlace | null, rows: number) =>
      readCorrections(pool, run_id, { after, limit: rows, pseudonymous: !caller.maySeeNames });
    if (format !== 'json') {
      const facts = [
        ['carga', String(run_id)],
        ['ficheiro', run.source_name],
        ['momento do ficheiro', run.as_of ?? ''],
      ] as const;
      const path = `/api/ingestion/runs/${run_id}/corrections`;
      const origin = { title: 'O que corrigir no ERP', path, filters: {}, facts };
      return { table: { name: `correcoes-carga-${run_id}`, row, origin, pages: pages(read) } };
    }
    const scope = `corrections ${run_id}`;
    const found = await read(decodeCursor(params.cursor, scope, place), limit + 1);
    const shown = found.slice(0, limit);
    const next = found.length > limit ? encodeCursor(scope, placeOf(shown.at(-1)!)) : null;
    const support = supportOf(run, {
      method:
        'As linhas e células do ficheiro que se podem corrigir onde nasceram, cada uma com a sua linha do Excel.',
      rowsUsed: run.sheets.reduce((sum, one) => sum + one.rows, 0),
    });
    return { json: { status: 'SUPPORTED', data: shown.map(told), next_cursor: next, support } };
  },
});

function placeOf({
  sheet,
  part,
  row_number,
  column_name,
  code,
  is_rejected,
}: Correction): [...CorrectionPlace] {
  return [sheet, part, row_number, column_name ?? '', code, is_rejected];
}

async function* pages(read: (after: CorrectionPlace | null, rows: number) => Promise<Correction[]>) {
  let after: CorrectionPlace | null = null;
  for (;;) {
    const found: Correction[] = await read(after, pageRows);
    yield found.map(told);
    if (found.length < pageRows) return;
    after = placeOf(found.at(-1)!);
  }
}

function told(one: Correction): z.output<typeof row> {
  return { ...one, explanation: codeWords[one.code] ?? '', how_to_fix: howToFix(one) };
}

/** A code has its own sentence where it is a kind of finding; all others are of a single cell. */
function howToFix({ code, is_rejected }: Correction): string {
  if (code in issueTypes) return issueTypes[code as keyof typeof issueTypes].howToFix;
  return issueTypes[is_rejected ? 'REJECTED_ROW' : 'BAD_CELL'].howToFix;
}
