import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A key as its holder has it: `pp_<which>_<secret>`. */
export interface KeyToken {
  /** Not secret: names the key in lists and logs; `local` is this machine's token, `once` a code that opens one session. */
  readonly id: string;
  readonly secret: string;
}

const form = /^pp_([0-9a-f]{12}|local|once)_([A-Za-z0-9_-]{43})$/;

export function newToken(id = randomBytes(6).toString('hex')): KeyToken {
  return { id, secret: randomBytes(32).toString('base64url') };
}

export function tokenText({ id, secret }: KeyToken): string {
  return `pp_${id}_${secret}`;
}

/** Null for what is no key at all. */
export function parseToken(text: string): KeyToken | null {
  const [, id, secret] = form.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

const ofNobody = hashOf('');

/** In a time that does not depend on where they differ, nor on whether there is a key at all. */
export function isSecretOf(hash: Buffer | null, secret: string): boolean {
  const same = timingSafeEqual(hash ?? ofNobody, hashOf(secret));
  return same && hash !== null;
}
