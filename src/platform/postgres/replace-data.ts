import { existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { embeddedFailure } from '../errors/embedded.js';
import { orphanedServer, readyName, statusEmbedded } from './embedded.js';
import { withFileLock } from './file-lock.js';
import { claimOf, livingOwner, lost, markOwner, ofAnotherHome } from './ownership.js';
import { expectedPlace, isInside, lockOf, pointerName } from './place.js';

/**
 * Lets a home whose database is lost, another home's or a bad copy begin without data. Nothing is removed: what lies
 * elsewhere stays there, what lies in the home gets another name, which is answered. Throws `DATABASE_IN_PLACE` where
 * the home has its database.
 */
export async function beginAnew(home: string): Promise<string | null> {
  return await withHome(home, (real) => {
    const place = expectedPlace(real)!;
    const { state } = statusEmbedded(real);
    if (!['lost', 'foreign', 'copied'].includes(state)) {
      const data = state === 'absent' ? null : place.data;
      throw embeddedFailure('DATABASE_IN_PLACE', { home: real, data });
    }
    // A copy of a home names the server of its original, which is no obstacle: only lost data have one of their own.
    const server = state === 'lost' ? orphanedServer(place) : null;
    if (server !== null) throw lost(place, server);
    const aside = isInside(place) ? place.root : join(real, pointerName);
    const kept = existsSync(aside) ? freeName(aside) : null;
    if (kept !== null) renameSync(aside, kept);
    rmSync(join(real, readyName), { force: true });
    return kept;
  });
}

/**
 * The home takes over the data that it points to, whose own home is gone; or trusts data that were copied from a
 * running server (a snapshot of the whole disk). Throws `EMBEDDED_DATABASE_OF_ANOTHER_HOME` while that one is there.
 */
export async function takeOverData(home: string): Promise<void> {
  await withHome(home, (real) => {
    const place = expectedPlace(real)!;
    if (statusEmbedded(real).state === 'lost') throw lost(place, orphanedServer(place));
    if (claimOf(place) === 'ours')
      throw embeddedFailure('DATABASE_IN_PLACE', { home: real, data: place.data });
    if (livingOwner(place) !== null) throw ofAnotherHome(place);
    markOwner(place);
  });
}

async function withHome<T>(home: string, work: (real: string) => T): Promise<T> {
  const place = expectedPlace(resolve(home));
  if (place === null) throw embeddedFailure('DATABASE_IN_PLACE', { home, data: null });
  return await withFileLock(lockOf(place.home), async () => work(place.home));
}

function freeName(path: string): string {
  for (let number = 1; ; number++) if (!existsSync(`${path}.old-${number}`)) return `${path}.old-${number}`;
}
