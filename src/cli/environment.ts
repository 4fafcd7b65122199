import { accessSync, constants } from 'node:fs';
import { messageOf, ProdplanError } from '../platform/errors.js';
import { makeFolder } from '../platform/folders.js';

/** Makes the folder of --out before anything is read. Throws `BAD_OUT` where it cannot be one. */
export function makeOutFolder(path: string): void {
  try {
    makeFolder(path, 0o700);
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    const remedy = 'Indique uma pasta em que possa escrever.';
    throw new ProdplanError(
      'usage',
      'BAD_OUT',
      `Não se pode escrever em ${path}: ${messageOf(error)}.`,
      remedy,
      { cause: error },
    );
  }
}

/** A signal that Ctrl-C or a polite kill raises; a second one ends the process at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(1);
      controller.abort(new Error(`${name} recebido`));
    });
  }
  return controller.signal;
}
