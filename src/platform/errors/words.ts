import type { Language } from './kinds.js';

const grouping: Readonly<Record<Language, string>> = { pt: ' ', en: ',' };
const point: Readonly<Record<Language, string>> = { pt: ',', en: '.' };

/** A whole number in groups of three: `1 078 180`, `1,078,180`. */
export function groupDigitsIn(value: number, language: Language): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, grouping[language]);
}

/** `21,3 %`, `21.3 %` */
export function percentIn(part: number, whole: number, language: Language): string {
  return `${(whole === 0 ? 0 : (100 * part) / whole).toFixed(1).replace('.', point[language])} %`;
}

/** `«Fases», «Modelos»` in Portuguese, with English quotes in English. */
export function quoted(names: readonly string[], language: Language): string {
  return names.map((name) => (language === 'pt' ? `«${name}»` : `“${name}”`)).join(', ');
}

/** Sentences one after another, without the empty ones. */
export function together(...sentences: readonly string[]): string {
  return sentences.filter((one) => one !== '').join(' ');
}
