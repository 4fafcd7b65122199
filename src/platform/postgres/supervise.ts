import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../errors.js';
import type { Log } from '../logging.js';
import { hasDied, startEmbedded, statusEmbedded } from './embedded.js';

const lookMs = 2_000;
/** After a start that failed. */
const patienceMs = 15_000;

export interface SuperviseOptions {
  readonly home: string;
  /** The server that the caller is connected to. */
  readonly url: string;
  readonly signal: AbortSignal;
  readonly log: Log;
  /**
   * Called when the server came back on another port, because its old one was taken: whoever was connected does not
   * find it there.
   */
  onMoved(): void;
}

/**
 * Starts the embedded server of a home again where it died (killed for want of memory, say), on the port it had, so
 * that whoever is connected finds it there: for processes that are to stay. One that was stopped stays stopped.
 */
export async function superviseEmbedded(options: SuperviseOptions): Promise<void> {
  const { home, signal, log } = options;
  let waitMs = lookMs;
  while (await elapses(waitMs, signal)) {
    waitMs = lookMs;
    if (hasMoved(options)) return options.onMoved();
    if (!hasDied(home)) continue;
    log.warn({ component: 'postgres' }, 'the embedded server died; starting it again');
    try {
      await revive(options);
      waitMs = 0;
    } catch (error) {
      log.error({ component: 'postgres', err: error }, messageOf(error));
      waitMs = patienceMs;
    }
  }
}

async function revive({ home, log }: SuperviseOptions): Promise<void> {
  const { port } = await startEmbedded(home);
  log.warn({ component: 'postgres', port }, 'the embedded server runs again');
}

function hasMoved({ home, url }: SuperviseOptions): boolean {
  const { state, port } = statusEmbedded(home);
  return state === 'running' && port !== Number(new URL(url).port);
}

/** False: the signal came first. */
async function elapses(timeMs: number, signal: AbortSignal): Promise<boolean> {
  return await sleep(timeMs, true, { signal, ref: false }).catch(() => false);
}
