import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../platform/config.js';
import type { Database } from '../platform/database.js';
import type { AnswerCache } from './answers/cache.js';

/** What the endpoints work with. */
export interface HttpContext {
  readonly database: Database;
  readonly config: Config;
  readonly cache: AnswerCache;
  readonly log: FastifyBaseLogger;
  /** Aborted when the server stops: whatever lasts must end then. */
  readonly stopping: AbortSignal;
}
