import { spawnSync } from 'node:child_process';
import { accessSync, constants, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { homeFailure } from './errors/home.js';
import { messageOf, type ProdplanError } from './errors.js';
import { isRoot } from './postgres/account.js';

/** The program's own folder: what is loaded later must still be there to be read. */
const programFolder = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Files belong to the owner of the home, whoever runs the command: root goes on as that user, for good, before
 * anything is read or written (one place for every file, now and later, instead of a change of owner at each). Where
 * there is no home yet, the folder in which it will be made decides. Answers the name of the user, or null where nothing
 * had to change. Throws `HOME_OF_ANOTHER` where that user cannot work here.
 */
export function workAsHomeOwner(home: string): string | null {
  if (!isRoot() || process.setuid === undefined) return null;
  const { uid, gid } = statSync(nearest(home));
  if (uid === 0) return null;
  const name = ask('-un', uid);
  // Node has it on every system that has setuid; its types do not know it.
  const account = process as unknown as { initgroups(user: string, group: number): void };
  try {
    const group = Number(ask('-g', uid) ?? (gid === 0 ? uid : gid));
    if (name === null) process.setgroups!([group]);
    else account.initgroups(name, group);
    process.setgid!(group);
    process.setuid(uid);
    accessSync(programFolder, constants.R_OK | constants.X_OK);
    accessSync(nearest(home), constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw ofAnother(home, name ?? `#${uid}`, error);
  }
  return name ?? `uid ${uid}`;
}

/** What lies in the home and is not ours to use: a command of root's, of before this was minded, left it there. */
export function strangersIn(home: string): string[] {
  const self = process.geteuid?.();
  if (self === undefined || isRoot()) return [];
  return entriesOf(home).filter((path) => lstatSync(path).uid !== self && !isUsable(path));
}

function nearest(path: string): string {
  let at = resolve(path);
  while (statSync(at, { throwIfNoEntry: false }) === undefined && at !== dirname(at)) at = dirname(at);
  return at;
}

function ask(what: '-un' | '-g', uid: number): string | null {
  const result = spawnSync('id', [what, String(uid)], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : null;
}

function entriesOf(home: string): string[] {
  try {
    return readdirSync(home).map((name) => join(home, name));
  } catch {
    // There is no such folder yet, or the command that uses it will report the error.
    return [];
  }
}

function isUsable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function ofAnother(home: string, account: string, cause: unknown): ProdplanError {
  return homeFailure('HOME_OF_ANOTHER', { home, account, reason: messageOf(cause) }, { cause });
}
