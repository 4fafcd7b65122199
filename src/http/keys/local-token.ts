import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { homeFailure } from '../../platform/errors/home.js';
import type { ProdplanError } from '../../platform/errors.js';
import { makeFolder } from '../../platform/folders.js';
import { hashOf, isSecretOf, type KeyToken, newToken, parseToken, tokenText } from './token.js';

/**
 * The key of who sits at this machine: a file in the home that only its owner may read. It opens what an operator may
 * do, and only where the server is bound to loopback.
 */
export function localTokenPath(home: string): string {
  return join(home, 'api-token');
}

/** The token of this home; made where there is none yet. */
export async function localToken(home: string): Promise<string> {
  return (await readLocalToken(home)) ?? (await makeLocalToken(home));
}

async function readLocalToken(home: string): Promise<string | null> {
  const text = await readFile(localTokenPath(home), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error.code === 'EACCES' ? notReadable(home, error) : error;
  });
  return parseToken(text.trim()) === null ? null : text.trim();
}

/** Written beside and renamed: two first starts at once end up with one token, the later one's. */
async function makeLocalToken(home: string): Promise<string> {
  const path = localTokenPath(home);
  const draft = `${path}.${process.pid}`;
  const text = tokenText(newToken('local'));
  makeFolder(dirname(path), 0o700);
  const file = await open(draft, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${text}\n`);
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return (await readLocalToken(home)) ?? text;
}

/** Whether a key is this home's token, as it is now: who replaces the file changes the token. */
export async function isLocalToken(home: string, { id, secret }: KeyToken): Promise<boolean> {
  return id === 'local' && isSecretOf(await localTokenHash(home), secret);
}

/** Whether a session was opened by this home's token as it is now. */
export async function isLocalTokenHash(home: string, hash: Buffer): Promise<boolean> {
  return (await localTokenHash(home))?.equals(hash) ?? false;
}

/** Null where the home has no token. */
export async function localTokenHash(home: string): Promise<Buffer | null> {
  const known = parseToken((await readLocalToken(home)) ?? '');
  return known === null ? null : hashOf(known.secret);
}

function notReadable(home: string, cause: unknown): ProdplanError {
  return homeFailure('TOKEN_NOT_READABLE', { home, path: localTokenPath(home) }, { cause });
}
