/** What a map costs beside each text, in UTF-16 units, roughly. */
const costUnits = 50;

/**
 * Texts that cells share, numbered as they first occur. They lie in memory until the end of the workbook: where they are
 * many and bounded, new ones are given no number any more.
 */
export class SharedStringsWriter {
  readonly #numbers = new Map<string, number>();
  readonly #mostUnits: number;
  #units = 0;
  uses = 0;

  constructor(mostUnits: number) {
    this.#mostUnits = mostUnits;
  }

  /** null: it has no place here. */
  number(text: string): number | null {
    const known = this.#numbers.get(text) ?? this.#add(text);
    if (known !== null) this.uses++;
    return known;
  }

  #add(text: string): number | null {
    if (this.#units > this.#mostUnits) return null;
    this.#units += text.length + costUnits;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get size(): number {
    return this.#numbers.size;
  }

  texts(): Iterable<string> {
    return this.#numbers.keys();
  }
}
