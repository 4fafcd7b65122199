/** Texts that cells share, numbered as they first occur. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  uses = 0;

  number(text: string): number {
    this.uses++;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
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
