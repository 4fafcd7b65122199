import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { embeddedFailure } from '../errors/embedded.js';
import type { ProdplanError } from '../errors.js';
import { putFile, readIfThere } from './files.js';
import { homeHash, isInside, type Place, pointedRoot } from './place.js';
import { type Postmaster, runningServer } from './postmaster.js';

/** Lies beside the data and says whose they are. */
const markName = 'owner.json';

interface Mark {
  readonly home: string;
  /** Device and inode: a folder that was renamed keeps them, a copy of it has others. */
  readonly homeId: string;
  /** Inode of the data directory; devices are numbered anew at each boot. */
  readonly dataInode: string;
  /** When the data directory was made, in ns; '' where the file system does not say. Absent in marks of before. */
  readonly dataBorn?: string;
}

/** `foreign`: the pointer leads to another home's data. `copied`: files taken from under a running server. */
export type Claim = 'ours' | 'foreign' | 'copied';

/**
 * Whose data these are. A home and a copy of it must never share a cluster that lies elsewhere: it is the home's whose
 * path, or whose very folder, is noted there. A data directory that was copied with its postmaster.pid was in use
 * meanwhile: its files are of different moments, and nothing would tell that what is read from them is wrong.
 */
export function claimOf(place: Place): Claim {
  const mark = readMark(place);
  if (!isInside(place)) {
    // In homes that are older than these marks the name of the cluster begins with the hash of the home's path.
    if (mark === null) return basename(place.root).startsWith(homeHash(place.home)) ? 'ours' : 'foreign';
    return mark.home === place.home || mark.homeId === idOf(place.home) ? 'ours' : 'foreign';
  }
  const pidFile = readIfThere(join(place.data, 'postmaster.pid'));
  if (pidFile === null || runningServer(place.data) !== null) return 'ours';
  const same = mark === null ? pidFile.split('\n')[1] === place.data : isSameFolder(mark, place.data);
  return same ? 'ours' : 'copied';
}

/** Where the original was deleted, a copy may get its very inode (ext4 gives out freed ones first), not its birth. */
function isSameFolder(mark: Mark, data: string): boolean {
  if (mark.dataInode !== inodeOf(data)) return false;
  const born = bornOf(data);
  return born === '' || (mark.dataBorn ?? '') === '' || mark.dataBorn === born;
}

/** Whether the mark says exactly what is; else it is to be written (by who holds the home's lock). */
export function isMarked(place: Place): boolean {
  return JSON.stringify(readMark(place)) === JSON.stringify(markOf(place));
}

export function markOwner(place: Place): void {
  if (isMarked(place)) return;
  putFile(join(place.root, markName), `${JSON.stringify(markOf(place))}\n`, 0o644, place.homeOwner);
}

/** The home that the data belong to, where it is still there and points to them; null: nobody claims them. */
export function livingOwner(place: Place): string | null {
  const owner = readMark(place)?.home ?? null;
  return owner !== null && owner !== place.home && pointedRoot(owner) === place.root ? owner : null;
}

function markOf(place: Place): Mark {
  return {
    home: place.home,
    homeId: idOf(place.home),
    dataInode: inodeOf(place.data),
    dataBorn: bornOf(place.data),
  };
}

function readMark(place: Place): Mark | null {
  try {
    return JSON.parse(readIfThere(join(place.root, markName)) ?? 'null') as Mark | null;
  } catch {
    return null;
  }
}

function idOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.dev}:${stat.ino}`;
}

function inodeOf(path: string): string {
  return String(statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? '');
}

/** Without a birth time of its own a file system is given the time of the last change instead, which says nothing. */
function bornOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined || stat.birthtimeNs === 0n || stat.birthtimeNs === stat.ctimeNs
    ? ''
    : String(stat.birthtimeNs);
}

export function ofAnotherHome(place: Place): ProdplanError {
  const living = livingOwner(place);
  const owner = living ?? readMark(place)?.home ?? null;
  const { home, root } = place;
  return embeddedFailure('EMBEDDED_DATABASE_OF_ANOTHER_HOME', { home, root, owner, lives: living !== null });
}

export function copiedWhileRunning({ data }: Place): ProdplanError {
  return embeddedFailure('EMBEDDED_DATABASE_COPIED_WHILE_RUNNING', { data });
}

/** The home has had a database, and it is not where it was; its server may still run without it. */
export function lost({ home, data }: Place, server: Pick<Postmaster, 'pid'> | null): ProdplanError {
  return embeddedFailure('EMBEDDED_DATABASE_LOST', { home, data, pid: server?.pid ?? null });
}
