import { z } from 'zod';
import { extractsFolder } from '../ingestion/extract/folder.js';
import { lastRunOf } from '../ingestion/records/history.js';
import type { IngestResult } from '../ingestion/result.js';
import { ingest, readIngested } from '../ingestion/run.js';
import type { Database } from '../platform/database.js';
import { ProdplanError } from '../platform/errors.js';
import { declareJob } from './job.js';
import { RunLog } from './run-log.js';
import { SheetProgressReporter } from './sheet-progress.js';
import { withWorkbook } from './workbooks/stored.js';

const params = z.strictObject({
  workbook_sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the file was called where it came from. */
  source_name: z.string().min(1).max(255),
  rank: z.int().min(1),
  as_of: z.string().nullable().default(null),
  force: z.boolean().default(false),
  allow_missing_sheets: z.boolean().default(false),
});

export type IngestWorkbookParams = z.input<typeof params>;

export const ingestWorkbook = declareJob({
  name: 'ingest_workbook',
  about: 'carrega um ficheiro do ERP; um de cada vez, do mais antigo para o mais novo',
  queue: 'ingest',
  params,
  // The same workbook with other options is another job.
  key: ({ workbook_sha256, as_of, force, allow_missing_sheets }) =>
    [workbook_sha256, as_of, force && 'force', allow_missing_sheets && 'allow_missing_sheets']
      .filter(Boolean)
      .join(' '),
  rank: ({ rank }) => rank,
  run: async ({ database, config, signal, log, progress, post, isWantedByOthers }, wanted) => {
    const shown = new SheetProgressReporter(progress);
    const told = new RunLog(log);
    try {
      const kept = { ...wanted, isWantedByOthers };
      const taking = withWorkbook(database, extractsFolder(config), kept, (path) =>
        ingest({
          database,
          path,
          extractsFolder: extractsFolder(config),
          timeZone: config.timeZone,
          thresholds: config.gateThresholds,
          asOf: wanted.as_of,
          force: wanted.force,
          allowMissingSheets: wanted.allow_missing_sheets,
          wait: true,
          signal,
          onRun: (runId) => {
            told.onRun(runId);
            shown.onRun(runId);
          },
          onProgress: (one) => {
            told.onProgress(one);
            shown.onProgress(one);
          },
        }),
      );
      const result = await taking.then(
        (one) => one.result,
        (error) => resultBefore(database, wanted, error),
      );
      told.end(result);
      if (result.status === 'completed') {
        await post('reconcile_orphans');
        await post('refresh_backtest');
      }
      return result;
    } catch (error) {
      told.fail(error);
      throw error;
    } finally {
      await shown.end();
    }
  },
});

/**
 * A worker that was killed between the end of its run and the end of its job has let the workbook go already: the job is then
 * given out again, and its result is that of the run. Every other failure is thrown on.
 */
async function resultBefore(
  { pool }: Database,
  { workbook_sha256, as_of }: z.output<typeof params>,
  error: unknown,
): Promise<IngestResult> {
  const isGone = error instanceof ProdplanError && error.code === 'WORKBOOK_GONE';
  const runId = isGone ? await lastRunOf(pool, workbook_sha256, as_of) : null;
  if (runId === null) throw error;
  return (await readIngested(pool, runId)).result;
}
