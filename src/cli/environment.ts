import { accessSync, constants } from 'node:fs';
import { isStartedByNpm } from '../platform/config.js';
import { commandFailure } from '../platform/errors/command.js';
import { messageOf } from '../platform/errors.js';
import { makeFolder } from '../platform/folders.js';
import { watchStarter } from '../platform/starter.js';

/** Makes the folder of --out before anything is read. Throws `BAD_OUT` where it cannot be one. */
export function makeOutFolder(path: string): void {
  try {
    makeFolder(path, 0o700);
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw commandFailure('BAD_OUT', { path, reason: messageOf(error) }, { cause: error });
  }
}

/** Ctrl-C arrives twice, from the terminal and from npm: a second signal within this time is the same key press. */
const echoMs = 300;
/** A service is given ten seconds to end. */
const endMs = 9_500;

/** A signal that Ctrl-C or a polite kill raises; a second one ends the process at once. */
export function stopSignal(): AbortSignal {
  return stopOnSignals().signal;
}

/**
 * The same for commands that stay. They also end when the npm that started them ends, and at the latest `endMs` after
 * the signal, even where something does not react to it, such as a start that waits for another process.
 */
export function serviceStopSignal(): AbortSignal {
  const controller = stopOnSignals();
  if (isStartedByNpm()) watchStarter(() => controller.abort(new Error('npm terminou')));
  controller.signal.addEventListener('abort', () => setTimeout(() => process.exit(0), endMs).unref());
  return controller.signal;
}

function stopOnSignals(): AbortController {
  const controller = new AbortController();
  let first = 0;
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (!controller.signal.aborted) {
        first = performance.now();
        controller.abort(new Error(`${name} recebido`));
      } else if (performance.now() - first > echoMs) process.exit(1);
    });
  }
  return controller;
}
