import { normalise } from '../../aggregates/index.js';

/** Words to look for in a normalised column (lower case, without accents), each as a pattern for LIKE. */
export function searchPatterns(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  const words = normalise(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length === 0 ? null : words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
}
