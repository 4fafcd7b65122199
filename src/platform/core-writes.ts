import type { ClientBase } from 'pg';
import { advisoryClass, advisoryObjects } from './advisory-keys.js';

/**
 * Whoever changes core, or what is measured on it, holds this lock from before its first write to its COMMIT: a run in
 * its publishing transaction, maintenance in each of its short ones. A run waits for it, for no longer than one batch;
 * maintenance only tries, so that it never stands in a run's way. Readers never ask for it.
 */
const key = `${advisoryClass}, ${advisoryObjects.coreWrites}`;

/** Within a transaction; released by its end. */
export async function lockCoreWrites(client: ClientBase): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${key})`);
}

/** Within a transaction; false: somebody else is writing. */
export async function tryLockCoreWrites(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_xact_lock(${key}) AS taken`,
  );
  return rows[0]!.taken;
}
