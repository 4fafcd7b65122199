/** What waits, least key first. A binary heap in two arrays: a history of the whole factory queues half a million times. */
export class Queue<T> {
  readonly #keys: number[] = [];
  readonly #values: T[] = [];

  get length(): number {
    return this.#keys.length;
  }

  push(key: number, value: T): void {
    let at = this.#keys.length;
    this.#keys.push(key);
    this.#values.push(value);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#keys[parent] as number) <= key) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, key, value);
  }

  /** The first in line; undefined where nobody waits. */
  pop(): T | undefined {
    const first = this.#values[0];
    const key = this.#keys.pop();
    const value = this.#values.pop();
    if (key === undefined || this.#keys.length === 0) return first;
    this.#sink(key, value as T);
    return first;
  }

  #sink(key: number, value: T): void {
    const { length } = this.#keys;
    let at = 0;
    for (let child = 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && (this.#keys[child + 1] as number) < (this.#keys[child] as number)) child++;
      if ((this.#keys[child] as number) >= key) break;
      this.#move(child, at);
      at = child;
    }
    this.#put(at, key, value);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#keys[from] as number, this.#values[from] as T);
  }

  #put(at: number, key: number, value: T): void {
    this.#keys[at] = key;
    this.#values[at] = value;
  }
}
