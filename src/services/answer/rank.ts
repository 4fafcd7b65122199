import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.js';
import { digest } from './keyset.js';

const place = z.tuple([z.int().min(0)]);

/** Pages of a list that is sorted as a whole and in which every row has its rank: the cursor holds the last rank. */
export function rankPage(params: { readonly cursor?: string | undefined; readonly limit: number }) {
  const { cursor, limit, ...filters } = params;
  const scope = `rank ${digest(filters)}`;
  const [after] = decodeCursor(cursor, scope, place) ?? [0];
  return {
    /** For the query: `rank > :after ORDER BY rank LIMIT :rows`; one row more than the page shows what follows. */
    params: { after, rows: limit + 1 },
    page<R extends { readonly rank: number }>(found: readonly R[]) {
      const data = found.slice(0, limit);
      const end = found.length > limit ? data.at(-1) : undefined;
      return { data, nextCursor: end === undefined ? null : encodeCursor(scope, [end.rank]) };
    },
  };
}
