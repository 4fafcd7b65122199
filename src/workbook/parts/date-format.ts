/** The built-in formats that show a date or a time; those from 27 on are so in the East Asian versions of Excel. */
export function isBuiltInDateFormat(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Text in quotes, an escaped character, a width or a filling character: what stands there is only shown. */
const shown = /"[^"]*"?|[\\_*][\s\S]?/g;
/** Elapsed hours, minutes or seconds: a time too, for a duration is stored as a fraction of a day. */
const elapsed = /\[(?:h+|m+|s+)\]/i;
/** Colours, conditions, currencies and locales. */
const bracketed = /\[[^\]]*\]?/g;

/** Whether a number format shows a date or a time: a letter of one stands in it, outside of all that is only shown. */
export function isDateFormatCode(code: string): boolean {
  const bare = code.replace(shown, '');
  if (elapsed.test(bare)) return true;
  const letters = bare
    .replace(bracketed, '')
    .replace(/general/gi, '')
    .replace(/e[+-]/gi, '');
  return /[dmyhseb]/i.test(letters);
}
