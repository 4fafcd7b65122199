import type pg from 'pg';

/** The tables whose statistics are ours to keep: all but staging and the parts of partitioned ones. */
export async function tablesToAnalyze(session: pg.Client): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname`,
  );
  return rows.map((row) => row.name);
}

/** Each in a transaction of its own; returns those that somebody else had locked. */
export async function analyzeTables(
  session: pg.Client,
  tables: readonly string[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const skipped: string[] = [];
  for (const table of tables) {
    if (signal?.aborted) break;
    await session.query(`ANALYZE ${table}`).catch((error: { code?: string }) => {
      if (error.code !== '55P03') throw error;
      skipped.push(table);
    });
  }
  return skipped;
}
