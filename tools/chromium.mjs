// The browser that tests, pictures and benchmarks of the dashboard use: the one that CHROME_PATH names, else the first in PATH.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Null where there is none. */
export function chromePath() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What playwright's `launch` takes. Throws where there is no browser. */
export function chromiumOptions() {
  const executablePath = chromePath();
  if (executablePath === null) throw new Error('Chromium is not installed (PATH, CHROME_PATH).');
  // Root has no sandbox, and containers have little shared memory.
  return { executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
}
