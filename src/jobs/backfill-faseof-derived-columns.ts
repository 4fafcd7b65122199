import { z } from 'zod';
import { backfillPhaseColumns } from '../maintenance/index.js';
import { declareJob, mustHaveEnded } from './job.js';

export const backfillFaseofDerivedColumns = declareJob({
  name: 'backfill_faseof_derived_columns',
  about: 'colunas calculadas das fases, onde a regra é mais nova do que a linha',
  queue: 'maintenance',
  params: z.strictObject({ every: z.boolean().default(false) }),
  schedule: '15 2 * * *',
  run: async ({ database, signal, progress }, { every }) =>
    mustHaveEnded(
      await backfillPhaseColumns({
        database,
        signal,
        every,
        onProgress: (one) => void progress(one).catch(() => {}),
      }),
    ),
});
