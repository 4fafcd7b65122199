import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testRedis } from '../../../test/support/redis.js';
import { connectRedis } from '../redis.js';
import { Lease, type LeaseState } from './lease.js';

/** Nothing lapses by itself, and no timer renews, while a test takes its steps. */
const longLeaseMs = 600_000;

describe.each(testRedis)('the lease in Redis ($name)', (server) => {
  let redis: Redis;
  beforeEach(async () => {
    redis = await connectRedis(await server.url());
  });
  afterEach(() => redis.disconnect());

  const newPlace = (): string => `test-${randomUUID()}`;
  const newLease = (database: string, more: Partial<ConstructorParameters<typeof Lease>[0]> = {}): Lease =>
    new Lease({ redis, database, ttlMs: longLeaseMs, backendPid: 1, ...more });
  const leaseKey = (database: string): string => `prodplan:{${database}}:run:lease`;

  test('says who has it, and lasts for its time only', async () => {
    const place = newPlace();
    const one = newLease(place, { backendPid: 71 });
    expect(await one.take('one')).toBe(true);
    await one.describe({ inDatabase: true });
    const two = newLease(place);
    expect(await two.take('two')).toBe(false);
    expect(await two.holder()).toMatchObject({ holder: 'one', backendPid: 71, inDatabase: true });
    expect(await two.isAlive(71)).toBe(true);
    expect(await two.isAlive(72)).toBe(false);
    const leftMs = await redis.pttl(leaseKey(place));
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThanOrEqual(longLeaseMs);
    // Who has not got it gives nothing back.
    await two.release();
    expect(await redis.exists(leaseKey(place))).toBe(1);
    await one.release();
    expect(await redis.exists(leaseKey(place))).toBe(0);
    expect(await two.holder()).toBeNull();
  });

  test('is renewed for as long as the holder lives, and lapses where it does not', async () => {
    const place = newPlace();
    const one = newLease(place, { ttlMs: 600 });
    expect(await one.take('one')).toBe(true);
    const two = newLease(place, { ttlMs: 600 });
    await sleep(2_000);
    expect(await two.take('two')).toBe(false);
    expect(one.state).toBe('held');
    await one.release();
    // Set as by a holder that never renews it.
    await redis.set(leaseKey(place), 'the token of a dead one', 'PX', 600);
    expect(await two.take('two')).toBe(false);
    await sleep(700);
    expect(await two.take('two')).toBe(true);
    await two.release();
  });

  test('a holder that lost it hears of it, and hears when it is back', async () => {
    const place = newPlace();
    const heard: LeaseState[] = [];
    const one = newLease(place, { onChange: (state) => heard.push(state) });
    await one.take('one');
    await redis.set(leaseKey(place), 'another', 'PX', longLeaseMs);
    await one.renew();
    expect(one.state).toBe('lost');
    expect(await redis.get(leaseKey(place))).toBe('another');
    await redis.del(leaseKey(place));
    await one.renew();
    expect(one.state).toBe('held');
    expect(heard).toEqual(['lost', 'held']);
    await one.release();
    expect(heard).toEqual(['lost', 'held']);
  });

  test('of many that try at once, exactly one has it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const place = newPlace();
      const leases = Array.from({ length: 12 }, () => newLease(place));
      const taken = await Promise.all(leases.map((lease, n) => lease.take(`${n}`)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      await Promise.all(leases.map((lease) => lease.release()));
    }
  });

  test('whatever the order of steps, it is one holder’s, as a model says', async () => {
    const who = fc.integer({ min: 0, max: 2 });
    const step = fc.oneof(
      fc.record({ kind: fc.constantFrom('take' as const, 'renew' as const, 'release' as const), who }),
      // It lapses, or Redis loses everything: to the holder it is the same.
      fc.constant({ kind: 'lapse' as const, who: 0 }),
      // Somebody believes that another is dead.
      fc.record({ kind: fc.constant('evict' as const), who }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const place = newPlace();
        const model = new Model([0, 1, 2].map(() => newLease(place)));
        for (const { kind, who } of steps) {
          if (kind === 'lapse') await redis.del(leaseKey(place), leaseKey(place).replace(/lease$/, 'holder'));
          await model.step(kind, who);
          expect(await redis.get(leaseKey(place))).toBe(model.token);
          expect((await model.leases[0]!.holder())?.holder ?? null).toBe(model.owner?.toString() ?? null);
        }
        await Promise.all(model.leases.map((lease) => lease.release()));
        expect(await redis.exists(leaseKey(place))).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});

/** Who has it, by nothing but the rules. */
class Model {
  owner: number | null = null;
  readonly leases: readonly Lease[];
  readonly #tokens = new Map<number, string>();
  /** Those that took it and did not give it back. */
  readonly #going = new Set<number>();

  constructor(leases: readonly Lease[]) {
    this.leases = leases;
  }

  get token(): string | null {
    return this.owner === null ? null : this.#tokens.get(this.owner)!;
  }

  async step(kind: 'take' | 'renew' | 'release' | 'lapse' | 'evict', who: number): Promise<void> {
    if (kind === 'lapse') this.owner = null;
    else if (kind === 'evict') await this.#evict(who);
    else if (kind === 'take') await this.#take(who);
    else if (!this.#going.has(who)) return;
    else if (kind === 'renew') await this.#renew(who);
    else await this.#release(who);
  }

  async #take(who: number): Promise<void> {
    if (this.#going.has(who)) return;
    expect(await this.leases[who]!.take(`${who}`)).toBe(this.owner === null);
    if (this.owner !== null) return;
    this.owner = who;
    this.#going.add(who);
    this.#tokens.set(who, (await this.leases[who]!.holder())!.token);
  }

  async #renew(who: number): Promise<void> {
    await this.leases[who]!.renew();
    this.owner ??= who;
    expect(this.leases[who]!.state).toBe(this.owner === who ? 'held' : 'lost');
  }

  async #release(who: number): Promise<void> {
    await this.leases[who]!.release();
    this.#going.delete(who);
    if (this.owner === who) this.owner = null;
  }

  async #evict(who: number): Promise<void> {
    const token = this.#tokens.get(who);
    if (token === undefined) return;
    expect(await this.leases[(who + 1) % 3]!.evict(token)).toBe(this.owner === who);
    if (this.owner === who) this.owner = null;
  }
}
