import type pg from 'pg';
import type { Sheet } from '../contract/index.js';
import { noticeDeath } from '../platform/locks/index.js';
import type { SheetLedger } from './ledger/index.js';
import { tuneForStaging } from './load/staging.js';
import { withCancel } from './locked-run.js';
import type { Prepared } from './merge/prepare.js';
import { prepareStaged } from './prepare-staged.js';
import type { RunContext } from './run-context.js';

/** One a core of the smallest machine that we are made for: while sheets are read, a reader wants one as well. */
const connections = 2;

interface Task {
  readonly sheet: Sheet;
  readonly badColumns: ReadonlySet<string>;
  readonly dayFirst: ReadonlySet<string>;
  readonly repeatedKeys: readonly number[] | null;
  readonly ledger: SheetLedger | null;
}

/**
 * Prepares sheets for the merge as soon as they are staged, over connections of its own, while others are still being
 * read. Whatever fails is heard at `finish`; from then on nothing more is begun.
 */
export class SheetPreparer {
  readonly #context: RunContext;
  readonly #folder: string;
  readonly #waiting: Task[] = [];
  readonly #prepared = new Map<Sheet, Prepared>();
  readonly #failure = new AbortController();
  readonly #workers = new Set<Promise<void>>();
  readonly #idle: pg.Client[] = [];
  #opened = 0;

  /** `folder`: where the files of the sheets are written. */
  constructor(context: RunContext, folder: string) {
    this.#context = context;
    this.#folder = folder;
  }

  /** The sheet is staged whole, its bad cells too. */
  add(task: Task): void {
    this.#waiting.push(task);
    if (this.#workers.size >= connections) return;
    const worker: Promise<void> = this.#work()
      .catch((error: unknown) => this.#failure.abort(error))
      .finally(() => this.#workers.delete(worker));
    this.#workers.add(worker);
  }

  /** Resolves when every sheet is prepared. */
  async finish(): Promise<ReadonlyMap<Sheet, Prepared>> {
    while (this.#workers.size > 0) await Promise.all(this.#workers);
    await this.#close();
    this.#failure.signal.throwIfAborted();
    return this.#prepared;
  }

  /** Stops what is under way: nobody wants it any more. */
  async abandon(reason: unknown): Promise<void> {
    this.#waiting.length = 0;
    this.#failure.abort(reason);
    while (this.#workers.size > 0) await Promise.all(this.#workers);
    await this.#close();
  }

  async #work(): Promise<void> {
    const { database, runId, published } = this.#context;
    const client = this.#idle.pop() ?? (await this.#open());
    const signal = AbortSignal.any([this.#context.signal, this.#failure.signal]);
    try {
      for (let task = this.#waiting.shift(); task !== undefined; task = this.#waiting.shift()) {
        const { sheet, ledger } = task;
        const one = { ...task, client, runId, firstRun: published === null };
        const prepared = await withCancel({ database, signal }, client, () =>
          prepareStaged(one, { ledger, pool: database.pool, folder: this.#folder }),
        );
        this.#prepared.set(sheet, prepared);
      }
    } finally {
      this.#idle.push(client);
    }
  }

  async #open(): Promise<pg.Client> {
    this.#opened++;
    const client = await this.#context.database.connect(`prodplan prepare ${this.#opened}`);
    await noticeDeath(client);
    await tuneForStaging(client);
    // Nobody has analysed these tables: the planner's guesses mislead it into nested loops.
    await client.query('SET enable_nestloop = off');
    // A row costs more to cast than to hand over: a large sheet is cast by all processors, where nobody reads yet.
    // Later on readers want them as well.
    await client.query(
      this.#context.published === null
        ? 'SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0.001'
        : 'SET max_parallel_workers_per_gather = 0',
    );
    return client;
  }

  async #close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((client) => client.end().catch(() => {})));
  }
}
