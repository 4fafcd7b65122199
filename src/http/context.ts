import type { FastifyBaseLogger } from 'fastify';
import type { Jobs } from '../jobs/index.js';
import type { Config } from '../platform/config.js';
import type { Database } from '../platform/database.js';
import type { AnswersBeside } from './answers/beside/answers-beside.js';
import type { AnswerCache } from './answers/cache.js';
import type { PublicationWatch } from './events/publication-watch.js';
import type { ExportSlots } from './exports/slots.js';

/** What the endpoints work with. */
export interface HttpContext {
  readonly database: Database;
  readonly config: Config;
  readonly cache: AnswerCache;
  /** Where heavy questions are answered; null: as all others are. */
  readonly beside: AnswersBeside | null;
  readonly exports: ExportSlots;
  readonly publications: PublicationWatch;
  /** An export whose reader takes nothing for so long is ended. */
  readonly exportPatienceMs: number;
  /** The queues, opened by whoever asks first. */
  readonly jobs: () => Promise<Jobs>;
  /** Bound to loopback: whoever sits at this machine reads without a key. */
  readonly local: boolean;
  readonly log: FastifyBaseLogger;
  /** Aborted when the server stops: whatever lasts must end then. */
  readonly stopping: AbortSignal;
}
