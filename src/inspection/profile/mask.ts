/**
 * No name of a person stands in a report. The texts of personal columns are never shown, and no text that
 * holds one of those names either, whichever column it stands in: a shifted column must not print them.
 */
export class Mask {
  readonly #names: readonly string[];

  constructor(personalTexts: Iterable<string>) {
    const names = new Set<string>();
    for (const text of personalTexts) {
      const name = fold(text.replace(/^z\)\s*/i, ''));
      // A single letter or a number is no name, and would mask everything.
      if (/\p{L}.*\p{L}/u.test(name)) names.add(name);
    }
    this.#names = [...names];
  }

  /** The text, or null where it may name a person. */
  show(text: string): string | null {
    const folded = fold(text);
    return this.#names.some((name) => holds(folded, name)) ? null : text;
  }
}

/** Case, accents and white space make no other name. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether the name stands in the text as words of their own. */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + name.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
