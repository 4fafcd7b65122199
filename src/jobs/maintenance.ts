import { z } from 'zod';
import { extractsFolder } from '../ingestion/extract/folder.js';
import { maintain } from '../maintenance/index.js';
import { declareJob, mustHaveEnded } from './job.js';

export const maintenance = declareJob({
  name: 'maintenance',
  about: 'arruma: estatísticas das tabelas, restos de cargas, ficheiros e alterações antigas',
  queue: 'maintenance',
  params: z.strictObject({}),
  schedule: '30 3 * * *',
  run: async ({ database, config, signal, progress }) =>
    mustHaveEnded(
      await maintain({
        database,
        signal,
        extractsFolder: extractsFolder(config),
        retainedRuns: config.retainedRuns,
        onProgress: (one) => void progress(one).catch(() => {}),
      }),
    ),
});
