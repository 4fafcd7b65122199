import type pg from 'pg';
import { ruleVersion } from '../contract/factory/index.js';
import { runFailure } from '../platform/errors/run.js';

/** What readers see, as a backfill needs to know it. */
export interface PublishedState {
  readonly runId: number;
  readonly asOf: string;
}

/** Null where nothing is published. Throws `RULES_NEWER` where a newer program computed the columns. */
export async function readPublishedState(session: pg.Client): Promise<PublishedState | null> {
  const { rows } = await session.query<PublishedState & { rules: number }>(
    `SELECT p.run_id AS "runId", p.as_of AS "asOf", r.rule_version AS rules FROM publication p JOIN ingestion_runs r USING (run_id)`,
  );
  const state = rows[0];
  if (state === undefined) return null;
  if (state.rules > ruleVersion) {
    throw runFailure('RULES_NEWER', { found: state.rules, known: ruleVersion });
  }
  return state;
}
