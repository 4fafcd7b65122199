import type { ClientBase } from 'pg';

/** How the sums of a table go from days to everything. */
interface Summed {
  readonly table: string;
  /** Columns by which rows are told apart, besides `grao` and `inicio`. */
  readonly keys: readonly string[];
  readonly measures: readonly string[];
  /** SQL of rows (dia, keys, measures), not yet summed; `dia` is null where no day can be trusted. */
  readonly facts: string;
}

/** Writes all grains of a table anew: days from the facts, each coarser grain from the one below it. */
export async function writeGrains(
  client: ClientBase,
  { table, keys, measures, facts }: Summed,
): Promise<void> {
  const columns = ['grao', 'inicio', ...keys, ...measures].join(', ');
  const sums = measures.map((one) => `sum(${one})::int`).join(', ');
  const by = [...keys.keys()].map((place) => place + 3).join(', ');
  const fold = (from: string, grain: string, start: string, where: string): string => `
    INSERT INTO ${table} (${columns})
    SELECT '${grain}', ${start}, ${keys.join(', ')}, ${sums} FROM ${from} WHERE ${where} GROUP BY 1, 2, ${by}`;
  // TRUNCATE would make readers wait for the whole transaction.
  await client.query(`DELETE FROM ${table}`);
  await client.query(`
    INSERT INTO ${table} (${columns})
    SELECT CASE WHEN dia IS NULL THEN 'sem_dia' ELSE 'dia' END, coalesce(dia, '-infinity'), ${keys.join(', ')}, ${sums}
    FROM (${facts}) f GROUP BY 1, 2, ${by}`);
  await client.query(fold(table, 'mes', `date_trunc('month', inicio)::date`, `grao = 'dia'`));
  await client.query(fold(table, 'ano', `date_trunc('year', inicio)::date`, `grao = 'mes'`));
  await client.query(fold(table, 'tudo', `'-infinity'::date`, `grao IN ('ano', 'sem_dia')`));
}
