import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The CSV.gz files of so many runs are kept. */
export const keptExtracts = 5;

/** Removes the extracts of all but the newest runs. */
export async function keepNewestExtracts(folder: string): Promise<void> {
  const runs = (await readdir(folder))
    .flatMap((name) => /^run-(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a);
  for (const run of runs.slice(keptExtracts))
    await rm(join(folder, `run-${run}`), { recursive: true, force: true });
}
