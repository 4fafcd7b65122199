import { randomUUID } from 'node:crypto';
import { access, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { jobFailure } from '../../platform/errors/job.js';
import { messageOf } from '../../platform/errors.js';
import { makeFolder } from '../../platform/folders.js';

export interface WatchedFolder {
  readonly path: string;
  /** The same for all who watch it, wherever it is mounted. */
  readonly id: string;
  readonly done: string;
  readonly failed: string;
}

const idName = '.prodplan-pasta';

/** Makes a folder ready to be watched. Throws `WATCH_NOT_FOUND` and `WATCH_NOT_WRITABLE`. */
export async function prepareFolder(given: string): Promise<WatchedFolder> {
  const path = resolve(given);
  await access(path).catch((error: unknown) => {
    throw jobFailure('WATCH_NOT_FOUND', { path }, { cause: error });
  });
  const folder = { path, done: join(path, 'done'), failed: join(path, 'failed') };
  try {
    for (const place of [folder.done, folder.failed]) {
      makeFolder(place);
      await tryToWrite(place);
    }
    await tryToWrite(path);
    return { ...folder, id: await folderId(path) };
  } catch (error) {
    throw jobFailure('WATCH_NOT_WRITABLE', { path, reason: messageOf(error) }, { cause: error });
  }
}

async function tryToWrite(place: string): Promise<void> {
  const path = join(place, `.prodplan-${randomUUID()}`);
  await writeFile(path, '');
  await rm(path);
}

/** Whoever comes first gives the folder its name. */
async function folderId(path: string): Promise<string> {
  const file = join(path, idName);
  const id = randomUUID();
  const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  if (handle !== null) {
    await handle.writeFile(`${id}\n`);
    await handle.close();
    return id;
  }
  return await readId(file);
}

/** Whoever came first may not have written it yet. */
async function readId(file: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const id = (await readFile(file, 'utf8')).trim();
    if (id !== '') return id;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await rm(file, { force: true });
  return await folderId(join(file, '..'));
}
