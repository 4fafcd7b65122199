import { readConfig } from '../platform/config.js';
import { localText } from '../platform/local-moment.js';

/** A moment on record (UTC) in the factory's time, as commands tell it; their JSON keeps UTC. */
export function told(utc: string): string {
  return localText(utc, readConfig().timeZone);
}
