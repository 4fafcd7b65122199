import { accessSync, constants, existsSync, lstatSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { homeFailure } from '../../platform/errors/home.js';
import type { ProdplanError } from '../../platform/errors.js';
import { manifestName } from '../../source/manifest.js';

/** The CSV.gz files of so many runs are kept. */
export const keptExtracts = 5;

export interface OldExtract {
  readonly runId: number;
  readonly path: string;
}

/** The extracts of all but the newest runs, and those that were cut short: they have no manifest. */
export async function findOldExtracts(folder: string): Promise<OldExtract[]> {
  const runs = (await namesIn(folder))
    .map((name) => ({ name, run: /^run-(\d+)(?:\.\d+)?$/.exec(name)?.[1] }))
    .filter(({ run }) => run !== undefined)
    .map(({ name, run }) => ({ runId: Number(run), path: join(folder, name) }))
    .sort((a, b) => b.runId - a.runId);
  const whole = runs.filter(({ path }) => existsSync(join(path, manifestName)));
  const kept = new Set(whole.slice(0, keptExtracts));
  return runs.filter((one) => !kept.has(one));
}

/** Answers the folders that it could not remove. */
export async function pruneExtracts(folder: string): Promise<string[]> {
  const { left } = await removeExtracts(await findOldExtracts(folder));
  return left;
}

export interface Removed {
  readonly removed: readonly OldExtract[];
  /** Paths of those that are another account's: they hold names as well, so somebody must hear of them. */
  readonly left: string[];
}

/** If one folder cannot be removed, the others are removed all the same. */
export async function removeExtracts(old: readonly OldExtract[]): Promise<Removed> {
  const removed: OldExtract[] = [];
  const left: string[] = [];
  for (const one of old) {
    try {
      await rm(one.path, { recursive: true, force: true });
      removed.push(one);
    } catch (error) {
      if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      left.push(one.path);
    }
  }
  return { removed, left };
}

/** What is said of folders that could not be removed. */
export function leftExtracts(paths: readonly string[]): string {
  return (
    `Não se puderam remover CSV.gz antigos, que são de outra conta e têm nomes de pessoas: ${paths.join(', ')}. ` +
    'Remova-os como root: rm -r, ou entregue-os à dona da pasta com chown -R.'
  );
}

/**
 * Where a run writes: `run-7`, or `run-7.2` where the first is another account's (a run of another database, or of
 * root's, had the number). Throws `EXTRACTS_NOT_WRITABLE` where the folder of all runs is.
 */
export function extractFolderOf(folder: string, runId: number): string {
  if (!isMissing(folder) && !isWritable(folder)) throw notWritable(folder);
  for (let turn = 1; ; turn++) {
    const path = join(folder, turn === 1 ? `run-${runId}` : `run-${runId}.${turn}`);
    if (isMissing(path) || isWritable(path)) return path;
  }
}

function isMissing(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function notWritable(folder: string): ProdplanError {
  return homeFailure('EXTRACTS_NOT_WRITABLE', { folder, home: dirname(folder) });
}

/** No run has written there yet: there is nothing in it. */
async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? await readdir(folder) : [];
}
