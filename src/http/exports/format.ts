import type { Format } from '../endpoint.js';
import { httpError } from '../errors/catalogue.js';

export const mediaTypes: Readonly<Record<Format, string>> = {
  json: 'application/json',
  csv: 'text/csv',
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
  throw httpError(
    'NOT_ACCEPTABLE',
    'A resposta não existe em nenhum dos formatos pedidos em Accept.',
    `Os formatos são: ${offered.map((format) => mediaTypes[format]).join(', ')}.`,
  );
}

/** Media ranges, the dearest first; those of weight 0 are not wanted. */
function byWeight(accept: string): string[] {
  return accept
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((text) => text.startsWith('q='));
      return { range, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}

function covers(range: string, type: string): boolean {
  return range === '*/*' || range === type || range === `${type.split('/')[0]}/*`;
}
