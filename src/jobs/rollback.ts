import { z } from 'zod';
import { rollback } from '../ingestion/rollback.js';
import { declareJob } from './job.js';
import { RunLog } from './run-log.js';
import { SheetProgressReporter } from './sheet-progress.js';

export const rollbackJob = declareJob({
  name: 'rollback',
  about: 'publica de novo o estado de uma carga anterior',
  // Beside the workbooks: whatever publishes goes one after the other.
  queue: 'ingest',
  // Named, never "the one before": begun again after its worker died, it must not go one further back.
  params: z.strictObject({ to: z.int().min(1) }),
  run: async ({ database, config, signal, log, progress, post }, { to }) => {
    const shown = new SheetProgressReporter(progress);
    const told = new RunLog(log);
    try {
      const { result } = await rollback({
        database,
        to,
        wait: true,
        thresholds: config.gateThresholds,
        signal,
        onRun: (runId) => {
          told.onRun(runId);
          shown.onRun(runId);
        },
        onProgress: (one) => {
          told.onProgress(one);
          shown.onProgress(one);
        },
      });
      told.end(result);
      await post('reconcile_orphans');
      await post('refresh_backtest');
      return result;
    } catch (error) {
      told.fail(error);
      throw error;
    } finally {
      await shown.end();
    }
  },
});
