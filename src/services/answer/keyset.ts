import { createHash } from 'node:crypto';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.js';

/** An order in which a list can be read: an expression that is never null, so that an index can begin anywhere. */
export interface SortKey {
  readonly expression: string;
  readonly type: 'integer' | 'date' | 'timestamp' | 'double precision' | 'text';
}

export interface Keyset {
  /** `{{key}}`, `{{after}}` and `{{order}}` of the query, which selects `{{key}}::text AS sort_key`. */
  readonly pieces: Readonly<Record<'key' | 'after' | 'order', string>>;
  /** `:after_key`, `:after_id` and `:rows`: one row more than the page, to see whether another page follows. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The rows of the page, and where the next one begins. */
  page<R extends { readonly sort_key: string }>(
    rows: readonly R[],
  ): { readonly rows: readonly R[]; readonly nextCursor: string | null };
}

interface Wanted<K extends string> {
  readonly keys: Readonly<Record<K, SortKey>>;
  /** Unique among the rows; breaks ties, in the same direction. */
  readonly id: string;
  /** The name that the query gave the expression, where `{{after}}` and `{{order}}` stand outside of what has it. */
  readonly as?: string;
  /** What the caller asked for: `sort` (a key, with `-` before it for the other way round), `limit`, `cursor`, filters. */
  readonly params: {
    readonly sort: K | `-${K}`;
    readonly limit: number;
    readonly cursor?: string | undefined;
  };
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success && text >= '0001-01-01';

/** What keys look like as text: one that somebody made up is refused here, before the database stumbles over it. */
const keyLooksRight: Readonly<Record<SortKey['type'], (text: string) => boolean>> = {
  integer: (text) => /^-?\d{1,9}$/.test(text),
  date: (text) => /^-?infinity$/.test(text) || isDay(text),
  timestamp: (text) =>
    /^-?infinity$/.test(text) ||
    (isDay(text.slice(0, 10)) && /^ ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?$/.test(text.slice(10))),
  'double precision': (text) => /^-?\d{1,15}(\.\d{1,20})?(e[+-]?\d{1,2})?$/.test(text),
  text: (text) => !text.includes('\0'),
};

const place = (type: SortKey['type']) => z.tuple([z.string().refine(keyLooksRight[type]), z.number().int()]);

/** Reads a list page by page: nothing twice, nothing left out, however deep, for the price of one page. */
export function keyset<K extends string>({ keys, id, params, as }: Wanted<K>): Keyset {
  const { sort, limit, cursor, ...filters } = params;
  const descending = sort.startsWith('-');
  const { expression, type } = keys[(descending ? sort.slice(1) : sort) as K];
  const value = as ?? expression;
  const scope = `${sort} ${digest(filters)}`;
  const last = decodeCursor(cursor, scope, place(type));
  const way = descending ? 'DESC' : 'ASC';
  return {
    pieces: {
      key: expression,
      after:
        last === null
          ? 'TRUE'
          : `(${value}, ${id}) ${descending ? '<' : '>'} (:after_key::${type}, :after_id::bigint)`,
      order: `${value} ${way}, ${id} ${way}`,
    },
    params: { after_key: last?.[0], after_id: last?.[1], rows: limit + 1 },
    page(rows) {
      const shown = rows.slice(0, limit);
      const end = rows.length > limit ? shown.at(-1) : undefined;
      const nextCursor =
        end === undefined
          ? null
          : encodeCursor(scope, [end.sort_key, (end as unknown as Record<string, number>)[id]!]);
      return { rows: shown, nextCursor };
    },
  };
}

/** A cursor belongs to the filters under which it was given out: with others it would skip rows in silence. */
export function digest(filters: object): string {
  const set = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(set)).digest('base64url').slice(0, 16);
}
