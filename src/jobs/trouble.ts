import { describeError, type Log } from '../platform/logging.js';

const quiet_ms = 60_000;

/**
 * Warns of what goes wrong again and again: of the same thing once a minute, with how often it was since. A server that
 * is away would fill the log.
 */
export function troubleTeller(
  log: Pick<Log, 'warn'>,
  words: string,
  now: () => number = Date.now,
): (error: unknown) => void {
  const told = new Map<string, { at: number; untold: number }>();
  return (error) => {
    const { type, code } = describeError(error);
    const key = `${type} ${code}`;
    const last = told.get(key);
    if (last !== undefined && now() - last.at < quiet_ms) {
      last.untold += 1;
      return;
    }
    told.set(key, { at: now(), untold: 0 });
    log.warn({ err: error, untold: last?.untold ?? 0 }, words);
  };
}
