import pg from 'pg';

/**
 * What our work depends on, whatever the server, the database or the role has been told: `ALTER DATABASE ... SET` and
 * `ALTER ROLE ... SET` come before a session, these come after. Tuning (memory, costs, parallel workers, how a commit
 * waits) stays the administrator's.
 */
const pins: Readonly<Record<string, string>> = {
  // Nothing but our own tables under their plain names; temporary ones go before, as they always do.
  search_path: 'public',

  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
  default_transaction_deferrable: 'off',
  // A sheet takes longer to load than a guard for web pages allows.
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
  transaction_timeout: '0',
  exit_on_error: 'off',

  // How values are written and read.
  client_encoding: 'UTF8',
  datestyle: 'ISO, MDY',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  timezone_abbreviations: 'Default',
  extra_float_digits: '1',
  bytea_output: 'hex',
  lc_numeric: 'C',
  lc_monetary: 'C',
  lc_time: 'C',

  // How statements are understood.
  array_nulls: 'on',
  transform_null_equals: 'off',
  standard_conforming_strings: 'on',
  backslash_quote: 'safe_encoding',
  quote_all_identifiers: 'off',
  default_table_access_method: 'heap',
  restrict_nonsystem_relation_kind: '',
  // A policy that hides rows fails the question instead: a figure over some of them would be wrong without a word.
  row_security: 'off',
  client_min_messages: 'notice',

  // Compiling costs more than our queries take, and so does a plan that knows no values.
  jit: 'off',
  plan_cache_mode: 'auto',
};

export interface SessionConfig extends pg.ClientConfig {
  /** Beside the pins, or in their place. */
  readonly session?: Readonly<Record<string, string>> | undefined;
}

/**
 * A connection that is ours from its first query on. The pins are one statement after the start, not start parameters:
 * a pooler in between refuses those that it does not know. A connection that is lost fails the next query on it, which
 * is where it can be handled; unheard, the event would end the process.
 */
export class SessionClient extends pg.Client {
  readonly #pinning: string;
  readonly #patienceMs: number;

  constructor(config: SessionConfig = {}) {
    super(config);
    this.#pinning = pinning({ ...pins, ...config.session });
    this.#patienceMs = config.connectionTimeoutMillis ?? 0;
    this.on('error', () => {});
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: (error: Error) => void): void;
  override connect(callback?: (error: Error) => void): Promise<pg.Client> | undefined {
    const ready = this.#open();
    if (callback === undefined) return ready;
    // The driver's own pool asks in this way; no error is told as nothing.
    ready.then(() => callback(undefined as unknown as Error), callback);
    return undefined;
  }

  async #open(): Promise<pg.Client> {
    await super.connect();
    try {
      await this.query({ text: this.#pinning, query_timeout: this.#patienceMs } as pg.QueryConfig);
      return this;
    } catch (error) {
      this.end().catch(() => {});
      throw error;
    }
  }
}

/** One statement; what this version of the server does not know yet, or no longer, is left out. */
function pinning(settings: Readonly<Record<string, string>>): string {
  const rows = Object.entries(settings).map(
    ([name, value]) => `(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)})`,
  );
  return `SELECT pg_catalog.set_config(name, value, false) FROM (VALUES ${rows.join(', ')}) AS pin (name, value)
    WHERE pg_catalog.current_setting(name, true) IS NOT NULL`;
}
