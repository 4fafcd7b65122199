import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName } from '../../intake/manifest.js';

/** The CSV.gz files of so many runs are kept. */
export const keptExtracts = 5;

export interface OldExtract {
  readonly runId: number;
  readonly path: string;
}

/** The extracts of all but the newest runs, and those that were cut short: they have no manifest. */
export async function findOldExtracts(folder: string): Promise<OldExtract[]> {
  const runs = (await namesIn(folder))
    .flatMap((name) => /^run-(\d+)$/.exec(name)?.[1] ?? [])
    .map((run) => ({ runId: Number(run), path: join(folder, `run-${run}`) }))
    .sort((a, b) => b.runId - a.runId);
  const whole = runs.filter(({ path }) => existsSync(join(path, manifestName)));
  const kept = new Set(whole.slice(0, keptExtracts));
  return runs.filter((one) => !kept.has(one));
}

export async function keepNewestExtracts(folder: string): Promise<void> {
  for (const { path } of await findOldExtracts(folder)) await rm(path, { recursive: true, force: true });
}

/** No run has written there yet: there is nothing in it. */
async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? await readdir(folder) : [];
}
