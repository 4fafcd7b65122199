import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The system account that runs the server; PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/**
 * The account for a home, or null where the server simply runs as ourselves. For root: who owns the data that are
 * there, else the user to whom the home belongs (`sudo prodplan`), else the account that can do the least.
 */
export function serverAccount(home: string, data: string): Account | null {
  if (!isRoot()) return null;
  return ownerOf(data) ?? knownOwnerOf(home) ?? leastAccount();
}

function ownerOf(path: string): Account | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined || stat.uid === 0 ? null : { uid: stat.uid, gid: stat.gid };
}

/** A folder that is mounted into a container may belong to nobody there, and initdb wants to know the name. */
function knownOwnerOf(path: string): Account | null {
  const owner = ownerOf(path);
  if (owner === null) return null;
  return spawnSync('id', ['-un', String(owner.uid)], { stdio: 'ignore' }).status === 0 ? owner : null;
}

function leastAccount(): Account {
  const names = process.platform === 'darwin' ? ['_postgres', 'daemon'] : ['nobody'];
  for (const line of passwd()) {
    const [name = '', , uid, gid] = line.split(':');
    if (names.includes(name) && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65_534, gid: 65_534 };
}

function passwd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** The highest folder on the way to `path` (itself included) that the account cannot pass; null: the way is free. */
export function blockedAt(path: string, account: Account): string | null {
  const way: string[] = [];
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    way.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return way.find((folder) => !mayPass(folder, account)) ?? null;
}

/** By the mode bits; the server runs without supplementary groups. */
export function mayPass(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
