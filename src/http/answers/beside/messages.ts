import type { Caller } from '../../../services/index.js';
import type { CachedAnswer } from '../cache.js';

/** What the thread is started with: the database of whoever started it. */
export interface BesideSettings {
  readonly url: string;
  readonly origin: 'embedded' | 'external';
  readonly maxConnections: number;
  readonly statementTimeoutMs: number;
}

export interface QuestionBeside {
  readonly id: number;
  /** Of the question. */
  readonly name: string;
  readonly params: Record<string, unknown>;
  readonly caller: Caller;
}

export interface AnswerBeside {
  readonly id: number;
  /** Null: it could not be answered. */
  readonly answer: (Omit<CachedAnswer, 'body'> & { readonly body: Uint8Array }) | null;
}
