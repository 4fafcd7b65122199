import type { Pool } from 'pg';
import type { GateResult } from '../gates/gate.js';
import type { Thresholds } from '../gates/measure.js';
import { countOpenIssues, type IssueCount } from '../issues/record-issues.js';
import type { MatchRate } from '../match-rates.js';
import { noneVanished, readVanished, type VanishedOrders } from '../vanished.js';
import { accountForRows, type SheetAccount } from './counts.js';
import { checkIntegrity, type IntegrityResult } from './integrity.js';
import { checkLedger } from './ledger.js';
import { recount } from './recount.js';

/** What the published state can carry, and whether it is whole. `prodplan check --json` prints it. */
export interface CheckReport {
  /** `blocked` where a count differs or something that must hold does not; data that are merely poor do not block. */
  readonly status: 'ok' | 'blocked' | 'empty';
  readonly run_id: number | null;
  readonly data_version: number | null;
  readonly as_of: string | null;
  readonly counts: readonly SheetAccount[];
  /** Orders that the published file lacks and the one before had. They do not block. */
  readonly vanished: VanishedOrders;
  readonly integrity: readonly IntegrityResult[];
  readonly match_rates: readonly MatchRate[];
  readonly gates: readonly GateResult[];
  readonly issues: readonly IssueCount[];
}

/** Counts the published state again, in one snapshot. */
export async function check(pool: Pool, thresholds: Thresholds = new Map()): Promise<CheckReport> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{
      run_id: number | null;
      data_version: number;
      as_of: string | null;
    }>('SELECT run_id, data_version, as_of FROM publication');
    const { run_id, data_version, as_of } = rows[0]!;
    if (run_id === null) {
      return {
        status: 'empty',
        run_id,
        data_version: null,
        as_of,
        counts: [],
        vanished: noneVanished,
        integrity: [],
        match_rates: [],
        gates: [],
        issues: [],
      };
    }
    const counts = await accountForRows(client, run_id);
    const recounted = await recount(client, run_id, thresholds);
    const integrity = [...(await checkIntegrity(client)), ...recounted.integrity, await checkLedger(client)];
    const whole =
      counts.every((one) => one.differences.length === 0) && integrity.every((one) => one.rows === 0);
    return {
      status: whole ? 'ok' : 'blocked',
      run_id,
      data_version,
      as_of,
      counts,
      vanished: await readVanished(client, run_id),
      integrity,
      match_rates: recounted.matchRates,
      gates: recounted.gates,
      issues: await countOpenIssues(client),
    };
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}
