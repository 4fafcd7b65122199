import type pg from 'pg';
import { databaseFailure } from '../errors/database.js';
import { isPooled, keepsSessions } from './pooler.js';

export const oldestMajor = 15;
export const newestMajor = 18;

/** What a server says of itself, asked on one connection. */
interface Look {
  /** 150018 */
  readonly version: number;
  readonly encoding: string;
  /** It replays what another server writes, and takes no changes. */
  readonly standby: boolean;
  /** Whoever administers it said that this role, this database or this server is only read, whatever we pin. */
  readonly onlyRead: boolean;
  readonly backendPid: number;
}

export interface CheckOptions {
  /** Opens another connection; the caller has to end it. */
  connect(): Promise<pg.Client>;
  /** Nothing will be written: a standby is good enough. */
  readonly readOnly: boolean;
}

/**
 * Whether we can work with this server; returns its version. Throws, each as a usage error with a remedy:
 * `UNSUPPORTED_POSTGRES`, `BAD_ENCODING`, `READ_ONLY_SERVER`, `READ_ONLY_BY_SETTING`, `POOLER_WITHOUT_SESSIONS`.
 */
export async function checkServer(client: pg.ClientBase, options: CheckOptions): Promise<number> {
  const { rows } = await client.query<Look>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
            pg_is_in_recovery() AS standby,
            (SELECT reset_val = 'on' FROM pg_settings WHERE name = 'default_transaction_read_only') AS "onlyRead", pg_backend_pid() AS "backendPid"`,
  );
  const look = rows[0]!;
  checkVersion(look.version);
  if (look.encoding !== 'UTF8') throw databaseFailure('BAD_ENCODING', { encoding: look.encoding });
  if (look.standby && !options.readOnly) throw databaseFailure('READ_ONLY_SERVER');
  if (look.onlyRead && !options.readOnly) throw databaseFailure('READ_ONLY_BY_SETTING');
  if (isPooled(client, look.backendPid) && !(await keepsSessions(client, options.connect)))
    throw databaseFailure('POOLER_WITHOUT_SESSIONS');
  return look.version;
}

/** Refuses a server whose number (150018) is outside the range. */
export function checkVersion(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= oldestMajor && major <= newestMajor) return;
  const found = `${major}.${version % 10_000}`;
  throw databaseFailure('UNSUPPORTED_POSTGRES', { found, oldest: oldestMajor, newest: newestMajor });
}
