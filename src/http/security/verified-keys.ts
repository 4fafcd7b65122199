import { createHash } from 'node:crypto';

const most = 1_000;

/**
 * Which keys and sessions were good a while ago, as hashes, the one not used for longest forgotten first. It opens
 * nothing: it only says whose key is looked up also while strangers behind the same address try one after another.
 */
export class GoodKeys {
  readonly #hashes = new Set<string>();

  has(secret: string): boolean {
    return this.#hashes.has(hashOf(secret));
  }

  add(secret: string): void {
    const hash = hashOf(secret);
    this.#hashes.delete(hash);
    this.#hashes.add(hash);
    for (const oldest of this.#hashes) {
      if (this.#hashes.size <= most) break;
      this.#hashes.delete(oldest);
    }
  }

  delete(secret: string): void {
    this.#hashes.delete(hashOf(secret));
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
