import { expect } from 'vitest';
import type { CliPlant } from '../ingest/bad-input-support.js';
import { published } from '../ingest/bad-input-support.js';
import { coreChecksum } from '../support/core.js';

/** The plant with a Redis, in which a lock lasts so many seconds without a sign of life. */
export function withRedis(plant: CliPlant, url: string, lockSeconds: number): CliPlant {
  const env = { ...plant.env, REDIS_URL: url, PRODPLAN_LOCK_SECONDS: String(lockSeconds) };
  return { ...plant, env };
}

/** What readers see. */
export async function readersSee(plant: CliPlant): Promise<{ core: string; published: unknown }> {
  return { core: await coreChecksum(plant.database.pool), published: await published(plant) };
}

/** A number is drawn as by another run that begins: on a server whose lock of the session did not hold it back. */
export async function drawNumber({ database }: CliPlant): Promise<void> {
  await database.pool.query('UPDATE run_fence SET number = number + 1');
}

/** Numbers of runs rise with the runs, and none is given twice. */
export async function expectNumbersRise({ database }: CliPlant): Promise<void> {
  const { rows } = await database.pool.query<{ fencing_number: number }>(
    'SELECT fencing_number FROM ingestion_runs WHERE fencing_number IS NOT NULL ORDER BY run_id',
  );
  const numbers = rows.map((row) => row.fencing_number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
}
