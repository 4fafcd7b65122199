import { z } from 'zod';
import type { RunRecord } from '../../../ingestion/records/history.js';
import type { Language } from '../../../platform/errors/kinds.js';
import { wholeNumber } from '../../../services/index.js';
import { hidePaths } from '../../hide-paths.js';

/** A run as everybody may see it: no host, no folder. */
export const runRow = z.object({
  run_id: z.int(),
  kind: z.enum(['ingest', 'replay', 'rollback']),
  source_run_id: z.int().nullable(),
  status: z.enum(['running', 'completed', 'unchanged', 'failed']),
  stage: z.string(),
  source_name: z.string(),
  workbook_sha256: z.string().nullable(),
  as_of: z.string().nullable().describe('O momento do ficheiro, hora da fábrica'),
  as_of_origin: z.enum(['flag', 'workbook', 'data']).nullable(),
  forced: z.boolean(),
  data_version: z.int().nullable(),
  started_at: z.string().describe('UTC'),
  lasted_seconds: z.number().nullable(),
  rows: z.int(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  error_remedy: z.string().nullable(),
});

export const sheetRow = z
  .object({
    sheet: z.string(),
    table_name: z.string(),
    present: z.boolean(),
    skipped: z.boolean(),
    sha256: z.string().nullable(),
    rows: z.int(),
    parts: z
      .array(z.object({ workbook: z.string().nullable(), sheet: z.string(), rows: z.int() }))
      .describe('Onde estão as linhas no ficheiro, por ordem; quase sempre numa só folha'),
    inserted: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    duplicates: z.int(),
    rejected: z.int(),
    gone: z.int(),
    moved: z.int(),
    returned: z.int(),
    kept: z.int(),
    core_rows: z.int(),
    issues: z.record(z.string(), z.int()),
  })
  .meta({ id: 'SheetRun' });

export const progressShape = z
  .object({
    stage: z.string().nullable(),
    sheets: z.record(z.string(), z.object({ rows: z.int(), read: z.boolean(), merged: z.boolean() })),
  })
  .meta({ id: 'RunProgress' });

export const runDetail = runRow
  .extend({
    sheets: z.array(sheetRow),
    progress: progressShape.nullable().describe('Enquanto decorre e uma tarefa da fila o conta'),
  })
  .meta({ id: 'RunDetail' });

export const runParam = z.strictObject({
  run_id: wholeNumber(1, 2_147_483_647).describe('Número da carga'),
});

/** Why it failed is told in the language of who asks; of a run that failed before both were kept in Portuguese. */
export function runBody(run: RunRecord, language: Language): z.output<typeof runRow> {
  const { error_message, error_remedy, error_message_en, error_remedy_en } = run;
  const [message, remedy] =
    language === 'en' && error_message_en !== null
      ? [error_message_en, error_remedy_en]
      : [error_message, error_remedy];
  return runRow.parse({ ...run, error_message: message && hidePaths(message), error_remedy: remedy });
}
