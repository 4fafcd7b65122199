import { Worker } from 'node:worker_threads';
import type { FastifyBaseLogger } from 'fastify';
import type { Caller, Service } from '../../../services/index.js';
import type { CachedAnswer } from '../cache.js';
import type { AnswerBeside, BesideSettings, QuestionBeside } from './messages.js';

/**
 * Answers heavy questions in a thread of its own, so that nobody else waits while what they remember of a new version is read
 * and counted. It is started by the first question, and again by the next where it has ended.
 */
export class AnswersBeside {
  readonly #settings: BesideSettings;
  readonly #log: FastifyBaseLogger;
  readonly #waiting = new Map<number, (answer: CachedAnswer | null) => void>();
  #worker: Worker | null = null;
  #asked = 0;

  private constructor(settings: BesideSettings, log: FastifyBaseLogger) {
    this.#settings = settings;
    this.#log = log;
  }

  /** Null where there is no compiled program that a thread could run, as in tests of the sources. */
  static open(settings: BesideSettings, log: FastifyBaseLogger): AnswersBeside | null {
    return import.meta.url.endsWith('.js') ? new AnswersBeside(settings, log) : null;
  }

  /** Null where the thread could not answer: whoever asks then has to find the answer, or the failure, itself. */
  ask(service: Service, params: Record<string, unknown>, caller: Caller): Promise<CachedAnswer | null> {
    const worker = this.#running();
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      const asked: QuestionBeside = { id, name: service.name, params, caller };
      worker.postMessage(asked);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL('thread.js', import.meta.url), { workerData: this.#settings });
    worker.on('message', ({ id, answer }: AnswerBeside) => {
      this.#answer(id, answer === null ? null : { ...answer, body: bufferOf(answer.body) });
    });
    worker.on('online', () => this.#log.info('a thread answers heavy questions'));
    worker.on('error', (error) => this.#log.warn({ err: error }, 'the thread that answers failed'));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
      for (const id of [...this.#waiting.keys()]) this.#answer(id, null);
    });
    this.#worker = worker;
    return worker;
  }

  #answer(id: number, answer: CachedAnswer | null): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
