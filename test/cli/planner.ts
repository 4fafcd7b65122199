import { join } from 'node:path';
import { sampleTakenIn } from '../ingest/support.js';
import { type Raw, readRaw } from '../services/factory.js';
import { type Finished, prodplan } from '../support/cli.js';
import { firstServer, type TestDatabase } from '../support/database.js';
import { temporaryFolderOf } from '../support/dump.js';

export interface Planner extends TestDatabase {
  readonly raw: Raw;
  /** Where a command writes its files. */
  readonly folder: string;
  run(words: readonly string[], env?: Readonly<Record<string, string>>): Promise<Finished>;
}

/** A factory of which two files were taken in, of Saturday and of Sunday, 30 April 2023. Who asks for it drops it. */
export async function newPlanner(orders: number): Promise<Planner> {
  const sample = { orders, seed: 1 };
  const made = await firstServer.createHolding([
    sampleTakenIn({ ...sample, asOf: '2023-04-29T18:00:00' }),
    sampleTakenIn({ ...sample, asOf: '2023-04-30T18:00:00' }),
  ]);
  const { folder, remove } = await temporaryFolderOf();
  const home = { PRODPLAN_HOME: join(folder, 'casa'), DATABASE_URL: made.url, NO_COLOR: '1' };
  return {
    ...made,
    raw: await readRaw(made.database.pool),
    folder,
    run: (words, env = {}) => prodplan(words, { ...home, ...env }),
    async drop() {
      await made.drop();
      await remove();
    },
  };
}
