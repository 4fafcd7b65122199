import { httpFailure } from '../../platform/errors/http.js';
import { byWeight } from '../accept.js';
import type { Format } from '../endpoint.js';

export const mediaTypes: Readonly<Record<Format, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  'csv-pt': 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The format that a caller wants: `?format=` comes first, then `Accept` by its weights; JSON where nobody says. */
export function chooseFormat(
  asked: Format | undefined,
  accept: string | undefined,
  offered: readonly Format[],
): Format {
  if (asked !== undefined) return asked;
  // What has one form only, a text or events, is not asked for in another.
  if (accept === undefined || accept.trim() === '' || offered.length === 0) return 'json';
  for (const range of byWeight(accept)) {
    const found = offered.find((format) => covers(range, mediaTypes[format]));
    if (found !== undefined) return found;
  }
  throw httpFailure('NOT_ACCEPTABLE', { formats: offered.map((format) => mediaTypes[format]) });
}

function covers(range: string, type: string): boolean {
  return range === '*/*' || range === type || range === `${type.split('/')[0]}/*`;
}
