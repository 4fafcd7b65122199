import { type BuiltName, buildBeside, type FutureRows, makeRoomBeside } from '../aggregates/index.js';
import type { AsOf } from '../intake/as-of.js';
import { noticeDeath } from '../platform/locks/index.js';
import { tuneForStaging } from './load/staging.js';
import { withCancel } from './locked-run.js';
import { selectAccepted } from './merge/insert.js';
import { derivedRules } from './rules/derived.js';
import { acceptedTable, builtTable } from './rules/staging-names.js';
import type { RunContext, StagedSheet } from './run-context.js';

/**
 * The aggregates of the first dump, built from its staged rows over a connection of their own while the run's session
 * fills core and measures it: nobody else could see the rows in core before they are published.
 */
export class FirstAggregates {
  readonly #context: RunContext;
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;

  private constructor(context: RunContext, sheets: readonly StagedSheet[], asOf: AsOf) {
    this.#context = context;
    this.#done = this.#build(sheets, asOf);
    // finish() reports the failure; until then it must not count as unhandled.
    this.#done.catch(() => {});
  }

  /** Every sheet must be prepared, and stay as it is until the end. */
  static begin(context: RunContext, sheets: readonly StagedSheet[], asOf: AsOf): FirstAggregates {
    return new FirstAggregates(context, sheets, asOf);
  }

  /** Waits until all are built; says where. */
  async finish(): Promise<BuiltName> {
    await this.#done;
    return (table) => builtTable(table, this.#context.runId);
  }

  /** Stops what is under way: nobody wants it any more. */
  async abandon(reason: unknown): Promise<void> {
    this.#stop.abort(reason);
    await this.#done.catch(() => {});
  }

  async #build(sheets: readonly StagedSheet[], asOf: AsOf): Promise<void> {
    const { database, runId } = this.#context;
    const client = await database.connect('prodplan aggregate');
    const signal = AbortSignal.any([this.#context.signal, this.#stop.signal]);
    try {
      await noticeDeath(client);
      await tuneForStaging(client);
      await withCancel({ database, signal }, client, async () => {
        const built: BuiltName = (table) => builtTable(table, runId);
        // By itself: it reads the tables of that name, which the run's session is to have for itself later.
        await makeRoomBeside(client, built);
        // A process that stands still must not hold up the next run, which drops these tables.
        await client.query(`SET idle_in_transaction_session_timeout = '15s'`);
        await client.query(`BEGIN; SET LOCAL work_mem = '256MB'; SET LOCAL enable_nestloop = off`);
        const core = futureRows(runId, sheets, asOf);
        await buildBeside(client, { core, built, asOf: asOf.moment });
        await client.query('COMMIT');
      });
    } finally {
      await client.end().catch(() => {});
    }
  }
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
