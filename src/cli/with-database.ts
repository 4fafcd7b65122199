import { checkThresholds } from '../evidence/index.js';
import { type Config, readConfig } from '../platform/config.js';
import { connectDatabase, type Database } from '../platform/database.js';
import { ensureMigrated, prepareToMigrate } from '../platform/migrate.js';

/** Runs a command against the configured database, with its tables in place, and lets go of it afterwards. */
export async function withDatabase<T>(work: (database: Database, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig();
  checkThresholds(config.gateThresholds);
  const database = await connectDatabase(config, {
    onStep: (step) => {
      if (step === 'create') prepareToMigrate();
    },
  });
  try {
    await ensureMigrated(database);
    return await work(database, config);
  } finally {
    await database.close();
  }
}
