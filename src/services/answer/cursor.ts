import { z } from 'zod';
import { parameterWords } from '../../platform/errors/parameter.js';
import { ParameterError } from './parameter-error.js';

/** What the last row of a page was sorted by, its key last. */
export type CursorKey = readonly (string | number | boolean | null)[];

const shape = z.tuple([
  z.string(),
  z.array(z.union([z.string().max(400), z.number(), z.boolean(), z.null()])),
]);

/** The place after a row, to be given back as it is. `sort` is the order in which the key makes sense. */
export function encodeCursor(sort: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([sort, key])).toString('base64url');
}

/** The key in a cursor; null where there is none. Throws `BAD_PARAMETER` for what another order or no one gave out. */
export function decodeCursor<K extends z.ZodType>(
  cursor: string | undefined,
  sort: string,
  key: K,
): z.output<K> | null {
  if (cursor === undefined) return null;
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  const found = parsed.success && parsed.data[0] === sort ? key.safeParse(parsed.data[1]) : null;
  if (found?.success) return found.data;
  throw new ParameterError([{ parameter: 'cursor', sentence: parameterWords.noCursor }]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
