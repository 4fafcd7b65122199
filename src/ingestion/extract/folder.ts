import { join } from 'node:path';
import type { Config } from '../../platform/config.js';

/** Where the CSV.gz files of the runs are kept: the runs of each database are numbered by themselves. */
export function extractsFolder({ home, databaseUrl }: Pick<Config, 'home' | 'databaseUrl'>): string {
  if (databaseUrl === null) return join(home, 'extracts');
  const { host, pathname } = new URL(databaseUrl);
  return join(home, 'extracts', `${host}${pathname}`.replaceAll(/[^A-Za-z0-9.-]+/g, '_'));
}
