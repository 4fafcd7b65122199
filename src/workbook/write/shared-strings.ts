/** What a map costs beside each text, in UTF-16 units, roughly. */
const cost_units = 50;

/**
 * Texts that cells share, numbered as they first occur. They lie in memory until the end of the workbook: where they are
 * many and bounded, new ones are given no number any more.
 */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  readonly #most_units: number;
  #units = 0;
  uses = 0;

  constructor(most_units: number) {
    this.#most_units = most_units;
  }

  /** null: it has no place here. */
  number(text: string): number | null {
    const known = this.#numbers.get(text) ?? this.#add(text);
    if (known !== null) this.uses++;
    return known;
  }

  #add(text: string): number | null {
    if (this.#units > this.#most_units) return null;
    this.#units += text.length + cost_units;
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
