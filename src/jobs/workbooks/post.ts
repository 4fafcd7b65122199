import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { jobFailure } from '../../platform/errors/job.js';
import { identifyFiles } from '../../source/identify.js';
import { listZipped } from '../../source/sheets/zipped.js';
import { openWorkbook } from '../../workbook/index.js';
import type { IngestWorkbookParams } from '../ingest-workbook.js';
import type { Jobs, Posted } from '../jobs.js';
import { whileStored } from './stored.js';

export interface WorkbookPost {
  readonly path: string;
  /** What the file is called where it came from; default: as it lies there. */
  readonly sourceName?: string;
  readonly asOf?: string | null;
  readonly force?: boolean;
  readonly allowMissingSheets?: boolean;
}

export interface PostedWorkbook extends Posted {
  readonly workbook_sha256: string;
}

/** Hands a workbook over, to be taken in by whichever machine leads; the file is not needed any more then. */
export async function postWorkbook(jobs: Jobs, post: WorkbookPost): Promise<PostedWorkbook> {
  if ((await stat(post.path).catch(() => null))?.isDirectory())
    throw jobFailure('FOLDER_POSTED', { path: post.path });
  const identity = await identifyFiles(post.path);
  const moment = post.asOf == null ? await workbookMoment(post.path) : Date.parse(`${post.asOf}Z`);
  const params: IngestWorkbookParams = {
    workbook_sha256: identity.workbookSha256,
    source_name: basename(post.sourceName ?? post.path),
    rank: rankOf(moment),
    as_of: post.asOf ?? null,
    force: post.force ?? false,
    allow_missing_sheets: post.allowMissingSheets ?? false,
  };
  const workbook = { path: post.path, sha256: identity.workbookSha256, bytes: identity.sizeBytes };
  return await whileStored(jobs.database, workbook, async () => {
    // What was stored is the file whose checksum was taken, or it is not posted.
    await identity.mustBeTheSame();
    return { ...(await jobs.post('ingest_workbook', params)), workbook_sha256: identity.workbookSha256 };
  });
}

/**
 * When the workbook was saved, as it says itself; of a zip of workbooks when the last of them was, as the zip says;
 * else when the file was written. Only an order follows from it.
 */
export async function workbookMoment(path: string): Promise<number> {
  try {
    const zipped = await listZipped(path);
    const packed = Math.max(...(zipped ?? []).map(({ entry }) => entry.modifiedMs));
    if (Number.isFinite(packed)) return packed;
    const workbook = await openWorkbook(path);
    await workbook.close();
    const modified = Date.parse(workbook.modified ?? '');
    if (Number.isFinite(modified)) return modified;
  } catch {
    // What cannot be opened is refused when it is taken in, with its reason.
  }
  return (await stat(path)).mtimeMs;
}

const rankMs = 15 * 60_000;
const lastRank = 2_097_151;

/** Quarters of an hour since 2000: the queue's numbers reach as far as 2059. */
export function rankOf(moment: number): number {
  return Math.min(lastRank, Math.max(1, Math.floor((moment - Date.UTC(2000, 0)) / rankMs)));
}
