import type { Pool } from 'pg';
import { literal } from '../../contract/sql.js';
import type { FieldChange } from './field-change.js';
import { netChanges, runsBetween, stateAfter } from './lineage.js';
import { type RiskChanges, riskChanges } from './risk-changes.js';

/** What differs between the states that two runs published; `prodplan diff --json` prints it. */
export interface RunDiff {
  readonly from: number;
  readonly to: number;
  readonly orders: {
    readonly created: readonly string[];
    readonly finished: readonly FieldChange[];
    readonly reopened: readonly FieldChange[];
    readonly vanished: readonly string[];
    /** Orders now at another phase. */
    readonly phase_moved: readonly FieldChange[];
    /** Orders with another planned shipping day. */
    readonly due_moved: readonly FieldChange[];
    /** Those of them whose day is now a later one. */
    readonly due_slipped: readonly FieldChange[];
  } & RiskChanges;
  readonly phases: {
    readonly created: number;
    readonly started: number;
    readonly finished: number;
    readonly reopened: readonly FieldChange[];
    /** Phases that now belong to another order. */
    readonly order_moved: readonly FieldChange[];
    readonly vanished: number;
  };
  readonly errors: {
    readonly appeared: number;
    readonly vanished: number;
    readonly appeared_by_severity: Readonly<Record<string, number>>;
  };
  /** Rows that differ, by table. */
  readonly rows: Readonly<
    Record<string, { readonly inserted: number; readonly updated: number; readonly gone: number }>
  >;
}

/** Compares the states after two runs, from `run_changes`; the earlier one comes first, whichever way they are given. */
export async function diffRuns(pool: Pool, a: number, b: number): Promise<RunDiff> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const [from, to] = [await stateAfter(client, a), await stateAfter(client, b)].sort((x, y) => x - y) as [
      number,
      number,
    ];
    const runs = await runsBetween(client, from, to);
    await client.query(`CREATE TEMP TABLE net ON COMMIT DROP AS SELECT * FROM ${netChanges(runs)} n`);
    const ask = new Questions(async (sql) => (await client.query(sql)).rows);
    return {
      from,
      to,
      orders: {
        created: await ask.keys('ordens_fabrico', 'before IS NULL'),
        finished: await ask.changes(
          'ordens_fabrico',
          'of_data_acabamento',
          `was IS NULL AND "is" IS NOT NULL`,
        ),
        reopened: await ask.changes(
          'ordens_fabrico',
          'of_data_acabamento',
          `was IS NOT NULL AND "is" IS NULL`,
        ),
        vanished: await ask.keys('ordens_fabrico', 'after IS NULL'),
        phase_moved: await ask.changes('ordens_fabrico', 'of_fase_id', 'was IS DISTINCT FROM "is"'),
        due_moved: await ask.changes('ordens_fabrico', 'of_data_transporte', 'was IS DISTINCT FROM "is"'),
        due_slipped: await ask.changes('ordens_fabrico', 'of_data_transporte', 'was < "is"'),
        ...(await riskChanges(client, from, to)),
      },
      phases: {
        created: await ask.count('fases_ordem_fabrico', 'before IS NULL'),
        started: await ask.count(
          'fases_ordem_fabrico',
          `after->>'faseof_inicio' IS NOT NULL AND before->>'faseof_inicio' IS NULL`,
        ),
        finished: await ask.count(
          'fases_ordem_fabrico',
          `after->>'faseof_fim' IS NOT NULL AND before->>'faseof_fim' IS NULL`,
        ),
        reopened: await ask.changes('fases_ordem_fabrico', 'faseof_fim', `was IS NOT NULL AND "is" IS NULL`),
        order_moved: await ask.changes('fases_ordem_fabrico', 'faseof_of_id', 'was IS DISTINCT FROM "is"'),
        vanished: await ask.count('fases_ordem_fabrico', 'after IS NULL'),
      },
      errors: {
        appeared: await ask.count('erros_ordem_fabrico', 'before IS NULL'),
        vanished: await ask.count('erros_ordem_fabrico', 'after IS NULL'),
        appeared_by_severity: await ask.severities(),
      },
      rows: await ask.rows(),
    };
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

/** The questions that a diff puts to the net changes. */
class Questions {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async keys(table: string, condition: string): Promise<string[]> {
    const rows = await this.#ask(
      `SELECT key FROM net WHERE table_name = ${literal(table)} AND ${condition} ORDER BY length(key), key`,
    );
    return rows.map((row) => String(row.key));
  }

  async count(table: string, condition: string): Promise<number> {
    const rows = await this.#ask(
      `SELECT count(*)::int AS n FROM net WHERE table_name = ${literal(table)} AND ${condition}`,
    );
    return rows[0]!.n as number;
  }

  /** Of rows that were there before and after: a column whose value answers the condition. */
  async changes(table: string, column: string, condition: string): Promise<FieldChange[]> {
    const rows = await this.#ask(`
      SELECT key, was, "is" FROM (SELECT key, before->>'${column}' AS was, after->>'${column}' AS "is" FROM net
        WHERE table_name = ${literal(table)} AND before IS NOT NULL AND after IS NOT NULL) c
      WHERE ${condition} ORDER BY length(key), key`);
    return rows as unknown as FieldChange[];
  }

  async severities(): Promise<Record<string, number>> {
    const rows = await this.#ask(`
      SELECT coalesce(after->>'ofch_gravidade', '?') AS severity, count(*)::int AS n FROM net
      WHERE table_name = 'erros_ordem_fabrico' AND before IS NULL GROUP BY 1 ORDER BY 1`);
    return Object.fromEntries(rows.map((row) => [String(row.severity), row.n as number]));
  }

  async rows(): Promise<RunDiff['rows']> {
    const rows = await this.#ask(`
      SELECT table_name, count(*) FILTER (WHERE before IS NULL)::int AS inserted,
             count(*) FILTER (WHERE before IS NOT NULL AND after IS NOT NULL)::int AS updated,
             count(*) FILTER (WHERE after IS NULL)::int AS gone
      FROM net GROUP BY table_name ORDER BY table_name`);
    return Object.fromEntries(
      rows.map(({ table_name, ...counts }) => [String(table_name), counts]),
    ) as RunDiff['rows'];
  }
}
