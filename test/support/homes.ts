import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopEmbedded } from '../../src/platform/postgres/embedded.js';
import { findPlace } from '../../src/platform/postgres/place.js';

/** Stops the servers of all homes in a folder, then removes the folder. */
export async function removeHomes(root: string): Promise<void> {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) await removeHome(join(root, name));
  removeFolder(root);
}

/** Stops the server of a home, then removes the home and what it keeps elsewhere. */
export async function removeHome(home: string): Promise<void> {
  await stopEmbedded(home);
  const place = findPlace(home);
  if (place !== null) removeFolder(place.root);
  removeFolder(home);
}

function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
