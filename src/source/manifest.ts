import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFailure } from '../platform/errors/file.js';
import type { Manifest } from './manifest-schema.js';

export type { Manifest, ManifestSheet } from './manifest-schema.js';

export const manifestName = 'manifest.json';

/** Written last: a folder without a manifest is an extract that was cut short. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, manifestName);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw fileFailure('NO_MANIFEST', { folder, manifest: manifestName }, { cause: error });
  }
  // Loaded only here: whoever writes a manifest does not wait for it.
  const { readParsed } = await import('./manifest-schema.js');
  try {
    return readParsed(JSON.parse(text));
  } catch (error) {
    throw fileFailure('BAD_MANIFEST', { path }, { cause: error });
  }
}
