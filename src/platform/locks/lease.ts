import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { messageOf } from '../errors.js';
import type { LeaseHolder } from './lease-holder.js';
import { releaseScript, renewScript } from './scripts.js';

export type { LeaseHolder } from './lease-holder.js';

/** `lost`: it lapsed, or is another's, or Redis has not answered for as long as it lasts. */
export type LeaseState = 'held' | 'lost';

export interface LeaseOptions {
  readonly redis: Redis;
  /** The database that it stands for: several may share a Redis. */
  readonly database: string;
  readonly ttlMs: number;
  /** The server process of the session that goes for the lock of the database: others know the holder by it. */
  readonly backendPid: number;
  /** Called when a renewal finds it lost, or back again. */
  readonly onChange?: (state: LeaseState) => void;
}

/** Redis did not answer, or answered with an error. */
export class LeaseUnanswered extends Error {
  override readonly name = 'LeaseUnanswered';
}

async function ask<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new LeaseUnanswered(messageOf(error), { cause: error });
  }
}

/**
 * The lock in Redis, in front of the one in the database: SET NX PX with a random token, renewed at a third of its
 * time. It keeps the queue; it does not decide who may publish.
 */
export class Lease {
  readonly #options: LeaseOptions;
  readonly #token = randomBytes(16).toString('hex');
  #said: Omit<LeaseHolder, 'token' | 'backendPid'> = { holder: '', since: new Date(), inDatabase: false };
  #state: LeaseState = 'lost';
  #confirmedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #renewing: Promise<void> | undefined;

  constructor(options: LeaseOptions) {
    this.#options = options;
  }

  get state(): LeaseState {
    return this.#state;
  }

  /** One attempt; false: another has it. From then on it is renewed. */
  async take(holder: string): Promise<boolean> {
    const { redis, ttlMs } = this.#options;
    const askedAt = performance.now();
    const answer = await ask(redis.set(this.#key('lease'), this.#token, 'PX', ttlMs, 'NX'));
    if (answer !== 'OK') return false;
    this.#said = { holder, since: new Date(), inDatabase: false };
    this.#state = 'held';
    this.#confirmedAt = askedAt;
    this.#timer = setInterval(() => void this.renew(), ttlMs / 3);
    this.#timer.unref();
    await this.renew();
    return true;
  }

  /** Changes what others are told. */
  async describe(said: Partial<Pick<LeaseHolder, 'holder' | 'inDatabase'>>): Promise<void> {
    this.#said = { ...this.#said, ...said };
    // A renewal that is under way may still write the old description.
    await this.#renewing;
    await this.renew();
  }

  /** Never throws: whether Redis answers is told by the state. */
  async renew(): Promise<void> {
    this.#renewing ??= this.#renewOnce().finally(() => {
      this.#renewing = undefined;
    });
    await this.#renewing;
  }

  async #renewOnce(): Promise<void> {
    const { redis, ttlMs, backendPid } = this.#options;
    const askedAt = performance.now();
    const text = JSON.stringify({ token: this.#token, backendPid, ...this.#said });
    try {
      const answer = await redis.eval(
        renewScript,
        3,
        this.#key('lease'),
        this.#key('holder'),
        this.#key(`alive:${backendPid}`),
        this.#token,
        ttlMs,
        text,
      );
      // The lease is counted from the moment of the question, because the answer may have taken long.
      if (answer !== 0) this.#confirmedAt = askedAt;
      this.#become(answer === 0 ? 'lost' : 'held');
    } catch {
      if (performance.now() - this.#confirmedAt > ttlMs) this.#become('lost');
    }
  }

  #become(state: LeaseState): void {
    if (this.#timer === undefined || state === this.#state) return;
    this.#state = state;
    this.#options.onChange?.(state);
  }

  /** The holder, as it described itself; null if there is none, or if it is not known. */
  async holder(): Promise<LeaseHolder | null> {
    const text = await ask(this.#options.redis.get(this.#key('holder')));
    if (text === null) return null;
    // Loaded only here: a run that has no rival does not wait for it.
    const { readHolder } = await import('./lease-holder.js');
    return readHolder(text);
  }

  /** Whether the holder of that session has given a sign of life within the time of a lease. */
  async isAlive(backendPid: number): Promise<boolean> {
    return (await ask(this.#options.redis.exists(this.#key(`alive:${backendPid}`)))) === 1;
  }

  /** Takes the lease from a holder that is known to be dead; false: it is no longer its own. */
  async evict(token: string): Promise<boolean> {
    const keys = [this.#key('lease'), this.#key('holder')];
    return (await ask(this.#options.redis.eval(releaseScript, keys.length, ...keys, token))) === 1;
  }

  /** Gives it back. Where Redis does not answer, it lapses by itself. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#renewing;
    this.#state = 'lost';
    await this.evict(this.#token).catch(() => {});
  }

  /** The braces keep the keys of a database together in a Redis cluster. */
  #key(name: string): string {
    return `prodplan:{${this.#options.database}}:run:${name}`;
  }
}
