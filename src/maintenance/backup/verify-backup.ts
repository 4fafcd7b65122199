import type { BackupManifest } from './manifest.js';
import { openBackup } from './open-backup.js';
import type { BackupOptions } from './types.js';

/** Reads a whole backup and holds every table against the manifest. Throws as `openBackup` does. */
export async function verifyBackup({
  file,
  signal,
  onProgress,
}: Omit<BackupOptions, 'database'>): Promise<BackupManifest> {
  const backup = await openBackup(file);
  try {
    for (const table of backup.manifest.tables) {
      for await (const _ of backup.read(table)) signal?.throwIfAborted();
      onProgress?.({ kind: 'checking', table: table.name, rows: table.rows });
    }
    return backup.manifest;
  } finally {
    await backup.close();
  }
}
