import { mkdir } from 'node:fs/promises';
import { checkThresholds } from '../evidence/index.js';
import { type Config, readConfig } from '../platform/config.js';
import { connectDatabase, type Database } from '../platform/database.js';
import { messageOf, ProdplanError } from '../platform/errors.js';
import { ensureMigrated } from '../platform/migrate.js';

/** Runs a command against the configured database, with its tables in place, and lets go of it afterwards. */
export async function withDatabase<T>(work: (database: Database, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig();
  checkThresholds(config.gateThresholds);
  const database = await connectDatabase(config);
  try {
    await ensureMigrated(database);
    return await work(database, config);
  } finally {
    await database.close();
  }
}

/** Makes the folder of --out before anything is read. Throws `BAD_OUT` where it cannot be one. */
export async function makeOutFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    const remedy = 'Indique uma pasta em que possa escrever.';
    throw new ProdplanError(
      'usage',
      'BAD_OUT',
      `Não se pode escrever em ${path}: ${messageOf(error)}.`,
      remedy,
      { cause: error },
    );
  }
}

/** A signal that Ctrl-C or a polite kill raises; a second one ends the process at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(1);
      controller.abort(new Error(`${name} recebido`));
    });
  }
  return controller.signal;
}
