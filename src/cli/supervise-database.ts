import type { Config } from '../platform/config.js';
import type { Database } from '../platform/database.js';
import { embeddedFailure } from '../platform/errors/embedded.js';
import { exitOf } from '../platform/errors/kinds.js';
import type { Log } from '../platform/logging.js';
import { superviseEmbedded } from '../platform/postgres/supervise.js';
import { tellError } from './terminal.js';

/**
 * For commands that keep running: an embedded server that dies is started again. A server of the user's own is left to
 * the user.
 */
export function superviseDatabase(
  { url, origin }: Pick<Database, 'url' | 'origin'>,
  { home }: Config,
  signal: AbortSignal,
  log: Log,
): void {
  if (origin !== 'embedded') return;
  void superviseEmbedded({ home, url, signal, log, onMoved: endForRestart });
}

/** Every connection of this process leads to the old place, so its supervisor, or whoever reads this, must start it again. */
function endForRestart(): void {
  const failure = embeddedFailure('EMBEDDED_DATABASE_MOVED');
  tellError(failure);
  process.exit(exitOf(failure));
}
