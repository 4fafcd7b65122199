import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName } from '../../intake/manifest.js';

/** The CSV.gz files of so many runs are kept. */
export const keptExtracts = 5;

/** Removes the extracts of all but the newest runs, and those that were cut short: they have no manifest. */
export async function keepNewestExtracts(folder: string): Promise<void> {
  const runs = (await readdir(folder))
    .flatMap((name) => /^run-(\d+)$/.exec(name)?.[1] ?? [])
    .map((run) => ({ run: Number(run), path: join(folder, `run-${run}`) }))
    .sort((a, b) => b.run - a.run);
  const whole = runs.filter(({ path }) => existsSync(join(path, manifestName)));
  const kept = new Set(whole.slice(0, keptExtracts));
  for (const one of runs) if (!kept.has(one)) await rm(one.path, { recursive: true, force: true });
}
