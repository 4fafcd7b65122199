import { setTimeout as sleep } from 'node:timers/promises';
import { type Publication, readPublication } from '../../evidence/index.js';
import type { Database } from '../../platform/database.js';

const lookMs = 1_000;

type Listener = (publication: Publication) => void;

/**
 * Tells everybody who listens what is published, whenever that changes. However many listen, one query a second asks the database,
 * and none where nobody does. A notification of the database would come sooner, but does not pass through a pooler.
 */
export class PublicationWatch {
  readonly #database: Database;
  readonly #listeners = new Set<Listener>();
  #last: Publication | null = null;
  #isLooking = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** How many listen. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Calls `listener` with what is published, at once where it is known, and whenever it changes. Returns how to end that. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#last !== null) listener(this.#last);
    if (!this.#isLooking) void this.#look();
    return () => this.#listeners.delete(listener);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    while (this.size > 0) {
      // While the database is away nothing new is published; whoever asks for figures is told that it is away.
      const now = await readPublication(this.#database.pool).catch(() => null);
      if (now !== null && now.data_version !== this.#last?.data_version) {
        this.#last = now;
        for (const listener of this.#listeners) listener(now);
      }
      await sleep(lookMs, undefined, { ref: false });
    }
    this.#isLooking = false;
    this.#last = null;
  }
}
