import type pg from 'pg';
import { advisoryClass, advisoryObjects } from '../advisory-keys.js';

/** The advisory lock of a run: one writer per database. */
export const runLockKey = { classId: advisoryClass, objectId: advisoryObjects.run } as const;

/** Held beside it, shared, by every session whose holder also renews a lease in Redis: its silence there means something. */
const leasedMark = { classId: advisoryClass, objectId: advisoryObjects.leased } as const;

export interface RunLockHolder {
  /** The server's process for that connection. */
  readonly pid: number;
  /** What the holder called itself: command, run, process, machine. */
  readonly holder: string;
  /** When its connection began: a run opens one of its own right before it takes the lock. */
  readonly since: Date;
  /** It renews a lease in Redis. */
  readonly leased: boolean;
}

type Asked = Pick<pg.Pool, 'query'>;

/** What others are told of this session; PostgreSQL keeps 63 bytes of it. */
export async function nameSession(session: pg.ClientBase, name: string): Promise<void> {
  await session.query("SELECT set_config('application_name', $1, false)", [name]);
}

/** False: somebody else has it. It stays with the session, and ends with it at the latest. */
export async function tryAdvisory(session: pg.ClientBase): Promise<boolean> {
  const { rows } = await session.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock($1::int, $2::int) AS taken',
    [runLockKey.classId, runLockKey.objectId],
  );
  return rows[0]!.taken;
}

export async function waitForAdvisory(session: pg.ClientBase): Promise<void> {
  await session.query('SELECT pg_advisory_lock($1::int, $2::int)', [runLockKey.classId, runLockKey.objectId]);
}

export async function markLeased(session: pg.ClientBase): Promise<void> {
  await session.query('SELECT pg_advisory_lock_shared($1::int, $2::int)', [
    leasedMark.classId,
    leasedMark.objectId,
  ]);
}

export async function releaseAdvisory(session: pg.ClientBase): Promise<void> {
  await session.query('SELECT pg_advisory_unlock($1::int, $2::int)', [
    runLockKey.classId,
    runLockKey.objectId,
  ]);
}

/** Who has the lock of this database; null: nobody. */
export async function runLockHolder(database: Asked): Promise<RunLockHolder | null> {
  const { rows } = await database.query<RunLockHolder>(
    `WITH held AS (
       SELECT pid, objid FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = $1::bigint::oid
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
     SELECT a.pid, a.application_name AS holder, a.backend_start AS since,
            EXISTS (SELECT FROM held m WHERE m.pid = a.pid AND m.objid = $3::bigint::oid) AS leased
     FROM held h JOIN pg_stat_activity a USING (pid) WHERE h.objid = $2::bigint::oid`,
    [runLockKey.classId, runLockKey.objectId, leasedMark.objectId],
  );
  return rows[0] ?? null;
}

/** Ends the session of a holder that gives no sign of life; its transaction goes with it, and its lock. */
export async function endSession(database: Asked, pid: number): Promise<void> {
  await database.query('SELECT pg_terminate_backend($1)', [pid]);
}

/**
 * The lock dies with the session, and the session with its client. A server that is busy with a statement looks after
 * its client only when asked to; one whose client's machine has vanished hears of it from its keep-alives. Where its
 * platform knows no such setting, it finds out later.
 */
export async function noticeDeath(session: pg.ClientBase): Promise<void> {
  for (const setting of [
    "client_connection_check_interval = '500ms'",
    'tcp_keepalives_idle = 5',
    'tcp_keepalives_interval = 5',
    'tcp_keepalives_count = 3',
    "tcp_user_timeout = '20s'",
  ])
    await session.query(`SET ${setting}`).catch(() => {});
}
