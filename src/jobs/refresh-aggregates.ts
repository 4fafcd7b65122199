import { z } from 'zod';
import { repairAggregates } from '../maintenance/index.js';
import { declareJob, mustHaveEnded } from './job.js';

export const refreshAggregatesJob = declareJob({
  name: 'refresh_aggregates',
  about: 'conta outra vez as tabelas de que se responde, e repara as que não batem certo',
  queue: 'maintenance',
  params: z.strictObject({}),
  schedule: '45 2 * * *',
  run: async ({ database, signal, progress }) =>
    mustHaveEnded(
      await repairAggregates({
        database,
        signal,
        onProgress: (one) => void progress(one).catch(() => {}),
      }),
    ),
});
