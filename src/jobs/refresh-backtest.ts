import { z } from 'zod';
import { refreshBacktest } from '../maintenance/index.js';
import { declareJob, mustHaveEnded } from './job.js';

export const refreshBacktestJob = declareJob({
  name: 'refresh_backtest',
  about: 'ensaia a previsão em dias passados, se o ficheiro publicado ainda não foi ensaiado',
  queue: 'maintenance',
  params: z.strictObject({}),
  // A file that came by the command line posts no job.
  schedule: '20 * * * *',
  run: async ({ database, signal, progress }) =>
    mustHaveEnded(
      await refreshBacktest({
        database,
        signal,
        onProgress: (one) => void progress(one).catch(() => {}),
      }),
    ),
});
