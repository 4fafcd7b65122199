import type { Language } from './errors/kinds.js';

/**
 * The one place where numbers become text for people; the pages have their own, in `web/src/words/format.ts`. Portuguese
 * writes 1 078 180 and 21,3 %, with thousands grouped from 1 000 on.
 */
const locales: Readonly<Record<Language, string>> = { pt: 'pt-PT', en: 'en-GB' };

const made = new Map<string, Intl.NumberFormat>();

function format(value: number, language: Language, digits: number, groups: boolean): string {
  const key = `${language} ${digits} ${groups}`;
  const one =
    made.get(key) ??
    new Intl.NumberFormat(locales[language], {
      useGrouping: groups ? 'always' : false,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      // What rounds to nothing is 0, not -0.
      signDisplay: 'negative',
    });
  made.set(key, one);
  return one.format(value);
}

/** A whole number in groups whose spaces do not break: for pages. */
export function groupDigitsUnbroken(value: number, language: Language = 'pt'): string {
  return format(value, language, 0, true);
}

/** A whole number in groups, with plain spaces: `1 078 180`, `1,078,180`. */
export function groupDigits(value: number, language: Language = 'pt'): string {
  return groupDigitsUnbroken(value, language).replaceAll('\u00a0', ' ');
}

/** With exactly so many digits behind the comma. */
export function decimalText(value: number, digits: number, language: Language = 'pt'): string {
  return format(value, language, digits, false);
}

/** As it is written in code, or comes in digits, with a decimal comma: 0,05. */
export function plainDecimal(value: number | string): string {
  return String(value).replace('.', ',');
}

/** A share between 0 and 1: `21,3 %`, `21.3 %`. */
export function percentText(share: number, digits = 1, language: Language = 'pt'): string {
  return `${decimalText(100 * share, digits, language)} %`;
}
