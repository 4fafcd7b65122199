import { aggregatesRuleVersion } from '../aggregates/rules.js';
import { checkThresholds } from '../evidence/index.js';
import { type Config, readConfig } from '../platform/config.js';
import { type ConnectionNeed, type ConnectionShare, shareConnections } from '../platform/connections.js';
import { connectDatabase, type Database } from '../platform/database.js';
import { ensureMigrated, mustBeMigrated, noTablesYet, prepareToMigrate } from '../platform/migrate.js';
import { statusEmbedded } from '../platform/postgres/embedded.js';
import { mustBeOwner, mustBeReader } from '../platform/rights.js';
import { tell } from './terminal.js';

type Work<T> = (database: Database, config: Config) => Promise<T>;

/**
 * Runs a command against the configured database, with its tables in place, and lets go of it afterwards. Throws
 * `TOO_FEW_CONNECTIONS` where it may not open what it needs.
 */
export async function withDatabase<T>(
  work: (database: Database, config: Config, share: ConnectionShare) => Promise<T>,
  need: ConnectionNeed = { sessions: 0 },
): Promise<T> {
  const config = checkedConfig();
  const database = await connectDatabase(config, {
    onStep: (step) => {
      if (step === 'create') prepareToMigrate();
    },
  });
  return await andLetGo(database, async () => {
    const share = await shareConnections(database.pool, config.connections, need);
    database.pool.options.max = share.work;
    if (database.origin === 'external') await mustBeOwner(database.pool);
    await ensureMigrated(database);
    await recountUnderNewRules(database);
    return await work(database, config, share);
  });
}

/**
 * The same for a command that only reads: it makes and upgrades nothing, is content with a standby and with a role that
 * may only read. Throws `NOT_MIGRATED` where the tables are not there or are older.
 */
export async function withTables<T>(work: Work<T>): Promise<T> {
  const config = checkedConfig();
  // No database is created only to report that it is empty.
  if (config.databaseUrl === null && statusEmbedded(config.home).state === 'absent') throw noTablesYet();
  const database = await connectDatabase(config, { readOnly: true });
  return await andLetGo(database, async () => {
    await mustBeMigrated(database);
    if (database.origin === 'external') await mustBeReader(database.pool);
    return await work(database, config);
  });
}

/** A new version of the program may count otherwise: what readers see is then counted anew before anybody asks. */
async function recountUnderNewRules(database: Database): Promise<void> {
  const { rowCount } = await database.pool.query(
    'SELECT FROM agg_state CROSS JOIN publication p WHERE p.run_id IS NOT NULL AND rule_version BETWEEN 1 AND $1',
    [aggregatesRuleVersion - 1],
  );
  if (rowCount === 0) return;
  tell('As regras de contagem mudaram: a contar de novo o que as respostas leem.');
  // Loaded where it is needed: a command should start quickly.
  const { repairAggregates } = await import('../maintenance/aggregates.js');
  await repairAggregates({ database });
}

function checkedConfig(): Config {
  const config = readConfig();
  checkThresholds(config.gateThresholds);
  return config;
}

async function andLetGo<T>(database: Database, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await database.close();
  }
}
