import type { Database } from '../../platform/database.js';

export interface BackupProgress {
  /** `waiting`: a run holds tables for a moment. `checking`: the file is read again. */
  readonly kind: 'waiting' | 'copying' | 'checking' | 'restoring';
  readonly table: string;
  /** Of `restoring` and `checking`: that the manifest promises; of `copying`: that were copied. */
  readonly rows: number;
}

export interface BackupOptions {
  readonly database: Database;
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
}
