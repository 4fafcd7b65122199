import { checkThresholds } from '../evidence/index.js';
import { type Config, readConfig } from '../platform/config.js';
import { type ConnectionNeed, type ConnectionShare, shareConnections } from '../platform/connections.js';
import { connectDatabase, type Database } from '../platform/database.js';
import { ensureMigrated, prepareToMigrate } from '../platform/migrate.js';

/**
 * Runs a command against the configured database, with its tables in place, and lets go of it afterwards. Throws
 * `TOO_FEW_CONNECTIONS` where it may not open what it needs.
 */
export async function withDatabase<T>(
  work: (database: Database, config: Config, share: ConnectionShare) => Promise<T>,
  need: ConnectionNeed = { sessions: 0 },
): Promise<T> {
  const config = readConfig();
  checkThresholds(config.gateThresholds);
  const database = await connectDatabase(config, {
    onStep: (step) => {
      if (step === 'create') prepareToMigrate();
    },
  });
  try {
    const share = await shareConnections(database.pool, config.connections, need);
    database.pool.options.max = share.work;
    await ensureMigrated(database);
    return await work(database, config, share);
  } finally {
    await database.close();
  }
}
