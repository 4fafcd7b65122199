import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import { httpFailure } from '../../platform/errors/http.js';

const minuteMs = 60_000;
/** Keys that open nothing, from one address; more are answered by 429. One that is right is never refused for them. */
const failuresPerMinute = 30;
/** Calls of one key that change something. */
const writesPerMinute = 120;

export interface RateLimits {
  /** Counts a call of this address that came without a key, or with one that opens nothing. */
  address(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Refuses where so many such calls came from this address that no more keys are looked up; counts nothing. */
  looking(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Counts a call of this key. */
  key(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  write(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Counts a key that opens nothing, and refuses an address that has tried too many. */
  guess(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

/** Counts in Redis where there is one, so that several servers count together; else in this process. */
export async function rateLimitsOf(
  app: FastifyInstance,
  { redisUrl, callsPerMinute }: { readonly redisUrl: string | null; readonly callsPerMinute: number },
): Promise<RateLimits> {
  const redis = redisUrl === null ? null : await connect(redisUrl);
  if (redis !== null) app.addHook('onClose', async () => redis.disconnect());
  await app.register(rateLimit, {
    global: false,
    // Where Redis is away, answers matter more than counts.
    skipOnError: true,
    nameSpace: 'prodplan:limit:',
    ...(redis === null ? { cache: 20_000 } : { redis }),
  });
  const limiter = (name: string, max: number, of: (request: FastifyRequest) => string) => {
    const keyGenerator = (request: FastifyRequest): string => `${name}:${of(request)}`;
    return app.createRateLimit({ max, timeWindow: minuteMs, keyGenerator });
  };
  const addresses = limiter('address', callsPerMinute, ({ ip }) => ip);
  const keys = limiter('key', callsPerMinute, ({ caller }) => caller.key ?? '');
  const writes = limiter(
    'write',
    Math.min(writesPerMinute, callsPerMinute),
    ({ caller }) => caller.key ?? '',
  );
  const failures = limiter('failure', failuresPerMinute, ({ ip }) => ip);
  return {
    address: async (request, reply) => refuse(await addresses(request), reply),
    looking: async (request, reply) => refuse(await addresses(request, { increment: false }), reply),
    key: async (request, reply) => refuse(await keys(request), reply),
    write: async (request, reply) => refuse(await writes(request), reply),
    guess: async (request, reply) => refuse(await failures(request), reply),
  };
}

type Counted = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>;

function refuse(counted: Counted, reply: FastifyReply): void {
  if (counted.isAllowed || !counted.isExceeded) return;
  const seconds = Math.max(1, counted.ttlInSeconds);
  reply.header('retry-after', String(seconds));
  throw httpFailure('TOO_MANY_REQUESTS', { of: 'calls', seconds });
}

/** No call waits for a Redis that does not answer; one that does counts from the first call on. */
async function connect(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    commandTimeout: 500,
  });
  redis.on('error', () => {});
  // It goes on trying by itself.
  await redis.connect().catch(() => {});
  return redis;
}
