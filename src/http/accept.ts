import type { Language } from '../platform/errors/kinds.js';

/** What a header of the Accept family lists, the most wanted first; what has weight 0 is left out. */
export function byWeight(header: string): string[] {
  return header
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

/**
 * The language of what goes wrong, by `Accept-Language`: the most wanted of those that we have, Portuguese where
 * nothing is asked for.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  for (const range of byWeight(acceptLanguage ?? '')) {
    const [primary] = range.split('-');
    if (primary === 'en' || primary === 'pt') return primary;
  }
  return 'pt';
}
