import type pg from 'pg';

/**
 * A pooler (PgBouncer) answers the start of a connection itself, and gives it a process id of its own making: it is not
 * that of the server's process that then does the work.
 */
export function isPooled(client: pg.ClientBase, backendPid: number): boolean {
  const { processID } = client as pg.ClientBase & { readonly processID: number | null };
  return processID !== backendPid;
}

/** First, second, second, first ...: a pooler that hands the same processes out in turn is found out by the repetition. */
const order = [0, 1, 1, 0, 1, 0, 0, 1] as const;

/**
 * Whether a pooler keeps a connection and the server's process together for as long as the connection lasts. Two
 * connections say in turn which process answers: kept together these are two, one each; a pooler that shares them out
 * by the transaction answers both from one, or one from several.
 */
export async function keepsSessions(
  client: pg.ClientBase,
  connect: () => Promise<pg.Client>,
): Promise<boolean> {
  const other = await connect();
  try {
    const both = [client, other] as const;
    const seen = [new Set<number>(), new Set<number>()] as const;
    for (const which of order) seen[which].add(await backendPid(both[which]));
    const keeps = seen.every((pids) => pids.size === 1) && !seen[1].has([...seen[0]][0]!);
    // What we have set would stay with processes that serve other programs as well.
    if (!keeps) for (const one of both) await one.query('DISCARD ALL').catch(() => {});
    return keeps;
  } finally {
    await other.end().catch(() => {});
  }
}

async function backendPid(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]!.pid;
}
