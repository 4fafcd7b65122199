import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresConnection, PostgresQueueBackend, runMigrations } from 'bullmq';
import type pg from 'pg';
import { SessionClient } from '../postgres/session.js';
import { queueSchema } from './schema.js';

/** How long a fetch that failed waits before its worker may try again. */
const retryMs = 1_000;
/** A worker that waits looks by itself so often: a notification that is lost delays a job by no more than that. */
const lookSeconds = 5;

/**
 * Makes BullMQ 6.7.0 on PostgreSQL outlive its server. Each point has a test that the bare library fails
 * (`postgres-backend.db.test.ts`); once it passes there, the point can go. All queues of a process share the connection.
 */
export class QueueConnection extends PostgresConnection {
  #ready: Promise<void> | null = null;

  /** The library keeps a first connection that failed, and every later call fails with it. */
  override waitUntilReady(): Promise<void> {
    this.#ready ??= this.#open().catch((error: unknown) => {
      this.#ready = null;
      throw error;
    });
    return this.#ready;
  }

  /** The library ends no pool that it was given. */
  override async close(): Promise<void> {
    await super.close();
    const pool = this.pool as unknown as pg.Pool;
    if (!pool.ending) await pool.end();
  }

  async #open(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await runMigrations(client, queueSchema);
      client.release();
    } catch (error) {
      // A connection in an unknown state is discarded, so that nothing else uses it.
      client.release(true);
      throw error;
    }
  }
}

export class SteadyBackend extends PostgresQueueBackend {
  #stop = new AbortController();
  readonly #onError = (error: unknown): void => void this.emit('error', error);
  readonly #onListenerLost = (): void => this.#listenAnew();

  constructor(connection: QueueConnection, name: string, options: object) {
    super(connection, name, options as never, false);
    connection.on('error', this.#onError);
    connection.on('listenerinvalidated', this.#onListenerLost);
  }

  override waitUntilReady(): Promise<void> {
    return this.connection.waitUntilReady();
  }

  override get maximumBlockTimeout(): number {
    return lookSeconds;
  }

  override async moveToActive(...args: Parameters<PostgresQueueBackend['moveToActive']>) {
    return await this.#slowToFail(() => super.moveToActive(...args));
  }

  override async waitForJob(...args: Parameters<PostgresQueueBackend['waitForJob']>) {
    return await this.#slowToFail(() => super.waitForJob(...args));
  }

  override async disconnectBlocking(): Promise<void> {
    this.#stop.abort();
    await super.disconnectBlocking();
  }

  override async reconnectBlocking(): Promise<void> {
    this.#stop = new AbortController();
    await super.reconnectBlocking();
  }

  /** All queues share the connection, so only the code that opened it closes it. */
  override async close(): Promise<void> {
    this.connection.off('error', this.#onError);
    this.connection.off('listenerinvalidated', this.#onListenerLost);
  }

  /** A worker asks again at once whatever the error, and so fast that no timer, socket or signal has its turn. */
  async #slowToFail<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      await sleep(retryMs, undefined, { signal: this.#stop.signal }).catch(() => {});
      throw error;
    }
  }

  /** Ends a wait on the dead connection; the next one begins on a new connection. */
  #listenAnew(): void {
    const stopping = this.#stop.signal.aborted;
    void super.disconnectBlocking();
    if (!stopping) void super.reconnectBlocking();
  }
}

/** The library takes all listeners off a connection before it ends it: one that dies then would end the process. */
export class QueueClient extends SessionClient {
  override removeAllListeners(event?: string | symbol): this {
    super.removeAllListeners(event);
    return event === undefined || event === 'error' ? this.on('error', () => {}) : this;
  }
}
