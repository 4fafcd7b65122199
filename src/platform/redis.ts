import type { Redis } from 'ioredis';
import { databaseFailure } from './errors/database.js';
import { messageOf, type ProdplanError } from './errors.js';

const connectionPatienceMs = 5_000;

/**
 * Connects and looks whether the server answers. A connection that is lost later is made again, for ever; what is asked
 * meanwhile fails at once, or after `patienceMs` where the server is silent. Who asks for it disconnects it.
 */
export async function connectRedis(url: string, patienceMs = 5_000): Promise<Redis> {
  // Loaded only where there is one: it takes a while.
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: connectionPatienceMs,
    commandTimeout: patienceMs,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(100 * attempt, 1_000),
  });
  let why: unknown;
  // Unheard, the event would be written to the console; whoever asks something is told by the failed command.
  redis.on('error', (error) => {
    why = error;
  });
  try {
    await redis.connect();
    await redis.ping();
    // The driver only tells of a database that it could not select, and goes on in another one.
    await redis.select(redis.options.db ?? 0);
    return redis;
  } catch (error) {
    redis.disconnect();
    if (/DB index|invalid DB/i.test(messageOf(error)))
      throw databaseFailure('REDIS_NO_SUCH_DATABASE', { ...placeOf(url), reason: messageOf(error) });
    throw redisUnreachable(url, why ?? error);
  }
}

function placeOf(url: string): { readonly host: string; readonly number: string } {
  const { host, pathname } = new URL(url);
  return { host, number: pathname.slice(1) };
}

/** For the start of what needs Redis: throws where REDIS_URL names a server that does not answer. */
export async function checkRedis(url: string): Promise<void> {
  (await connectRedis(url)).disconnect();
}

export function redisUnreachable(url: string, cause: unknown): ProdplanError {
  const { host } = new URL(url);
  return databaseFailure('REDIS_UNREACHABLE', { host, reason: messageOf(cause) }, { cause });
}
