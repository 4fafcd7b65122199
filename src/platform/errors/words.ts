import { percentText } from '../numbers.js';
import type { Language } from './kinds.js';

/** A part of a whole, nothing of nothing: `21,3 %`, `21.3 %` */
export function percentIn(part: number, whole: number, language: Language): string {
  return percentText(whole === 0 ? 0 : part / whole, 1, language);
}

/** `«Fases», «Modelos»` in Portuguese, with English quotes in English. */
export function quoted(names: readonly string[], language: Language): string {
  return names.map((name) => (language === 'pt' ? `«${name}»` : `“${name}”`)).join(', ');
}

/** Sentences one after another, without the empty ones. */
export function together(...sentences: readonly string[]): string {
  return sentences.filter((one) => one !== '').join(' ');
}
