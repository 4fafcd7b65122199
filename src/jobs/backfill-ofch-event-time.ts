import { z } from 'zod';
import { backfillErrorTimes } from '../maintenance/index.js';
import { declareJob, mustHaveEnded } from './job.js';

export const backfillOfchEventTime = declareJob({
  name: 'backfill_ofch_event_time',
  about: 'momento de cada erro: da fase avaliada, ou da criação da ordem',
  queue: 'maintenance',
  params: z.strictObject({}),
  schedule: '0 2 * * *',
  run: async ({ database, signal, progress }) =>
    mustHaveEnded(
      await backfillErrorTimes({
        database,
        signal,
        onProgress: (one) => void progress(one).catch(() => {}),
      }),
    ),
});
