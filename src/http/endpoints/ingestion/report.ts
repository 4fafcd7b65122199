import { z } from 'zod';
import { readGates, readVanished } from '../../../evidence/index.js';
import { languageOf } from '../../accept.js';
import { rowsOf, runAnswerOf, supportOf } from '../../answers/run-answer.js';
import { defineEndpoint } from '../../endpoint.js';
import { shortList } from '../../exports/short-list.js';
import { readDetail } from './progress.js';
import { runDetail, runParam, sheetRow } from './run-shape.js';

const schema = z.object({
  run: runDetail,
  reconciled: z
    .boolean()
    .describe('De cada folha: linhas = novas + alteradas + iguais + repetidas + rejeitadas'),
  seconds: z.record(z.string(), z.number()),
  drift: z.array(z.record(z.string(), z.unknown())).describe('Folhas e colunas que o contrato não conhece'),
  vanished: z
    .object({
      keys: z.array(z.string()),
      unfinished: z.int(),
      since_run: z.int().nullable().describe('A carga em que ainda estavam'),
    })
    .describe('As ordens que o ficheiro anterior tinha e este já não traz'),
  gates: z
    .array(
      z.object({
        gate: z.string(),
        state: z.enum(['SUPPORTED', 'DEGRADED', 'NOT_SUPPORTED_BY_DATA']),
        rate: z.number().nullable(),
        reason: z.string(),
      }),
    )
    .describe('O que esta carga deixou suportado; vazio se não foi publicada'),
});

export const report = defineEndpoint({
  name: 'ingestion.report',
  method: 'GET',
  path: '/api/ingestion/runs/{run_id}/report',
  tag: 'ingestion',
  summary: 'O relatório de uma carga: contas, tempos, desvios, o que ficou suportado',
  access: 'read',
  params: runParam,
  table: sheetRow,
  responses: [{ status: 200, description: 'O relatório', schema: runAnswerOf(schema) }],
  problems: ['NO_SUCH_RUN'],
  async handle({ context, params: { run_id }, format, request }) {
    const run = await readDetail(context, run_id, languageOf(request.headers['accept-language']));
    if (format !== 'json') {
      const path = `/api/ingestion/runs/${run_id}/report`;
      const title = 'As contas da carga, folha a folha';
      return {
        table: shortList({ name: `contas-carga-${run_id}`, title, path, row: sheetRow, rows: run.sheets }),
      };
    }
    const { pool } = context.database;
    const { rows } = await pool.query<{ seconds: object; drift: object[] }>(
      'SELECT seconds, drift FROM ingestion_runs WHERE run_id = $1',
      [run_id],
    );
    const reconciled = run.sheets.every(
      (one) =>
        one.skipped ||
        one.rows === one.inserted + one.updated + one.unchanged + one.duplicates + one.rejected,
    );
    const vanished = await readVanished(pool, run_id);
    const data = schema.parse({
      run,
      reconciled,
      ...rows[0],
      vanished,
      gates: await readGates(pool, run_id),
    });
    const method = 'As contas da carga, folha a folha, e o que ela deixou suportado.';
    const support = supportOf(run, { method, ...rowsOf(run.sheets) });
    return { json: { status: 'SUPPORTED', data, support } };
  },
});
