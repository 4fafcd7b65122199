import { open, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fittingName, longestNameBytes } from '../../platform/file-names.js';
import { type Arrival, findArrival, isSame } from './arrivals.js';

export interface Reports {
  readonly json: string;
  readonly text: string;
}

/** Of the reports, behind the name of their file. */
const endings = { json: '.relatorio.json', text: '.relatorio.txt' } as const;

/**
 * Moves a file that is dealt with into `place`, with its reports beside it; nothing that lies there is overwritten. A
 * file that has been replaced meanwhile stays, for it is a new one; then only the reports are written.
 */
export async function fileAway(
  folder: string,
  place: string,
  arrival: Arrival,
  { json, text }: Reports,
): Promise<void> {
  const name = await reserveName(place, arrival.name);
  const target = join(place, name);
  const reports = [`${target}${endings.json}`, `${target}${endings.text}`] as const;
  try {
    await writeFile(reports[0], json);
    await writeFile(reports[1], text);
    const now = await findArrival(folder, arrival.name);
    if (now === null || !isSame(now, arrival)) {
      await rm(target, { force: true });
      // Somebody else has filed it away, with the same reports.
      if (now === null) await remove(reports);
      return;
    }
    await rename(arrival.path, target);
  } catch (error) {
    await remove([target, ...reports]);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** An empty file holds the name until the real one takes its place. */
async function reserveName(place: string, name: string): Promise<string> {
  for (let count = 1; ; count++) {
    const candidate = nameFor(name, count === 1 ? '' : ` (${count})`);
    const handle = await open(join(place, candidate), 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null;
      throw error;
    });
    if (handle === null) continue;
    await handle.close();
    return candidate;
  }
}

/** The name with a mark before its extension, so short that the names of its reports fit too. */
function nameFor(name: string, mark: string): string {
  const mostBytes =
    longestNameBytes - Math.max(...Object.values(endings).map((one) => one.length)) - mark.length;
  const fitting = fittingName(name, mostBytes);
  const extension = extname(fitting);
  return `${fitting.slice(0, fitting.length - extension.length)}${mark}${extension}`;
}

async function remove(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true }).catch(() => {});
}
