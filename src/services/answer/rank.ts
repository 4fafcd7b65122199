import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.js';

/** Pages of a list in which every row has its rank: the cursor is the last rank. */
export function rankPage(
  sort: string,
  params: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const [after] = decodeCursor(params.cursor, sort, z.tuple([z.int()])) ?? [0];
  return {
    /** For the query: `rank > :after ORDER BY rank LIMIT :rows`; one row more than the page shows what follows. */
    params: { after, rows: params.limit + 1 },
    page<R extends { readonly rank: number }>(found: readonly R[]) {
      const rows = found.slice(0, params.limit);
      const last = rows.at(-1);
      const more = found.length > rows.length && last !== undefined;
      return { data: rows, nextCursor: more ? encodeCursor(sort, [last.rank]) : null };
    },
  };
}
