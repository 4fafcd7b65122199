import { z } from 'zod';
import { reconcileOrphans } from '../maintenance/index.js';
import { declareJob, mustHaveEnded } from './job.js';

export const reconcileOrphansJob = declareJob({
  name: 'reconcile_orphans',
  about: 'procura outra vez os pares que faltavam e fecha os avisos dos que apareceram',
  queue: 'maintenance',
  params: z.strictObject({}),
  schedule: '20 * * * *',
  run: async ({ database, signal, progress }) =>
    mustHaveEnded(
      await reconcileOrphans({
        database,
        signal,
        onProgress: (one) => void progress(one).catch(() => {}),
      }),
    ),
});
