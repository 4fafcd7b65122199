import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { databaseFailure } from './errors/database.js';
import type { ProdplanError } from './errors.js';

/** What a command keeps open at once. */
export interface ConnectionNeed {
  /** Sessions of their own (runs, leadership, the queue), at their most. */
  readonly sessions: number;
  /** Whether readers have a pool of their own. */
  readonly readers?: boolean;
}

/** How many connections the pools of a process may hold. */
export interface ConnectionShare {
  readonly work: number;
  readonly readers: number;
}

/** Two at the least: some work asks for a second connection while it holds one. */
const least = 2;
const most = { work: 10, readers: 20 } as const;
/** Connections of a process that has just died may still be there. */
const patienceMs = 5_000;
const askMs = 500;

/** A limit that the server sets, and how many connections count against it beside the one that asks. */
interface Limit {
  readonly limit: 'setting' | 'server' | 'database' | 'role';
  readonly name: string;
  readonly allowed: number;
  readonly used: number;
}

/** What a run opens: its session, two that prepare sheets. */
export const runSessions = 3;
/** The queue waits on one and asks on two. */
export const queueSessions = 3;

/**
 * Divides what a process may open, by its settings and by the limits of server, database and role, so that it never
 * runs into them by itself. Throws `TOO_FEW_CONNECTIONS`, within six seconds.
 */
export async function shareConnections(
  pool: pg.Pool,
  configured: number,
  need: ConnectionNeed,
): Promise<ConnectionShare> {
  const needed = leastOf(need);
  const setting: Limit = { limit: 'setting', name: 'PRODPLAN_CONNECTIONS', allowed: configured, used: 0 };
  const end = performance.now() + patienceMs;
  for (;;) {
    const limits = [setting, ...(await readLimits(pool))];
    const narrowest = limits.reduce((a, b) => (free(b) < free(a) ? b : a));
    if (free(narrowest) >= needed) return divide(free(narrowest), need);
    const isHopeless = limits.some(({ allowed }) => allowed < needed);
    if (isHopeless || performance.now() > end) throw tooFew(narrowest, needed);
    await sleep(askMs);
  }
}

export function leastOf({ sessions, readers = false }: ConnectionNeed): number {
  return sessions + least + (readers ? least : 0);
}

/** Of what is over, readers get two parts and work one, as far as they can use it. */
export function divide(available: number, need: ConnectionNeed): ConnectionShare {
  const over = available - leastOf(need);
  if (need.readers !== true) return { work: Math.min(most.work, least + over), readers: 0 };
  const readers = Math.min(most.readers, least + Math.ceil((over * 2) / 3));
  return { work: Math.min(most.work, least + over - (readers - least)), readers };
}

function free({ allowed, used }: Limit): number {
  return allowed - used;
}

/** Limits of role and database do not hold for a superuser, who may use the server's reserve as well. */
async function readLimits(pool: pg.Pool): Promise<Limit[]> {
  const { rows } = await pool.query<Limit>(
    `WITH me AS (SELECT r.oid, r.rolname, r.rolsuper, r.rolconnlimit, d.oid AS database, d.datname, d.datconnlimit
                 FROM pg_roles r, pg_database d WHERE r.rolname = session_user AND d.datname = current_database()),
          other AS (SELECT usesysid, datid FROM pg_stat_activity
                    WHERE usesysid IS NOT NULL AND datid IS NOT NULL AND pid <> pg_backend_pid())
     SELECT 'server' AS "limit", '' AS name,
            current_setting('max_connections')::int - CASE WHEN rolsuper THEN 0 ELSE
              current_setting('superuser_reserved_connections')::int + coalesce(current_setting('reserved_connections', true), '0')::int END AS allowed,
            (SELECT count(*) FROM other)::int AS used FROM me
     UNION ALL SELECT 'database', datname, datconnlimit,
            (SELECT count(*) FROM other WHERE datid = database)::int FROM me WHERE datconnlimit >= 0 AND NOT rolsuper
     UNION ALL SELECT 'role', rolname, rolconnlimit,
            (SELECT count(*) FROM other WHERE usesysid = oid)::int FROM me WHERE rolconnlimit >= 0 AND NOT rolsuper`,
  );
  return rows;
}

function tooFew({ limit, name, allowed, used }: Limit, needed: number): ProdplanError {
  return databaseFailure('TOO_FEW_CONNECTIONS', { needed, allowed, used, limit, name });
}
