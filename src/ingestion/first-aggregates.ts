import type pg from 'pg';
import {
  type BuildBeside,
  type BuiltName,
  buildBeside,
  type FutureRows,
  makeRoomBeside,
} from '../aggregates/index.js';
import { derivedRules } from '../contract/factory/index.js';
import { noticeDeath } from '../platform/locks/index.js';
import type { AsOf } from '../source/as-of.js';
import { tuneForStaging } from './load/staging.js';
import { withCancel } from './locked-run.js';
import { selectAccepted } from './merge/insert.js';
import { acceptedTable, builtTable } from './rules/staging-names.js';
import type { RunContext, StagedSheet } from './run-context.js';

/**
 * The aggregates of the first dump, built from its staged rows over a connection of their own while the run's session
 * fills core and measures it: nobody else could see the rows in core before they are published.
 */
export class FirstAggregates {
  readonly #built: BuiltName;
  readonly #stop: AbortController;
  readonly #done: Promise<void>;

  private constructor(built: BuiltName, stop: AbortController, done: Promise<void>) {
    this.#built = built;
    this.#stop = stop;
    this.#done = done;
    // finish() reports the failure; until then it must not count as unhandled.
    this.#done.catch(() => {});
  }

  /**
   * Every sheet must be prepared, and stay as it is until the end. Resolves once the work has every lock that it
   * needs. Were it to ask for one that the run's session takes later, each would wait for the other, and PostgreSQL
   * could not see it, because the session waits here and not in the database.
   */
  static async begin(
    { database, runId, signal: ofRun }: RunContext,
    sheets: readonly StagedSheet[],
    asOf: AsOf,
  ): Promise<FirstAggregates> {
    const built: BuiltName = (table) => builtTable(table, runId);
    const stop = new AbortController();
    const signal = AbortSignal.any([ofRun, stop.signal]);
    const client = await database.connect('prodplan aggregate');
    const inSession = (work: () => Promise<void>): Promise<void> =>
      withCancel({ database, signal }, client, work);
    try {
      await inSession(() => makeRoom(client, built));
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    const done = inSession(() =>
      build(client, { core: futureRows(runId, sheets, asOf), built, asOf: asOf.moment }),
    );
    return new FirstAggregates(
      built,
      stop,
      done.finally(() => client.end().catch(() => {})),
    );
  }

  /** Waits until all are built; says where. */
  async finish(): Promise<BuiltName> {
    await this.#done;
    return this.#built;
  }

  /** Stops what is under way: nobody wants it any more. */
  async abandon(reason: unknown): Promise<void> {
    this.#stop.abort(reason);
    await this.#done.catch(() => {});
  }
}

async function makeRoom(client: pg.Client, built: BuiltName): Promise<void> {
  await noticeDeath(client);
  await tuneForStaging(client);
  await makeRoomBeside(client, built);
}

async function build(client: pg.Client, what: BuildBeside): Promise<void> {
  // A process that stands still must not hold up the next run, which drops these tables.
  await client.query(`SET idle_in_transaction_session_timeout = '15s'`);
  await client.query(`BEGIN; SET LOCAL work_mem = '256MB'; SET LOCAL enable_nestloop = off`);
  await buildBeside(client, what);
  await client.query('COMMIT');
}

function futureRows(runId: number, sheets: readonly StagedSheet[], asOf: AsOf): FutureRows[] {
  const rules = derivedRules(asOf.moment);
  const rows = sheets.map(({ sheet, prepared }) => {
    const rule = rules.get(sheet.table) ?? null;
    const { duplicates, rejected } = prepared!;
    const select = selectAccepted({ sheet, runId, rule }, duplicates + rejected > 0);
    // What joins other tables is joined once, and after those stand.
    const joins = rule !== null && rule.joins('t') !== '';
    return { table: sheet.table, select, keptIn: joins ? acceptedTable(sheet, runId) : null };
  });
  return [...rows.filter((one) => one.keptIn === null), ...rows.filter((one) => one.keptIn !== null)];
}
