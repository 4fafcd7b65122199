/** An answer as it goes out. */
export interface CachedAnswer {
  readonly body: Buffer;
  /** Of the body itself, so that it holds whatever the answer depends on; weak, as it names all its compressed forms. */
  readonly etag: string;
  /** The state of the data that the answer is of. */
  readonly state: string;
}

/**
 * Answers by question and state of the data, the least recently used thrown out first. An answer is only ever given
 * for the state that was read within the same request, so that none is stale; those of earlier states fall out by
 * themselves.
 */
export class AnswerCache {
  readonly #entries = new Map<string, CachedAnswer>();
  readonly #underWay = new Map<string, Promise<CachedAnswer>>();
  readonly #limitBytes: number;
  #heldBytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  get bytes(): number {
    return this.#heldBytes;
  }

  /** The answer to `question` in `state`, where it is remembered. */
  known(question: string, state: string): CachedAnswer | undefined {
    const key = keyOf(question, state);
    const known = this.#entries.get(key);
    if (known === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, known);
    return known;
  }

  /** The answer to `question` in `state`, which is not remembered; asked for once, however many wait for it. */
  async find(question: string, state: string, find: () => Promise<CachedAnswer>): Promise<CachedAnswer> {
    const key = keyOf(question, state);
    const waiting = this.#underWay.get(key);
    if (waiting !== undefined) return await waiting;
    const finding = find();
    this.#underWay.set(key, finding);
    try {
      const found = await finding;
      // Between reading the state and asking, another run may have been published: the answer says of which it is.
      this.#insert(keyOf(question, found.state), found);
      return found;
    } finally {
      this.#underWay.delete(key);
    }
  }

  #insert(key: string, answer: CachedAnswer): void {
    const size = sizeOf(key, answer);
    // One answer may not throw out all the others.
    if (size > this.#limitBytes / 8) return;
    const before = this.#entries.get(key);
    if (before !== undefined) this.#drop(key, before);
    this.#entries.set(key, answer);
    this.#heldBytes += size;
    for (const [oldest, one] of this.#entries) {
      if (this.#heldBytes <= this.#limitBytes) break;
      this.#drop(oldest, one);
    }
  }

  #drop(key: string, answer: CachedAnswer): void {
    this.#entries.delete(key);
    this.#heldBytes -= sizeOf(key, answer);
  }
}

function keyOf(question: string, state: string): string {
  return `${state} ${question}`;
}

/** With what its compressed forms, a map and three strings cost beside its characters, roughly. */
function sizeOf(key: string, { body }: CachedAnswer): number {
  return 1.25 * body.length + 2 * key.length + 300;
}
