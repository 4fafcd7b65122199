import type { ClientBase } from 'pg';
import { literal } from '../../contract/sql.js';
import { coreDetectors, type DetectionContext, detectors, detectorsOfRun } from './detect.js';
import { type TouchedFindings, touchedFindings } from './detect-touched.js';
import { type IssueTypeName, issueTypes } from './types.js';

const foundColumns = 'type, severity, entity, key, rows, sample';

/**
 * Brings the issues up to this run, within its publishing transaction: new findings begin a span, findings that are
 * no longer there end theirs, the others stay untouched. `orders`: a table of (of_id) with the orders that the run touched,
 * where it touched few and `run_changes` names all of its changes; null: all of core is looked at.
 */
export async function recordIssues(
  client: ClientBase,
  context: DetectionContext,
  orders: string | null,
): Promise<void> {
  const { runId, base } = context;
  const types = Object.keys(issueTypes).filter((type) => type !== foundLater);
  const scope = { runId, lastRun: base, types };
  if (orders === null) {
    await bringUp(client, detectors(context), scope);
    return;
  }
  const touched = await touchedFindings(client, runId, orders);
  await bringUp(client, [...detectorsOfRun(context), ...touched.detectors], { ...scope, touched });
  await touched.done();
}

/** Found in the aggregates, once these are refreshed. */
const foundLater: IssueTypeName = 'RECORDING_BREAK';

export interface FoundIssue {
  readonly key: string;
  readonly rows: number;
  readonly sample: readonly object[];
}

/** Brings the issues of one type, about error lines, up to what was found elsewhere than in core. */
export async function recordFoundIssues(
  client: ClientBase,
  { runId, lastRun, type }: { runId: number; lastRun: number | null; type: typeof foundLater },
  found: readonly FoundIssue[],
): Promise<IssueChanges> {
  const select = `SELECT ${literal(type)} AS type, ${literal(issueTypes[type].severity)} AS severity, 'erros_ordem_fabrico' AS entity,
      f.key, f.rows, f.sample
    FROM jsonb_to_recordset(${literal(JSON.stringify(found))}) AS f(key text, rows integer, sample jsonb)`;
  return await bringUp(client, [select], { runId, lastRun, types: [type] });
}

/** What a look at core alone changed about the issues that stand. */
export interface IssueChanges {
  readonly closed: number;
  readonly changed: number;
  readonly opened: number;
}

/** Looks again for findings of one type, without a run: the published one is then the last that had what is gone. */
export async function recheckIssues(
  client: ClientBase,
  runId: number,
  type: keyof typeof coreDetectors,
): Promise<IssueChanges> {
  return await bringUp(client, coreDetectors[type](), { runId, lastRun: runId, types: [type] });
}

interface Scope {
  readonly runId: number;
  /** The last run in which the issue was still found. */
  readonly lastRun: number | null;
  /** Only issues of these types. */
  readonly types: readonly string[];
  /** Of some types not all was looked at. */
  readonly touched?: TouchedFindings;
}

const nothingLooked = 'SELECT NULL::text, NULL::text, NULL::text WHERE false';

async function bringUp(
  client: ClientBase,
  selects: readonly string[],
  { runId, lastRun, types, touched }: Scope,
): Promise<IssueChanges> {
  // One CREATE TABLE AS, which PostgreSQL may spread over its processors; an INSERT ... SELECT it may not.
  const found = selects.map((select) => `SELECT * FROM (${select}) d (${foundColumns})`);
  await client.query(
    `CREATE TEMP TABLE m_found ON COMMIT DROP AS ${found.join(' UNION ALL ')}; ANALYZE m_found`,
  );
  const closed = await client.query(
    `UPDATE issue_spans i SET resolved_run_id = $1, last_run_id = coalesce($2, i.first_run_id)
     WHERE resolved_run_id IS NULL AND i.type = ANY ($3)
       AND (NOT i.type = ANY ($4) OR (i.type, i.entity, i.key) IN (${touched?.looked ?? nothingLooked}))
       AND NOT EXISTS (SELECT FROM m_found f WHERE f.type = i.type AND f.entity = i.entity AND f.key = i.key)`,
    [runId, lastRun, types, touched?.types ?? []],
  );
  const changed = await client.query(
    `UPDATE issue_spans i SET rows = f.rows, sample = f.sample
     FROM m_found f
     WHERE i.resolved_run_id IS NULL AND f.type = i.type AND f.entity = i.entity AND f.key = i.key
       AND (i.rows <> f.rows OR i.sample <> f.sample)`,
  );
  const opened = await client.query(
    `INSERT INTO issue_spans (type, severity, entity, key, rows, sample, first_run_id)
     SELECT type, severity, entity, key, rows, sample, $1 FROM m_found f
     WHERE NOT EXISTS (SELECT FROM issue_spans i WHERE i.resolved_run_id IS NULL
                         AND i.type = f.type AND i.entity = f.entity AND i.key = f.key)`,
    [runId],
  );
  await client.query('DROP TABLE m_found');
  return {
    closed: closed.rowCount ?? 0,
    changed: changed.rowCount ?? 0,
    opened: opened.rowCount ?? 0,
  };
}

export interface IssueCount {
  readonly type: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly entity: string;
  readonly issues: number;
  readonly rows: number;
}

/** The issues that stand, by type and entity, the worst first. */
export async function countOpenIssues(client: Pick<ClientBase, 'query'>): Promise<IssueCount[]> {
  const { rows } = await client.query<IssueCount>(
    `SELECT type, severity, entity, count(*)::int AS issues, sum(rows)::int AS rows FROM issue_spans
     WHERE resolved_run_id IS NULL GROUP BY type, severity, entity
     ORDER BY array_position(ARRAY['error', 'warning', 'info'], severity), count(*) DESC, type, entity`,
  );
  return rows;
}
