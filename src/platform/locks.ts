import type pg from 'pg';

/**
 * The advisory lock of a run: one writer per database. The pair is fixed for ever; anybody who looks at pg_locks
 * finds it as classid 1347439694 ("PPLN" as bytes), objid 1, objsubid 2.
 */
export const runLockKey = { classId: 0x50_50_4c_4e, objectId: 1 } as const;

export interface RunLock {
  /** Ends with the connection in any case. */
  release(): Promise<void>;
}

export interface RunLockHolder {
  /** The server's process for that connection. */
  readonly pid: number;
  /** What the holder called itself. */
  readonly holder: string;
  /** When its connection began: a run opens one of its own right before it takes the lock. */
  readonly since: Date;
}

/**
 * Takes the lock on this connection, which must stay open as long as the run. Null: somebody else has it, and
 * `wait` is false. `holder` is what others are told; PostgreSQL keeps 63 bytes of it.
 */
export async function acquireRunLock(
  client: pg.ClientBase,
  { wait, holder }: { readonly wait: boolean; readonly holder: string },
): Promise<RunLock | null> {
  const key = [runLockKey.classId, runLockKey.objectId];
  await client.query("select set_config('application_name', $1, false)", [holder]);
  if (wait) {
    await client.query('select pg_advisory_lock($1::int, $2::int)', key);
  } else {
    const answer = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1::int, $2::int) as taken',
      key,
    );
    if (answer.rows[0]?.taken !== true) return null;
  }
  return {
    release: async () => {
      await client.query('select pg_advisory_unlock($1::int, $2::int)', key);
    },
  };
}

/** Who has the lock of this database; null: nobody. */
export async function runLockHolder(database: Pick<pg.Pool, 'query'>): Promise<RunLockHolder | null> {
  const answer = await database.query<RunLockHolder>(
    `select a.pid, a.application_name as holder, a.backend_start as since
       from pg_locks l
       join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and l.classid = $1::bigint::oid and l.objid = $2::bigint::oid and l.objsubid = 2`,
    [runLockKey.classId, runLockKey.objectId],
  );
  return answer.rows[0] ?? null;
}
