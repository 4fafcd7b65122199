import type pg from 'pg';
import { runFailure } from '../errors/run.js';
import type { ProdplanError } from '../errors.js';

/**
 * The fencing number lives in the database alone, whatever lock stands in front of it: a Redis that lost its data
 * cannot give a lower one. Drawn by the holder of the run lock before it reads anything. Waits for a publication that
 * is being committed, so that what is read afterwards includes it.
 */
export async function drawFencingNumber(session: pg.ClientBase): Promise<number> {
  const { rows } = await session.query<{ number: number }>(
    'UPDATE run_fence SET number = number + 1 RETURNING number',
  );
  return rows[0]!.number;
}

/** The number that was drawn last. */
export async function newestFencingNumber(database: Pick<pg.Pool, 'query'>): Promise<number> {
  const { rows } = await database.query<{ number: number }>('SELECT number FROM run_fence');
  return rows[0]!.number;
}

/**
 * The last question of a publishing transaction: nobody has drawn a number since. The shared lock on the row keeps it
 * so until the COMMIT.
 */
export async function mustBeNewest(session: pg.ClientBase, number: number): Promise<void> {
  const { rows } = await session.query<{ number: number }>('SELECT number FROM run_fence FOR SHARE');
  const newest = rows[0]!.number;
  if (newest !== number) throw fenced(number, newest);
}

export function fenced(number: number, newest: number, cause?: unknown): ProdplanError {
  return runFailure('RUN_FENCED', { number, newest }, { cause });
}
