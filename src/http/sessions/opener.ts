import { localTokenHash } from '../keys/local-token.js';
import type { HttpCaller } from '../security/caller.js';
import type { Opener } from './sessions.js';

/** What a session of this caller rests on; null for a caller without a key. */
export async function openerOf({ key }: HttpCaller, home: string): Promise<Opener | null> {
  if (key !== 'local') return key === null ? null : { keyId: key };
  const hash = await localTokenHash(home);
  return hash === null ? null : { localTokenHash: hash };
}
