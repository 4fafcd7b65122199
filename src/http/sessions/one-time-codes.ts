import { hashOf, newToken, type Token, tokenText } from '../keys/token.js';
import type { Opener } from './sessions.js';

export const codeSeconds = 60;
/** More than that many at once nobody needs; the oldest goes. */
const most = 100;

interface Waiting {
  readonly opener: Opener;
  readonly until: number;
}

/**
 * Codes that open one session, once, within a minute: what a link may carry in place of a key. They live in this
 * process: whoever made one opens it at the same server.
 */
export class OneTimeCodes {
  readonly #waiting = new Map<string, Waiting>();

  add(opener: Opener): string {
    const code = newToken('once');
    this.#waiting.set(nameOf(code), { opener, until: Date.now() + codeSeconds * 1000 });
    for (const oldest of this.#waiting.keys()) {
      if (this.#waiting.size <= most) break;
      this.#waiting.delete(oldest);
    }
    return tokenText(code);
  }

  /** Null where it was used already, is too old, or never was. */
  take(code: Token): Opener | null {
    const name = nameOf(code);
    const found = this.#waiting.get(name);
    this.#waiting.delete(name);
    return found === undefined || found.until < Date.now() ? null : found.opener;
  }
}

function nameOf({ secret }: Token): string {
  return hashOf(secret).toString('base64');
}
