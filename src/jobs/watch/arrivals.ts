import { constants } from 'node:fs';
import { access, lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jobFailure, type Unreadable } from '../../platform/errors/job.js';
import { messageOf, type ProdplanError } from '../../platform/errors.js';
import { isWholeArchive } from '../../workbook/index.js';

/** A file as it was seen: the same as long as all of this is the same. */
export interface Arrival {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly inode: number;
}

export interface ArrivalOptions {
  readonly folder: string;
  /** A file must stay as it is for so long. */
  readonly settleMs: number;
  /** A file that is not a whole archive and has not changed for so long will never be one. */
  readonly incompleteMs: number;
  /**
   * Called for each file that has the name of a workbook and cannot be taken, at every look; the other files are taken
   * all the same.
   */
  /** `inode`: by which the file is found where its name may not be told, or cannot be typed. */
  readonly onTrouble: (name: string, error: ProdplanError, inode: number) => void;
}

interface SeenArrival {
  readonly arrival: Arrival;
  readonly since: number;
}

/** Looks at a folder again and again and knows which of its workbooks nobody is writing any more. */
export class Arrivals {
  readonly #options: ArrivalOptions;
  #seen = new Map<string, SeenArrival>();

  constructor(options: ArrivalOptions) {
    this.#options = options;
  }

  /** The files that are ready now; each is told again until it is gone or has changed. */
  async look(): Promise<Arrival[]> {
    const before = this.#seen;
    this.#seen = new Map();
    const ready: Arrival[] = [];
    for (const name of await this.#names()) {
      const arrival = await this.#see(name);
      if (arrival === null) continue;
      const known = before.get(name);
      const seenArrival =
        known !== undefined && isSame(known.arrival, arrival) ? known : { arrival, since: performance.now() };
      this.#seen.set(name, seenArrival);
      if (await this.#isReady(seenArrival)) ready.push(arrival);
    }
    return ready;
  }

  /** Of what looks like workbooks. A name that is not UTF-8 cannot be spoken of: under what is shown there is no file. */
  async #names(): Promise<string[]> {
    const names: string[] = [];
    for (const bytes of await readdir(this.#options.folder, { encoding: 'buffer' })) {
      const name = bytes.toString();
      if (!isWorkbookName(name)) continue;
      if (Buffer.from(name).equals(bytes)) names.push(name);
      else this.#options.onTrouble(name, badName(name), await inodeOf(this.#options.folder, bytes));
    }
    return names;
  }

  /** Null where there is nothing to take: it is gone, or it cannot be read, which is told. */
  async #see(name: string): Promise<Arrival | null> {
    const { folder, onTrouble } = this.#options;
    try {
      const arrival = await findArrival(folder, name);
      if (arrival !== null) {
        await access(arrival.path, constants.R_OK);
        return arrival;
      }
      const left = await lstat(join(folder, name));
      onTrouble(name, unreadable(name, left.isSymbolicLink() ? 'broken_link' : 'not_a_file'), left.ino);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        onTrouble(
          name,
          unreadable(name, { said: messageOf(error) }),
          await inodeOf(folder, Buffer.from(name)),
        );
    }
    return null;
  }

  async #isReady({ arrival, since }: SeenArrival): Promise<boolean> {
    const stillMs = performance.now() - since;
    if (stillMs < this.#options.settleMs) return false;
    return stillMs >= this.#options.incompleteMs || (await isWholeArchive(arrival.path));
  }
}

/** Workbooks, and zips of the workbooks of one dump. Neither what Excel puts beside a workbook that is open, nor what programs hide while they write. */
export function isWorkbookName(name: string): boolean {
  return /\.(xlsx|zip)$/i.test(name) && !name.startsWith('~$') && !name.startsWith('.');
}

/** 0 where it is gone already. */
async function inodeOf(folder: string, name: Buffer): Promise<number> {
  const entry = await lstat(Buffer.concat([Buffer.from(`${folder}/`), name])).catch(() => null);
  return entry?.ino ?? 0;
}

export async function findArrival(folder: string, name: string): Promise<Arrival | null> {
  const path = join(folder, name);
  const entry = await stat(path).catch(() => null);
  if (entry === null || !entry.isFile()) return null;
  const { size, mtimeMs, ctimeMs, ino } = entry;
  return { name, path, bytes: size, mtimeMs, ctimeMs, inode: ino };
}

export function isSame(one: Arrival, other: Arrival): boolean {
  return one.bytes === other.bytes && one.mtimeMs === other.mtimeMs && one.inode === other.inode;
}

function badName(name: string): ProdplanError {
  return jobFailure('WATCH_BAD_NAME', { name });
}

function unreadable(name: string, why: Unreadable): ProdplanError {
  return jobFailure('WATCH_UNREADABLE', { name, why });
}
