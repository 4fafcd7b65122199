import { z } from 'zod';
import { type JobRecord, jobStates } from '../../../jobs/index.js';
import type { Language } from '../../../platform/errors/kinds.js';
import { hidePaths } from '../../hide-paths.js';

const anything = z.unknown();

export const jobRow = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(jobStates),
    cancelling: z.boolean(),
    schedule: z.string().nullable().describe('O que a pede pelo relógio; null se foi alguém'),
    posted_at: z.string(),
    due_at: z.string().nullable(),
    started_at: z.string().nullable(),
    finished_at: z.string().nullable(),
    starts: z.int().describe('Quantas vezes começou'),
    error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
    run_id: z.int().nullable().describe('A carga que a tarefa faz ou fez; null enquanto nenhuma começou'),
    params: anything,
    progress: anything.describe('O que contou de si; de uma carga: run_id, stage, sheets'),
    result: anything,
  })
  .meta({ id: 'Job' });

export const jobParam = z.strictObject({ id: z.string().min(1).max(200).describe('Número da tarefa') });

/** Why it failed is told in the language of who asks. */
export function jobBody(job: JobRecord, language: Language): z.output<typeof jobRow> {
  const told = language === 'en' ? { ...job.error, ...job.error?.in_english } : job.error;
  const error = job.error && {
    ...job.error,
    ...told,
    message: hidePaths(told?.message ?? job.error.message),
  };
  return jobRow.parse({ ...job, error, run_id: runOf(job.result) ?? runOf(job.progress) });
}

function runOf(told: unknown): number | null {
  const found = z.object({ run_id: z.int() }).safeParse(told);
  return found.success ? found.data.run_id : null;
}
