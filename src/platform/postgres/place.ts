import { createHash, randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { defaultHome } from '../config.js';
import { embeddedFailure, type NoPlace } from '../errors/embedded.js';
import { homeFailure } from '../errors/home.js';
import { messageOf } from '../errors.js';
import { makeFolder } from '../folders.js';
import { type Account, blockedAt, isRoot, mayPass, serverAccount } from './account.js';
import { putFile, putFolder, readIfThere } from './files.js';

/** Where the cluster of a home lies and who runs it. */
export interface Place {
  readonly home: string;
  readonly root: string;
  readonly data: string;
  readonly log: string;
  /** Who must own what the server writes; null: ourselves. */
  readonly account: Account | null;
  /** Who must own what we keep in the home: its owner, where root works in a user's home. */
  readonly homeOwner: Account | null;
}

/** PostgreSQL cuts paths at 1023 bytes, and appends to the data directory's. */
const longestRootBytes = 800;

/** Names the place of the cluster where it does not lie in the home itself. */
export const pointerName = 'postgres.location';

/** The place of a cluster that is there or was begun; null: this home has none. Changes nothing. */
export function findPlace(home: string): Place | null {
  const place = expectedPlace(home);
  return place === null || statSync(place.root, { throwIfNoEntry: false }) === undefined ? null : place;
}

/** Where the cluster of a home lies or would lie, whether it is there or not; null: not even the home is there. */
export function expectedPlace(home: string): Place | null {
  try {
    if (statSync(home, { throwIfNoEntry: false }) === undefined) return null;
    const real = realpathSync(home);
    return describe(real, pointedRoot(real) ?? join(real, 'postgres'));
  } catch (error) {
    throw homeFailure('HOME_NOT_USABLE', { home, reason: messageOf(error) }, { cause: error });
  }
}

/** Where a home says that its cluster lies; null: in itself. */
export function pointedRoot(home: string): string | null {
  return readIfThere(join(home, pointerName))?.trim() || null;
}

export function isInside({ home, root }: Place): boolean {
  return root.startsWith(`${home}${sep}`);
}

/** The lock that is held while the server of a home is created, started, stopped or moved. */
export function lockOf(home: string): string {
  return join(home, 'postgres.lock');
}

/** The beginning of the name of a cluster that lies outside its home. */
export function homeHash(home: string): string {
  return createHash('sha256').update(home).digest('hex').slice(0, 16);
}

/** Finds or makes the place. */
export function makePlace(home: string): Place {
  const place = findPlace(home) ?? choosePlace(realpathSync(home));
  try {
    putFolder(place.root, place.account === null ? 0o700 : 0o711, place.homeOwner);
    putFolder(place.log, 0o700, place.account);
    openHome(place);
    return place;
  } catch (error) {
    // A container's root may lack the right to give a folder away.
    throw embeddedFailure('EMBEDDED_DATABASE_NO_PLACE', { reasons: [messageOf(error)] });
  }
}

/** Makes the home; the folders above it as any other program would make them. */
export function makeHome(home: string): string {
  try {
    makeFolder(dirname(home));
    putFolder(home, 0o700, null);
    accessSync(home, constants.W_OK | constants.X_OK);
    return realpathSync(home);
  } catch (error) {
    throw homeFailure('HOME_NOT_USABLE', { home, reason: messageOf(error) }, { cause: error });
  }
}

function describe(home: string, root: string): Place {
  const data = join(root, 'data');
  const account = serverAccount(home, data);
  const { uid, gid } = statSync(home);
  return {
    home,
    root,
    data,
    log: join(root, 'log'),
    account,
    homeOwner: isRoot() && uid !== 0 ? { uid, gid } : null,
  };
}

function choosePlace(home: string): Place {
  const inside = describe(home, join(home, 'postgres'));
  if (Buffer.byteLength(inside.root) <= longestRootBytes && isReachable(inside)) return inside;
  // A home that was deleted and made again must not find the data of its former life: hence the random part.
  const root = join(sharedFolder('clusters'), `${homeHash(home)}-${randomBytes(4).toString('hex')}`);
  putFile(join(home, pointerName), `${root}\n`, 0o644, inside.homeOwner);
  return describe(home, root);
}

/** Whether the account can come to the home, or could if we opened the home itself. */
function isReachable({ home, account }: Place): boolean {
  if (account === null) return true;
  const blocked = blockedAt(home, account);
  return blocked === null || (blocked === home && statSync(home).uid === 0);
}

/** Lets the account pass through a home of root's. It may pass, not look around. */
function openHome({ home, root, account }: Place): void {
  if (account === null || !root.startsWith(`${home}${sep}`) || mayPass(home, account)) return;
  chmodSync(home, (statSync(home).mode & 0o7777) | 0o001);
}

/** A folder outside any home that every account can reach; for root only ever one that is root's own. */
export function sharedFolder(name: string): string {
  const bases = isRoot() ? ['/var/lib/prodplan', '/var/tmp/prodplan'] : [defaultHome()];
  const reasons: NoPlace[] = [];
  for (const base of bases) {
    try {
      makeFolder(base, isRoot() ? 0o711 : 0o700);
      if (isRoot()) openToAll(base);
      const folder = join(base, name);
      putFolder(folder, isRoot() ? 0o711 : 0o700, null);
      return folder;
    } catch (error) {
      reasons.push(error instanceof NotRoots ? { notRoots: base } : messageOf(error));
    }
  }
  throw embeddedFailure('EMBEDDED_DATABASE_NO_PLACE', { reasons });
}

/** A folder that others than root may write in. */
class NotRoots extends Error {}

/** In /var/tmp anybody may have made a folder of our name; root must not put anything into that. */
function openToAll(base: string): void {
  const { uid, mode } = statSync(base);
  if (uid !== 0 || (mode & 0o022) !== 0) throw new NotRoots();
  if ((mode & 0o001) === 0) chmodSync(base, (mode & 0o7777) | 0o001);
}

/**
 * Takes away what an interrupted initdb left. If only its parent was killed it may still be writing there; then the
 * next start takes it away.
 */
export function removeDrafts(place: Place): void {
  for (const name of readdirSync(place.root)) {
    if (!name.startsWith('data.new-')) continue;
    try {
      rmSync(join(place.root, name), { recursive: true, force: true });
    } catch {
      // Nothing depends on it.
    }
  }
}
