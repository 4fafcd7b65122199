import { csvComma, csvQuote } from '../../source/sheets/csv-lines.js';

/** A row of CSV as it stands in `bytes[from, to)`, without its end; `fields`: where each field begins. */
export interface RawRow {
  bytes: Buffer;
  from: number;
  to: number;
  readonly fields: Int32Array;
}

/** Finds where the fields of a row begin; as many as `fields` has are expected. */
export function findFields({ bytes, from, to, fields }: RawRow): void {
  let place = 0;
  let isQuoted = false;
  fields[0] = from;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === csvQuote) isQuoted = !isQuoted;
    else if (byte === csvComma && !isQuoted) fields[++place] = at + 1;
  }
}
