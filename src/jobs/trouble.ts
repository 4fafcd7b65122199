import { describeError, type Log } from '../platform/logging.js';

const quietMs = 60_000;
/** Trouble that has not come again for this long counts as over. */
const forgottenMs = 60 * quietMs;

/**
 * Warns of what goes wrong again and again: of the same thing once a minute, with how often it was since. A server that
 * is away would fill the log. `about`: what it is that goes wrong, where several things may, each told by itself. `where`:
 * numbers by which it is found again.
 */
export function troubleTeller(
  log: Pick<Log, 'warn'>,
  words: string,
  now: () => number = Date.now,
): (error: unknown, about?: string, where?: Readonly<Record<string, number>>) => void {
  const told = new Map<string, { at: number; untold: number }>();
  return (error, about = '', where = {}) => {
    const { type, code } = describeError(error);
    const key = `${type} ${code} ${about}`;
    const last = told.get(key);
    if (last !== undefined && now() - last.at < quietMs) {
      last.untold += 1;
      return;
    }
    for (const [one, { at }] of told) if (now() - at >= forgottenMs) told.delete(one);
    told.set(key, { at: now(), untold: 0 });
    log.warn({ err: error, ...where, untold: last?.untold ?? 0 }, words);
  };
}
