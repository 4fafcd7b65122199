import type { z } from 'zod';
import { readRun } from '../../../ingestion/records/history.js';
import type { IngestProgress } from '../../../jobs/index.js';
import type { Language } from '../../../platform/errors/kinds.js';
import type { HttpContext } from '../../context.js';
import { type progressShape, runBody, type runDetail, sheetRow } from './run-shape.js';

/** A run as it stands at this moment; while it lasts, with what its job tells of each sheet. */
export async function readDetail(
  context: HttpContext,
  runId: number,
  language: Language,
): Promise<z.output<typeof runDetail>> {
  const { sheets, ...run } = await readRun(context.database.pool, runId);
  return {
    ...runBody(run, language),
    sheets: sheets.map((one) => sheetRow.parse(one)),
    progress: run.status === 'running' ? await progressOf(context, runId) : null,
  };
}

/** Null where the run was begun by a command, or the queue does not answer. */
async function progressOf(
  { jobs }: HttpContext,
  runId: number,
): Promise<z.output<typeof progressShape> | null> {
  try {
    const active = await (await jobs()).list({ states: ['active'], limit: 20 });
    const told = active.map((job) => job.progress as IngestProgress | null);
    const found = told.find((one) => one?.run_id === runId);
    return found === undefined || found === null ? null : { stage: found.stage, sheets: found.sheets };
  } catch {
    return null;
  }
}
