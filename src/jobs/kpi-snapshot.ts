import { z } from 'zod';
import { recordSnapshot } from '../maintenance/index.js';
import { declareJob, mustHaveEnded } from './job.js';

export const kpiSnapshot = declareJob({
  name: 'kpi_snapshot',
  about: 'guarda os indicadores do dia do ficheiro publicado; uma linha por dia e indicador',
  queue: 'maintenance',
  params: z.strictObject({}),
  schedule: '5 * * * *',
  run: async ({ database, signal, progress }) =>
    mustHaveEnded(
      await recordSnapshot({
        database,
        signal,
        onProgress: (one) => void progress(one).catch(() => {}),
      }),
    ),
});
